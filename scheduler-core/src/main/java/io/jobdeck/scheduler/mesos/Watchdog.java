package io.jobdeck.scheduler.mesos;

import java.time.Duration;

/** Cries out when nothing happens for too long. Used on the callback thread only. */
final class Watchdog {

    private final DriverTimer timer;
    private final CallbackThread thread;
    private DriverTimer.Alarm alarm = () -> { };
    private long watch;

    Watchdog(DriverTimer timer, CallbackThread thread) {
        this.timer = timer;
        this.thread = thread;
    }

    /** Forgets what was watched for, and runs {@code cry} on the callback thread unless called again in time. */
    void restart(Duration patience, Runnable cry) {
        stop();
        long thisWatch = watch;
        alarm = timer.after(patience, () -> thread.execute(() -> {
            if (thisWatch == watch) {
                cry.run();
            }
        }));
    }

    void stop() {
        watch++;
        alarm.cancel();
    }
}
