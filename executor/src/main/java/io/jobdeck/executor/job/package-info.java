/** The interfaces a job implements, and what a job is told about the item it runs. */
package io.jobdeck.executor.job;
