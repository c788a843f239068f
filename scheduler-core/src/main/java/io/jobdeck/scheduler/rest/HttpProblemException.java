package io.jobdeck.scheduler.rest;

/** Ends the handling of a request with an error answer. */
final class HttpProblemException extends RuntimeException {

    private final transient HttpProblem problem;

    HttpProblemException(int status, String detail) {
        super(detail);
        this.problem = new HttpProblem(status, detail);
    }

    HttpProblem problem() {
        return problem;
    }
}
