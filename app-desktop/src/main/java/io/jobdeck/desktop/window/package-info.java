/** The main window: navigation, the view in front, menus and toolbar of its actions, and the status bar. */
package io.jobdeck.desktop.window;
