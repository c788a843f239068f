package io.jobdeck.scheduler.mesos;

import org.apache.mesos.v1.scheduler.Protos.Call;

/** Hears of calls that the master refused. */
@FunctionalInterface
public interface CallRejections {

    /**
     * The master answered a call with a 4xx status; nothing of it was done.
     *
     * @param call the call as it was given to the driver
     * @param status HTTP status, 400 to 499
     * @param reason the master's own words, at most 64 KiB of them
     */
    void rejected(Call call, int status, String reason);
}
