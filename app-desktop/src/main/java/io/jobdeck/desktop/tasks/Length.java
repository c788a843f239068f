package io.jobdeck.desktop.tasks;

import io.jobdeck.desktop.fold.Patience;
import io.jobdeck.scheduler.model.TaskRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a task has been at work, against what is usual for its job.
 *
 * @param lasted how long so far
 * @param usual how long runs of its job usually take; empty if that is not known
 * @param stuck whether it is far longer than usual
 */
public record Length(Duration lasted, Optional<Duration> usual, boolean stuck) {

    /** Returns how long the task has been at work; empty if it is not at work, or that is not known. */
    public static Optional<Length> of(TaskRow row, Optional<Duration> usual, Instant now) {
        return row.task().flatMap(task -> task.busySince().map(begun -> of(task, begun, usual, now)));
    }

    private static Length of(TaskRecord task, Instant begun, Optional<Duration> usual, Instant now) {
        Duration lasted = Duration.between(begun, now);
        boolean stuck = Patience.endsFor(task, usual).filter(ends -> !ends.isAfter(now)).isPresent();
        return new Length(lasted.isNegative() ? Duration.ZERO : lasted, usual, stuck);
    }
}
