/** A small HTTP/1.1 server on loopback, with answers that may be streams, for the embedded master and agent. */
package io.jobdeck.scheduler.embedded.http;
