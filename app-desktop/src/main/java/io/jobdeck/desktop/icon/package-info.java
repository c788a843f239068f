/** The console's own icon, drawn from its vector source. */
package io.jobdeck.desktop.icon;
