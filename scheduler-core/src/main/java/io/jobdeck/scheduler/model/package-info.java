/** The terms of the field as immutable values: apps, jobs, tasks and what the registry says of them. No input or output. */
package io.jobdeck.scheduler.model;
