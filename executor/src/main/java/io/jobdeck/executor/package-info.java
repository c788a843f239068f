/** The entry point of an app: what its {@code main} calls to become a Mesos executor that runs jobs. */
package io.jobdeck.executor;
