/** Runs tasks: finds the job, calls it on a thread, stops it when told, and reports truly how it went. */
package io.jobdeck.executor.internal.run;
