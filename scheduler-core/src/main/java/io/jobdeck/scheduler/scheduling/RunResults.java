package io.jobdeck.scheduler.scheduling;

import io.jobdeck.executor.wire.FiringResult;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.RunResult.Outcome;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How runs went, for the job's own node: the worst of a run's items counts. */
final class RunResults {

    private static final int LONGEST_MESSAGE = 1000;

    private RunResults() {
    }

    /** Returns how one firing of a daemon went. */
    static RunResult ofFiring(Optional<RunResult> last, TaskRecord task, FiringResult firing, Instant now) {
        return new RunResult(UUID.randomUUID().toString(), firing.success() ? Outcome.SUCCEEDED : Outcome.FAILED, now,
                firing.success() ? "" : describe(task, firing.cause()), task.busySince(), Optional.empty()).after(usual(last));
    }

    /**
     * Returns how a run went now that one of its items has ended: it has failed with the first item that fails, and has
     * succeeded with the last item that ends.
     *
     * @param last how the newest run of the job went so far
     * @param runUnderWay whether other items of the run have not ended
     */
    static Optional<RunResult> ofEnd(Optional<RunResult> last, TaskEnd end, boolean runUnderWay, Instant now) {
        Outcome outcome = outcome(end.state());
        if (outcome == Outcome.SUCCEEDED && runUnderWay) {
            return Optional.empty();
        }
        String runId = end.task().runId();
        String message = outcome == Outcome.SUCCEEDED ? "" : describe(end.task(),
                end.state() + (end.message().isEmpty() ? "" : ": " + end.message()));
        Optional<RunResult> same = last.filter(result -> result.runId().equals(runId));
        Optional<RunResult> worse = same.filter(result -> result.outcome().compareTo(outcome) >= 0);
        RunResult result = new RunResult(runId, worse.map(RunResult::outcome).orElse(outcome), now,
                worse.map(RunResult::message).orElse(message), launch(end.task()), usual(last));
        // Of items that end together, the first one tells how long the run took.
        boolean told = same.filter(before -> before.outcome() == Outcome.SUCCEEDED).isPresent();
        return Optional.of(told ? result : result.after(usual(last)));
    }

    /** How long a task of a daemon was up says nothing of its firings. */
    private static Optional<Instant> launch(TaskRecord task) {
        return Optional.of(task.launchedAt()).filter(launched -> !task.origin().daemon());
    }

    private static Optional<Duration> usual(Optional<RunResult> last) {
        return last.flatMap(RunResult::usual);
    }

    private static Outcome outcome(TaskState reported) {
        return switch (reported) {
            case FINISHED -> Outcome.SUCCEEDED;
            case KILLED -> Outcome.KILLED;
            default -> Outcome.FAILED;
        };
    }

    private static String describe(TaskRecord task, String message) {
        String text = "Item %d on %s: %s".formatted(task.taskId().item(), task.agentHost(), message);
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
    }
}
