package io.jobdeck.executor.job;

import java.time.Duration;

/**
 * Tells a running job that it should stop: its task was killed, or the executor ends.
 *
 * <p>A job that looks at the signal between two steps can end tidily. One that does not look is interrupted a moment
 * later, and given up when the grace period is over. All methods may be called from any thread.
 */
public interface CancellationSignal {

    /** Returns whether the job should stop. Once true, it stays so. */
    boolean isCancelled();

    /**
     * Runs {@code action} when the job should stop, at once if that is so already. The action runs on a thread of the
     * executor and should be short; what it throws is logged.
     */
    void onCancel(Runnable action);

    /**
     * Pauses the calling thread until the job should stop or the time is over, whichever comes first.
     *
     * @param time how long to wait at most
     * @return whether the job should stop
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    boolean await(Duration time) throws InterruptedException;
}
