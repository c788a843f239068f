package io.jobdeck.desktop.filter;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people type them: {@code 90s}, {@code 10m}, {@code 1h30m}, {@code 2.5d}, {@code 3周}. */
final class Durations {

    private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*(\\p{L}+)\\s*");
    private static final Map<String, Duration> UNITS = Map.ofEntries(
            Map.entry("ms", Duration.ofMillis(1)), Map.entry("毫秒", Duration.ofMillis(1)),
            Map.entry("s", Duration.ofSeconds(1)), Map.entry("sec", Duration.ofSeconds(1)),
            Map.entry("秒", Duration.ofSeconds(1)),
            Map.entry("m", Duration.ofMinutes(1)), Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("分", Duration.ofMinutes(1)), Map.entry("分钟", Duration.ofMinutes(1)),
            Map.entry("h", Duration.ofHours(1)), Map.entry("时", Duration.ofHours(1)),
            Map.entry("小时", Duration.ofHours(1)),
            Map.entry("d", Duration.ofDays(1)), Map.entry("天", Duration.ofDays(1)),
            Map.entry("w", Duration.ofDays(7)), Map.entry("周", Duration.ofDays(7)));

    private Durations() {
    }

    /** Returns the duration; empty if it is none. */
    static Optional<Duration> parse(String text) {
        Matcher part = PART.matcher(text);
        Duration sum = Duration.ZERO;
        int end = 0;
        while (part.find() && part.start() == end) {
            Duration unit = UNITS.get(part.group(2).toLowerCase(Locale.ROOT));
            if (unit == null) {
                return Optional.empty();
            }
            sum = sum.plus(Duration.ofMillis(Math.round(Double.parseDouble(part.group(1)) * unit.toMillis())));
            end = part.end();
        }
        return end > 0 && end == text.length() ? Optional.of(sum) : Optional.empty();
    }
}
