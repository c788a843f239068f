package io.jobdeck.scheduler.embedded.simulation;

import com.google.protobuf.ByteString;
import io.jobdeck.executor.wire.TaskPayload;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a task runs, as its payload says. */
final class RunTime {

    private static final Pattern WANTED = Pattern.compile("(?<![\\w.-])simulate=(\\d{1,9})(ms|s|m|h)(?!\\w)");

    private final Duration usual;

    RunTime(Duration usual) {
        this.usual = usual;
    }

    /** Returns the time from the payload of a task; empty if it runs until it is killed. */
    Optional<Duration> of(ByteString payload) {
        try {
            return of(TaskPayload.fromBytes(payload.toByteArray()));
        } catch (IllegalArgumentException foreign) {
            // Tasks of other frameworks, and of 2.1.5 executors, say nothing of how long they run.
            return Optional.of(usual);
        }
    }

    private Optional<Duration> of(TaskPayload payload) {
        if (payload.isDaemon()) {
            return Optional.empty();
        }
        Matcher wanted = WANTED.matcher(payload.jobParameter());
        return Optional.of(wanted.find() ? duration(Long.parseLong(wanted.group(1)), wanted.group(2)) : usual);
    }

    private static Duration duration(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}
