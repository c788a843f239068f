/** Agents that run nothing: tasks are timers, so that a load test needs one process and no machines. */
package io.jobdeck.scheduler.embedded.simulation;
