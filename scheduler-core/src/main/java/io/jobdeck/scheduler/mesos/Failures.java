package io.jobdeck.scheduler.mesos;

import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;

/** Says in words why an HTTP exchange failed. */
public final class Failures {

    private Failures() {
    }

    /** Returns why, as a part of a sentence. */
    public static String inWords(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause() : failure;
        if (cause.getCause() instanceof UnresolvedAddressException) {
            return "the host name is unknown";
        }
        if (cause instanceof HttpTimeoutException) {
            return "no answer in time";
        }
        if (cause instanceof ConnectException) {
            return "connection refused";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
