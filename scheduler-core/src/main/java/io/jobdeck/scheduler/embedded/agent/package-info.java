/** The agent of the embedded cluster: it runs executors as child processes and speaks the Mesos v1 executor API. */
package io.jobdeck.scheduler.embedded.agent;
