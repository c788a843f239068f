/** Reads what Mesos masters and agents tell over plain HTTP: state, agents, and the files of sandboxes. */
package io.jobdeck.scheduler.mesos.endpoints;
