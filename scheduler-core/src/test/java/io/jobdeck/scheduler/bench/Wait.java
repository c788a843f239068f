package io.jobdeck.scheduler.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** Waits without taking much of the processors that are measured. */
public final class Wait {

    private static final Duration LOOK = Duration.ofMillis(5);

    private Wait() {
    }

    /** Returns when the condition holds; fails when that takes longer than {@code limit}. */
    public static void until(String what, Duration limit, BooleanSupplier condition) {
        Awaitility.await(what).atMost(limit).pollDelay(Duration.ZERO).pollInterval(LOOK).until(condition::getAsBoolean);
    }

    /** Lets time pass in which nothing is to happen. */
    public static void pause(Duration time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
    }

    /** Returns {@link System#nanoTime()} of an instant of the wall clock. */
    static long nanosOf(Instant instant) {
        return System.nanoTime() + Duration.between(Instant.now(), instant).toNanos();
    }
}
