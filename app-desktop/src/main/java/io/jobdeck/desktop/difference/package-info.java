/** What differs between two documents, field by field and line by line, and how that is shown. */
package io.jobdeck.desktop.difference;
