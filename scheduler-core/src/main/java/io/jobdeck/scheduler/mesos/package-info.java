/** The driver that speaks to the leading Mesos master for a framework: the v1 scheduler API over HTTP. */
package io.jobdeck.scheduler.mesos;
