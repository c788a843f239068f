package io.jobdeck.scheduler.mesos;

import org.apache.mesos.v1.scheduler.Scheduler;

/** Opens drivers; the place where another implementation of Mesos' scheduler API is plugged in. */
@FunctionalInterface
public interface MesosConnector {

    /**
     * Opens a driver, which begins to look for the leading master at once.
     *
     * @param scheduler gets {@code connected}, {@code disconnected} and {@code received}, one at a time, on one thread of
     *         the driver; it should hand work on and return soon
     * @param rejections told of refused calls, on the same thread
     */
    MesosDriver connect(Scheduler scheduler, CallRejections rejections);
}
