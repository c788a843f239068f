package io.jobdeck.scheduler.registry;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How to reach a registry.
 *
 * @param connectString ZooKeeper servers as {@code host:port,host:port}, with an optional path after the last
 * @param namespace the node below which everything is kept; several levels are separated by slashes
 * @param digest {@code user:password}; when present, every node created is open to this user only (spec section 1.2)
 * @param sessionTimeout how long the servers keep the session of a client they do not hear; they may shorten or lengthen
 *     it (with their defaults to 4..40 s). A standby takes over from a leader that was killed after this time.
 * @param answerTimeout how long a blocking call waits for its answer
 * @param connectTimeout how long to wait for the first connection
 * @param createLayout whether to create the namespace and its containers where they are missing; if not, a namespace
 *     that does not exist is an error
 */
public record RegistryOptions(String connectString, String namespace, Optional<String> digest, Duration sessionTimeout,
        Duration answerTimeout, Duration connectTimeout, boolean createLayout) {

    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(9);

    public RegistryOptions {
        Objects.requireNonNull(connectString, "connectString");
        Objects.requireNonNull(digest, "digest");
        demandPositive(sessionTimeout, "sessionTimeout");
        demandPositive(answerTimeout, "answerTimeout");
        demandPositive(connectTimeout, "connectTimeout");
        if (namespace.isBlank() || namespace.startsWith("/") || namespace.endsWith("/")) {
            throw new IllegalArgumentException(
                    "namespace: \"" + namespace + "\" must not be empty nor begin or end with a slash");
        }
    }

    /** Returns options with the defaults: no digest, session 20 s, answers within 15 s, first connection within 9 s. */
    public static RegistryOptions of(String connectString, String namespace) {
        return new RegistryOptions(connectString, namespace, Optional.empty(), SESSION_TIMEOUT, ANSWER_TIMEOUT,
                CONNECT_TIMEOUT, true);
    }

    /** Returns a copy that authenticates as {@code user:password}; an empty text means not at all. */
    public RegistryOptions withDigest(String userAndPassword) {
        return new RegistryOptions(connectString, namespace,
                Optional.of(userAndPassword).filter(text -> !text.isEmpty()), sessionTimeout, answerTimeout,
                connectTimeout, createLayout);
    }

    /** Returns a copy with another session timeout. */
    public RegistryOptions withSessionTimeout(Duration timeout) {
        return new RegistryOptions(connectString, namespace, digest, timeout, answerTimeout, connectTimeout,
                createLayout);
    }

    /** Returns a copy that waits so long for the first connection. */
    public RegistryOptions withConnectTimeout(Duration timeout) {
        return new RegistryOptions(connectString, namespace, digest, sessionTimeout, answerTimeout, timeout,
                createLayout);
    }

    /** Returns a copy that waits so long for each answer. */
    public RegistryOptions withAnswerTimeout(Duration timeout) {
        return new RegistryOptions(connectString, namespace, digest, sessionTimeout, timeout, connectTimeout,
                createLayout);
    }

    /** Returns a copy that creates nothing: for consoles, where a mistyped namespace should be an error, not a new tree. */
    public RegistryOptions withoutCreatingLayout() {
        return new RegistryOptions(connectString, namespace, digest, sessionTimeout, answerTimeout, connectTimeout,
                false);
    }

    @Override
    public String toString() {
        return "RegistryOptions[" + connectString + "/" + namespace + (digest.isPresent() ? ", digest" : "") + "]";
    }

    private static void demandPositive(Duration duration, String name) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + ": " + duration + " must be longer than zero");
        }
    }
}
