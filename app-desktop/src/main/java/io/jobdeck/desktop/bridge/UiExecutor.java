package io.jobdeck.desktop.bridge;

/** Runs work on the interface thread. The product's one is the only place that calls the toolkit for it. */
@FunctionalInterface
public interface UiExecutor {

    /** Runs {@code work} on the interface thread, later if called on another one. */
    void run(Runnable work);
}
