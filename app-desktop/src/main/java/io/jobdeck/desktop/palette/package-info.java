/** The command palette and the sheet of shortcuts: everything that can be done or gone to, found by typing. */
package io.jobdeck.desktop.palette;
