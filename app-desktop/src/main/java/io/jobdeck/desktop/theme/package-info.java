/** How the console looks: light or dark, switched while it runs. */
package io.jobdeck.desktop.theme;
