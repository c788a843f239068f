/** What all views of the console have in common: their shape, heading, and states without rows. */
package io.jobdeck.desktop.view;
