package io.jobdeck.desktop.action;

/** What kind of thing an action is on. Its key in the texts is {@code scope.} and its name. */
public enum Scope {
    /** The console itself, whatever cluster it shows. */
    WINDOW,
    CLUSTER,
    APP,
    JOB,
    TASK,
    /** The runs of one job that are counted in the ready queue. */
    READY,
    /** One run with a parameter or items of its own that has not been launched. */
    RUN,
    /** One item in the failover queue. */
    FAILOVER,
    AGENT
}
