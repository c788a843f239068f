/** The view of apps. */
package io.jobdeck.desktop.apps;
