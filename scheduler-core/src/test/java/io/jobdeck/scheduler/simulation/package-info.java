/** The leader in a simulated world of registry, Mesos and time, judged by a plain model of the rules. */
package io.jobdeck.scheduler.simulation;
