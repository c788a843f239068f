package io.jobdeck.scheduler.simulation;

/** What goes wrong while an operation is done. */
enum Fault {
    NONE,
    /** It is done, but the answer of the registry gets lost. */
    ANSWER_LOST,
    /** The leader writes between the operation's look and its write. */
    LEADER_WRITES_MEANWHILE
}
