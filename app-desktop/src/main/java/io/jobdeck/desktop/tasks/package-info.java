/** The view of tasks: those in flight, and what is known of each. */
package io.jobdeck.desktop.tasks;
