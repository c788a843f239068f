/** The console as a program: its arguments, files, and how its parts are put together. */
package io.jobdeck.desktop;
