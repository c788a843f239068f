/** Where the leading Mesos master is: a setting's text, and following the leader as it changes. */
package io.jobdeck.scheduler.mesos.master;
