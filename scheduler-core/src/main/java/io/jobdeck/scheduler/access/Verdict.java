package io.jobdeck.scheduler.access;

import java.time.Duration;

/** What is known of whoever calls. */
public sealed interface Verdict {

    /**
     * The credentials are an account's.
     *
     * @param account whose
     */
    record Accepted(Account account) implements Verdict { }

    /** There are no credentials. */
    record Missing() implements Verdict { }

    /** The credentials are nobody's. */
    record Refused() implements Verdict { }

    /**
     * The credentials have not been looked at, since too many wrong ones came from the same place.
     *
     * @param pause time after which they will be
     */
    record Delayed(Duration pause) implements Verdict { }
}
