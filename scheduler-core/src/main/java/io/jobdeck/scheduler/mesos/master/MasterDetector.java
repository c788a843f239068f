package io.jobdeck.scheduler.mesos.master;

import java.util.List;
import java.util.function.Consumer;

/** Knows where the leading master is, and tells when that changes. */
public interface MasterDetector extends AutoCloseable {

    /**
     * Begins to watch; called once.
     *
     * @param masters receives, now and at every change, the masters to be tried in turn (any of them redirects to the
     *         leader); an empty list when no master leads. Called on a thread of the detector, one call at a time.
     */
    void start(Consumer<List<MasterAddress>> masters);

    /** Ends the watch at once. A call that is under way may still come through. */
    @Override
    void close();
}
