/** The program's one window: its menus, a tab per open cluster, and the page of the tab in front. */
package io.jobdeck.desktop.frame;
