package io.jobdeck.scheduler.embedded.agent;

import java.time.Duration;
import java.time.Instant;

/** The one thread that owns an agent's state: what is given to it runs one after the other, in order. */
interface EventLoop {

    /** Runs {@code event} after everything that was given before; callable from any thread, returns at once. */
    void execute(Runnable event);

    /** Runs {@code event} on the loop once {@code delay} has passed. */
    Timer schedule(Duration delay, Runnable event);

    /** Returns the present time of the loop's clock. */
    Instant now();

    /** A planned event. */
    interface Timer {

        /** Takes the event back; without effect if it has run already. */
        void cancel();
    }
}
