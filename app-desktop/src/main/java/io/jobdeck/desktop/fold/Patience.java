package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.model.TaskRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a task may take before somebody should look at it. */
public final class Patience {

    private static final int TIMES_USUAL = 3;
    /** Short runs vary more than threefold for no reason that anybody would look into. */
    private static final Duration LEAST_MORE = Duration.ofMinutes(1);
    private static final Duration LONGEST_CHANGE = Duration.ofMinutes(5);

    private Patience() {
    }

    /**
     * Returns from when on the task is stuck: it has been at work for three times as long as usual and at least a minute
     * longer, or has neither started nor ended within five minutes. Empty if nothing can be said.
     */
    public static Optional<Instant> endsFor(TaskRecord task, Optional<Duration> usual) {
        return switch (task.state()) {
            case STAGING, STARTING, KILLING -> Optional.of(task.since().plus(LONGEST_CHANGE));
            case RUNNING -> usual.flatMap(length -> task.busySince().map(begun -> begun.plus(longest(length))));
            default -> Optional.empty();
        };
    }

    private static Duration longest(Duration usual) {
        Duration times = usual.multipliedBy(TIMES_USUAL);
        Duration more = usual.plus(LEAST_MORE);
        return times.compareTo(more) > 0 ? times : more;
    }
}
