package io.jobdeck.desktop.editor;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** When a cron fires next, as Quartz reckons it. */
public final class CronPreview {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private CronPreview() {
    }

    /** Returns the next times after {@code from}: at most {@code count}, none if it is no cron or fires no more. */
    public static List<ZonedDateTime> next(String cron, ZoneId zone, Instant from, int count) {
        List<ZonedDateTime> times = new ArrayList<>();
        try {
            CronExpression expression = new CronExpression(cron);
            expression.setTimeZone(TimeZone.getTimeZone(zone));
            Date last = Date.from(from);
            for (int i = 0; i < count && last != null; i++) {
                last = expression.getNextValidTimeAfter(last);
                if (last != null) {
                    times.add(last.toInstant().atZone(zone));
                }
            }
        } catch (ParseException | IllegalArgumentException e) {
            return List.of();
        }
        return times;
    }

    /** Returns them in one line, each day named once. */
    public static String line(List<ZonedDateTime> times) {
        StringBuilder line = new StringBuilder();
        LocalDate day = null;
        for (ZonedDateTime time : times) {
            boolean sameDay = time.toLocalDate().equals(day);
            line.append(line.isEmpty() ? "" : ", ");
            line.append(sameDay ? "" : DAY.format(time) + " ").append(TIME.format(time));
            day = time.toLocalDate();
        }
        return line.toString();
    }

    /** Returns what people call the zone. */
    public static String name(ZoneId zone) {
        return zone.getId().equals("Z") ? "UTC" : zone.getId();
    }
}
