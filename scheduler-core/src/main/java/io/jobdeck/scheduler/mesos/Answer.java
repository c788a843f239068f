package io.jobdeck.scheduler.mesos;

/** What a master's HTTP status means for the call that it answers. */
enum Answer {
    /** Taken: 2xx. */
    DONE,
    /** This master does not lead, and says who does: 307. */
    REDIRECTED,
    /** The call is wrong, or not allowed: 4xx except 404. */
    REFUSED,
    /** This master cannot answer yet or any more: 404 before its routes are set up, 503 while it recovers, others. */
    UNFIT;

    private static final int TEMPORARY_REDIRECT = 307;
    private static final int NOT_FOUND = 404;

    static Answer of(int status) {
        if (status == TEMPORARY_REDIRECT) {
            return REDIRECTED;
        }
        return switch (status / 100) {
            case 2 -> DONE;
            case 4 -> status == NOT_FOUND ? UNFIT : REFUSED;
            default -> UNFIT;
        };
    }
}
