/** A master in this process that speaks the Mesos v1 scheduler API as Apache Mesos 1.11 does, for one machine. */
package io.jobdeck.scheduler.embedded.master;
