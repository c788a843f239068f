package io.jobdeck.scheduler.registry;

import java.util.concurrent.CountDownLatch;

/** One stay in the lead, from winning the election to the first reason to give it up. */
final class Term {

    private final CountDownLatch end = new CountDownLatch(1);
    private volatile String reason;

    /** Ends it; the first reason counts. Safe on any thread. */
    synchronized void end(String why) {
        if (reason == null) {
            reason = why;
            end.countDown();
        }
    }

    boolean ended() {
        return reason != null;
    }

    /** Waits for the end and returns the reason for people. An interrupt ends the term. */
    String awaitEnd() {
        while (!ended()) {
            try {
                end.await();
            } catch (InterruptedException interrupt) {
                end("the election's thread was interrupted");
            }
        }
        return reason;
    }
}
