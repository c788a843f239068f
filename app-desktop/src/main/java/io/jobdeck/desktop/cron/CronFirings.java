package io.jobdeck.desktop.cron;

import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** When a cron fires next, as Quartz reckons it, by which the leader fires it too. Pure. */
public final class CronFirings {

    private CronFirings() {
    }

    /** Returns the next times after {@code from}: at most {@code count}, none if it is no cron or fires no more. */
    public static List<ZonedDateTime> next(String cron, ZoneId zone, Instant from, int count) {
        List<ZonedDateTime> times = new ArrayList<>();
        try {
            CronExpression expression = new CronExpression(cron.strip());
            expression.setTimeZone(TimeZone.getTimeZone(zone));
            Date last = Date.from(from);
            for (int i = 0; i < count && last != null; i++) {
                last = expression.getNextValidTimeAfter(last);
                if (last != null) {
                    times.add(last.toInstant().atZone(zone));
                }
            }
        } catch (ParseException | RuntimeException e) {
            // Some crons, such as one with L for a month, are taken and break only when asked for their next firing.
            return List.of();
        }
        return times;
    }

    /** Returns whether Quartz takes it as a cron, also if it never fires again. */
    public static boolean isCron(String cron) {
        return CronExpression.isValidExpression(cron.strip());
    }

    /** Returns what people call the zone. */
    public static String name(ZoneId zone) {
        return zone.getId().equals("Z") ? "UTC" : zone.getId();
    }
}
