package io.jobdeck.scheduler.rest.events;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What changed. Its text is the name of the event. */
public enum EventKind {
    /** An app's config. */
    APP,
    /** A job's config. */
    JOB,
    /** How many runs of a job the ready queue holds. */
    READY,
    /** A one-off run that waits. */
    RUN,
    /** Tasks in flight: those of one part of a run. */
    RUNNING,
    /** An item in the failover queue. */
    FAILOVER,
    /** An item whose last tasks failed. */
    FAILED,
    /** Whether an app or a job is disabled. */
    DISABLED,
    /** Why a job waits. */
    WAITING,
    /** How the newest run of a job went. */
    RESULT,
    /** Who leads. */
    LEADER;

    /** Returns the name of such events. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the names of all kinds. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(EventKind::text).toList();
    }
}
