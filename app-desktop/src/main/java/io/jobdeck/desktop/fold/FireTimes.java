package io.jobdeck.desktop.fold;

import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * When crons fire next, in the leader's zone. Jobs with the same cron share one computation, which is redone when its
 * time has passed.
 */
final class FireTimes {

    private final Map<String, Schedule> schedules = new HashMap<>();
    private ZoneId zone;

    FireTimes(ZoneId zone) {
        this.zone = zone;
    }

    /** Changes the zone; returns whether it is another one, so that all times are new. */
    boolean in(ZoneId newZone) {
        if (newZone.equals(zone)) {
            return false;
        }
        zone = newZone;
        schedules.clear();
        return true;
    }

    /** Returns what is wrong with the cron, if anything is. */
    Optional<String> fault(String cron) {
        return Optional.ofNullable(schedule(cron).fault);
    }

    /** Returns when the cron fires next after {@code now}; empty if never. */
    Optional<Instant> next(String cron, Instant now) {
        return schedule(cron).next(now);
    }

    private Schedule schedule(String cron) {
        return schedules.computeIfAbsent(cron, text -> new Schedule(text, zone));
    }

    private static final class Schedule {

        private static final String UNCLEAR = "one of its fields cannot be understood";

        private final CronExpression expression;
        private final String fault;
        private Instant computedAt = Instant.MAX;
        private Instant next;

        Schedule(String cron, ZoneId zone) {
            CronExpression usable = null;
            String problem = null;
            try {
                CronExpression parsed = new CronExpression(cron);
                parsed.setTimeZone(TimeZone.getTimeZone(zone));
                parsed.getNextValidTimeAfter(new Date());
                usable = parsed;
            } catch (ParseException malformed) {
                problem = malformed.getMessage();
            } catch (RuntimeException broken) {
                // Quartz takes some crons, such as L for a month, and breaks only when asked for their next firing.
                problem = UNCLEAR;
            }
            expression = usable;
            fault = problem;
        }

        Optional<Instant> next(Instant now) {
            if (expression == null) {
                return Optional.empty();
            }
            boolean stale = now.isBefore(computedAt) || next != null && !next.isAfter(now);
            if (stale) {
                Date after = expression.getNextValidTimeAfter(Date.from(now));
                next = after == null ? null : after.toInstant();
                computedAt = now;
            }
            return Optional.ofNullable(next);
        }
    }
}
