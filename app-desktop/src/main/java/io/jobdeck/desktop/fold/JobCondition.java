package io.jobdeck.desktop.fold;

/**
 * How a job is doing. Several may hold at once; the first of them in this order is what is said of the job in one word, so
 * what keeps it from working stands before what it does.
 */
public enum JobCondition {
    /** Disabled itself, whatever its app is. */
    DISABLED(false),
    /** Not disabled itself, but its app is. */
    APP_DISABLED(false),
    /** It has a {@link Problem}, so it cannot run. */
    INVALID(true),
    /** It has tasks on agents that cannot be reached. */
    UNREACHABLE(true),
    /** It has tasks that take far longer than usual, or that neither start nor end. */
    STUCK(true),
    /** Its last run failed, or items of it failed and are tried again or given up. */
    FAILING(true),
    /** More runs of it wait than can be caught up with at once. */
    BACKLOGGED(true),
    /** It is due and has not been launched. */
    WAITING(true),
    /** It has tasks in flight. */
    RUNNING(false),
    /** Its cron never fires again. */
    NEVER_SCHEDULED(true),
    /** Nothing of it runs or waits. */
    IDLE(false),
    /** It has items in the failover queue. */
    FAILOVER(false),
    /** It may run. */
    ENABLED(false);

    private final boolean trouble;

    JobCondition(boolean trouble) {
        this.trouble = trouble;
    }

    /** Returns whether somebody should look at it. */
    public boolean isTrouble() {
        return trouble;
    }
}
