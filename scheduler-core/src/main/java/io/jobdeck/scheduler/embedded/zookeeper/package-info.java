/** A ZooKeeper server in this process, on loopback, with its data on disk. */
package io.jobdeck.scheduler.embedded.zookeeper;
