package io.jobdeck.scheduler.embedded.agent;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as Mesos writes them: a number and the largest unit that fits, like {@code 15mins} or {@code 1.5secs}. */
final class MesosDuration {

    private enum Unit {
        WEEKS(Duration.ofDays(7), "weeks"),
        DAYS(Duration.ofDays(1), "days"),
        HOURS(Duration.ofHours(1), "hrs"),
        MINUTES(Duration.ofMinutes(1), "mins"),
        SECONDS(Duration.ofSeconds(1), "secs"),
        MILLISECONDS(Duration.ofMillis(1), "ms"),
        NANOSECONDS(Duration.ofNanos(1), "ns");

        private final Duration length;
        private final String suffix;

        Unit(Duration length, String suffix) {
            this.length = length;
            this.suffix = suffix;
        }
    }

    private MesosDuration() {
    }

    /** Returns {@code duration} in Mesos' notation. */
    static String format(Duration duration) {
        for (Unit unit : Unit.values()) {
            if (duration.compareTo(unit.length) >= 0) {
                double amount = (double) duration.toNanos() / unit.length.toNanos();
                return new BigDecimal(Double.toString(amount)).stripTrailingZeros().toPlainString() + unit.suffix;
            }
        }
        return "0ns";
    }
}
