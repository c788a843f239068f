package io.jobdeck.scheduler.rest.http;

/** Ends the handling of a request with an error answer. */
public final class HttpProblemException extends RuntimeException {

    private final transient HttpProblem problem;

    public HttpProblemException(int status, String detail) {
        super(detail);
        this.problem = new HttpProblem(status, detail);
    }

    /** Returns what to answer. */
    public HttpProblem problem() {
        return problem;
    }
}
