/** The JSON form of Mesos' protobuf messages, exactly as Mesos 1.11 writes and reads it. */
package io.jobdeck.scheduler.mesos.json;
