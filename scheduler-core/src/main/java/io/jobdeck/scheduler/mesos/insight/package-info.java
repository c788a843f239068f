/** Shows agents and sandboxes by what a Mesos master and its agents tell. */
package io.jobdeck.scheduler.mesos.insight;
