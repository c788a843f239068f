/** The embedded cluster: ZooKeeper, a Mesos-compatible master and one agent in this process, for one data directory. */
package io.jobdeck.scheduler.embedded;
