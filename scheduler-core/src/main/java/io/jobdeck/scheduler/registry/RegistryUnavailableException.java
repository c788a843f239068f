package io.jobdeck.scheduler.registry;

/** ZooKeeper did not answer. What was asked for may or may not have happened. */
public class RegistryUnavailableException extends RuntimeException {

    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
