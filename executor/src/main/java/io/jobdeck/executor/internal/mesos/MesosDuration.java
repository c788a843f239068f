package io.jobdeck.executor.internal.mesos;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Mesos writes them in an executor's environment: a number and a unit, as in {@code 5secs}. */
final class MesosDuration {

    private static final Pattern SYNTAX = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([a-z]+)");

    private static final Map<String, Duration> UNITS = Map.of(
            "ns", Duration.ofNanos(1),
            "us", Duration.ofNanos(1_000),
            "ms", Duration.ofMillis(1),
            "secs", Duration.ofSeconds(1),
            "mins", Duration.ofMinutes(1),
            "hrs", Duration.ofHours(1),
            "days", Duration.ofDays(1),
            "weeks", Duration.ofDays(7));

    private MesosDuration() {
    }

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException if the text is not one; the message says what is expected
     */
    static Duration parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        Duration unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
        if (unit == null) {
            throw new IllegalArgumentException("'%s' is not a duration like 5secs, 2mins or 500ms".formatted(text));
        }
        BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit.toNanos()));
        return Duration.ofNanos(nanos.setScale(0, RoundingMode.HALF_UP).longValue());
    }
}
