package io.jobdeck.scheduler.operations;

import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** A cron is one that Quartz takes and that fires at least once from now on (spec section 14.3). */
final class CronRule {

    private static final int LONGEST = 1000;
    private static final String UNCLEAR = "one of its fields cannot be understood";
    private static final int FEWEST_FIELDS = 6;
    private static final int MOST_FIELDS = 7;

    private final Clock clock;

    CronRule(Clock clock) {
        this.clock = clock;
    }

    Optional<String> problem(String cron) {
        if (cron.isBlank()) {
            return Optional.of("must not be empty; it is a Quartz cron of 6 or 7 fields.");
        }
        if (cron.length() > LONGEST) {
            return Optional.of("has %d characters, at most %d are allowed.".formatted(cron.length(), LONGEST));
        }
        int fields = cron.strip().split("\\s+").length;
        if (fields < FEWEST_FIELDS || fields > MOST_FIELDS) {
            return Optional.of("%s is no Quartz cron (it has %d fields; 6 or 7 are needed, the first for seconds)."
                    .formatted(Problems.quote(cron), fields));
        }
        try {
            return firesAfter(cron, clock.instant()) ? Optional.empty()
                    : Optional.of("%s never fires from now on.".formatted(Problems.quote(cron)));
        } catch (ParseException e) {
            return Optional.of("%s is no Quartz cron (%s).".formatted(Problems.quote(cron), reason(e)));
        } catch (RuntimeException e) {
            // Quartz takes some crons, such as L for a month, and breaks only when asked for their next firing.
            return Optional.of("%s is no Quartz cron (%s).".formatted(Problems.quote(cron), UNCLEAR));
        }
    }

    private boolean firesAfter(String cron, Instant now) throws ParseException {
        CronExpression expression = new CronExpression(cron);
        expression.setTimeZone(TimeZone.getTimeZone(clock.getZone()));
        return expression.getNextValidTimeAfter(Date.from(now)) != null;
    }

    private static String reason(ParseException e) {
        String message = String.valueOf(e.getMessage()).strip();
        if (message.contains("java.")) {
            return UNCLEAR;
        }
        String quoted = Problems.quote(message);
        String reason = quoted.substring(1, quoted.length() - 1);
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}
