package io.jobdeck.scheduler.registry;

/** ZooKeeper answers, but has no such namespace, and it was not to be created. */
public final class NoSuchNamespaceException extends RegistryUnavailableException {

    public NoSuchNamespaceException(String message) {
        super(message, null);
    }
}
