package io.jobdeck.scheduler.insight;

/** How an agent stands with the master. */
public enum AgentState {
    /** It is registered and takes tasks. */
    ACTIVE,
    /** It is registered, but an operator has taken it out of use. */
    DEACTIVATED,
    /** An operator is emptying it: what runs there is being ended. */
    DRAINING,
    /** An operator has emptied it. */
    DRAINED,
    /** Its connection broke a moment ago; it counts as unreachable soon. */
    DISCONNECTED,
    /** The master knows of it from its predecessor and waits for it. */
    AWAITED,
    /** The master has not heard from it for too long. */
    UNREACHABLE;

    /** Returns whether its resources are there to be used. */
    public boolean isUsable() {
        return this == ACTIVE;
    }

    /** Returns whether it can be asked for files. */
    public boolean isReachable() {
        return this != DISCONNECTED && this != AWAITED && this != UNREACHABLE;
    }
}
