/** The small language in which people say which rows they want to see: parsed, explained, completed. Needs no toolkit. */
package io.jobdeck.desktop.filter;
