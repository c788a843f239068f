package io.jobdeck.scheduler.registry;

/** What a scheduler does when it gains or loses the lead. Both are called on the election's thread, in turn. */
public interface Candidate {

    /** Starts everything that only the leader runs, and returns. */
    void onElected(Epoch epoch);

    /** Stops all that {@link #onElected} started and returns when it is stopped: the Mesos driver before anything else. */
    void onDeposed();
}
