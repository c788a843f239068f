package io.jobdeck.desktop.table;

import io.jobdeck.desktop.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;

/** Times as people read them: how far away, and the exact time for those who need it. */
public final class Times {

    private static final Duration CLOCK_UP_TO = Duration.ofHours(12);
    private static final Duration NOW_WITHIN = Duration.ofSeconds(1);
    private static final Duration SECONDS_UP_TO = Duration.ofMinutes(2);
    private static final Duration MINUTES_UP_TO = Duration.ofHours(2);
    private static final Duration HOURS_UP_TO = Duration.ofDays(2);
    private static final long DAYS_PER_YEAR = 365;
    private static final Duration DAYS_UP_TO = Duration.ofDays(2 * DAYS_PER_YEAR);

    private final Texts texts;
    private final ZoneId zone;

    /**
     * Makes times in the language of the texts.
     *
     * @param zone zone of the person at the console
     */
    public Times(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /** Returns the zone of the person at the console. */
    public ZoneId zone() {
        return zone;
    }

    /** Returns how far away the time is, such as {@code 12 s ago} or {@code in 3 min}. */
    public String relative(Instant time, Instant now) {
        Duration distance = Duration.between(now, time);
        if (distance.abs().compareTo(NOW_WITHIN) < 0) {
            return texts.get("time.now");
        }
        return distance.isNegative()
                ? texts.get("time.ago", length(distance.negated()))
                : texts.get("time.in", length(distance));
    }

    /** Returns how long it has lasted, such as {@code 12 s}. */
    public String length(Duration duration) {
        if (duration.compareTo(SECONDS_UP_TO) < 0) {
            return texts.get("time.seconds", duration.toSeconds());
        }
        if (duration.compareTo(MINUTES_UP_TO) < 0) {
            return texts.get("time.minutes", duration.toMinutes());
        }
        if (duration.compareTo(HOURS_UP_TO) < 0) {
            return texts.get("time.hours", duration.toHours());
        }
        if (duration.compareTo(DAYS_UP_TO) < 0) {
            return texts.get("time.days", duration.toDays());
        }
        return texts.get("time.years", duration.toDays() / DAYS_PER_YEAR);
    }

    /** Returns the time of the day to the second; further than half a day from now, the day and the time to the minute. */
    public String clock(Instant time, Instant now) {
        boolean near = Duration.between(time, now).abs().compareTo(CLOCK_UP_TO) < 0;
        return DateTimeFormatter.ofPattern(near ? "HH:mm:ss" : "MM-dd HH:mm").withZone(zone).format(time);
    }

    /** Returns the time to the second as ISO 8601 has it, with the offset of the zone. */
    public String exact(Instant time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    /** Returns the exact time with its zone. */
    public String absolute(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(texts.locale())
                .withZone(zone)
                .format(time) + " " + zone.getId();
    }
}
