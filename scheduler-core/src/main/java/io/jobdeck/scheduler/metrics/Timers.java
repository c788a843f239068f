package io.jobdeck.scheduler.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.LongStream;

/** Timers with buckets that suit what a scheduler does: from a millisecond to a minute. */
final class Timers {

    private static final Duration[] BUCKETS = LongStream.of(
            1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000)
            .mapToObj(Duration::ofMillis).toArray(Duration[]::new);

    private Timers() {
    }

    static Timer histogram(String name, String description, MeterRegistry registry, String... tags) {
        return Timer.builder(name).description(description).tags(tags).serviceLevelObjectives(BUCKETS).register(registry);
    }
}
