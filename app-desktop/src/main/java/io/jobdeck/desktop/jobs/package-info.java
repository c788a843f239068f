/** The view of jobs. */
package io.jobdeck.desktop.jobs;
