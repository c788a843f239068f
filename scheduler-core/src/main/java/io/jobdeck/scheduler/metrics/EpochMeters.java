package io.jobdeck.scheduler.metrics;

import io.jobdeck.scheduler.registry.TransactionResult;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Time that the leader's transactions take, by their results. */
final class EpochMeters {

    private final Map<Class<? extends TransactionResult>, Timer> byResult;

    EpochMeters(MeterRegistry registry) {
        byResult = Stream.of(TransactionResult.Committed.class, TransactionResult.Refused.class,
                        TransactionResult.Deposed.class, TransactionResult.Unknown.class)
                .collect(Collectors.toUnmodifiableMap(result -> result, result -> Timers.histogram(
                        "jobdeck.zookeeper.transaction", "Time from sending a transaction of the leader until its result",
                        registry, "result", result.getSimpleName().toLowerCase(Locale.ROOT))));
    }

    void answered(TransactionResult result, long nanoseconds) {
        Timer timer = byResult.get(result.getClass());
        if (timer != null) {
            timer.record(nanoseconds, TimeUnit.NANOSECONDS);
        }
    }
}
