package io.jobdeck.scheduler.rest.http;

import java.time.Duration;
import java.util.Optional;

/** Ends the handling of a request with an error answer. */
public final class HttpProblemException extends RuntimeException {

    private final transient HttpProblem problem;
    private final transient Optional<Duration> retryAfter;

    public HttpProblemException(int status, String detail) {
        this(status, detail, Optional.empty());
    }

    /** @param retryAfter when the same call may succeed, in whole seconds; empty if that is not known */
    public HttpProblemException(int status, String detail, Optional<Duration> retryAfter) {
        super(detail);
        this.problem = new HttpProblem(status, detail);
        this.retryAfter = retryAfter;
    }

    /** Returns what to answer. */
    public HttpProblem problem() {
        return problem;
    }

    /** Returns when to try again. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
