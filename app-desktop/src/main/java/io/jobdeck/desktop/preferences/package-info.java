/** What the console remembers of a person's choices from one start to the next. */
package io.jobdeck.desktop.preferences;
