package io.jobdeck.desktop.action;

import io.jobdeck.scheduler.operations.JobAction;
import io.jobdeck.scheduler.operations.JobOutcome;
import io.jobdeck.scheduler.operations.OperationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Does something to things, one by one or many in one call. Runs in the background.
 *
 * @param <T> what it is done to
 * @param each does it to one and returns how much that was, such as tasks killed; throws {@code OperationException} if it
 *     cannot
 * @param many does it to many in one call and tells of each, in their order, why it could not; empty if there is no such
 *     call
 */
record Work<T>(ToIntFunction<T> each, Optional<Function<List<T>, List<Optional<RuntimeException>>>> many) {

    Work {
        Objects.requireNonNull(each, "each");
        Objects.requireNonNull(many, "many");
    }

    /** Does it to one after the other. */
    static <T> Work<T> each(Consumer<T> operation) {
        return counting(item -> {
            operation.accept(item);
            return 1;
        });
    }

    /** Does it to one after the other, and counts. */
    static <T> Work<T> counting(ToIntFunction<T> operation) {
        return new Work<>(operation, Optional.empty());
    }

    /** Does it to few jobs one after the other, and to many in calls on many. */
    static Work<Target.Job> onJobs(ActionContext context, ToIntFunction<String> operation, JobAction action) {
        return new Work<>(job -> operation.applyAsInt(job.name()), Optional.of(jobs -> refusals(context.connection()
                .operations().onJobs(jobs.stream().map(Target.Job::name).toList(), action, context.connection().caller()))));
    }

    private static List<Optional<RuntimeException>> refusals(List<JobOutcome> outcomes) {
        List<Optional<RuntimeException>> refusals = new ArrayList<>();
        for (JobOutcome outcome : outcomes) {
            Optional<OperationException> refusal = outcome.refusal();
            refusals.add(refusal.map(why -> why));
        }
        return refusals;
    }
}
