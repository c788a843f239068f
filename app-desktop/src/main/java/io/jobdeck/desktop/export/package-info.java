/** Rows of tables on their way out of the console: as text, CSV, or JSON, to the clipboard or a file. */
package io.jobdeck.desktop.export;
