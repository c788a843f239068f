/** What scheduler and executor say to each other inside Mesos messages: the contract both sides keep. */
package io.jobdeck.executor.wire;
