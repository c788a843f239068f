/** The view of the queues: ready, running, failover, disabled. */
package io.jobdeck.desktop.queues;
