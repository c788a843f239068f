package io.jobdeck.desktop.action;

import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.desktop.fold.JobState;
import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.DisableOptions;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.operations.TriggerOptions;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Which of what is done to jobs can be undone, and how. Interface thread only, but for the undoing itself. */
final class JobUndo {

    static final TriggerOptions ONE_MORE = new TriggerOptions(true, Optional.empty(), Collections.emptySortedSet());
    /** Each is put back by an operation of its own. */
    private static final int MOST_RUNS = 50;

    private final ActionContext context;
    private final Inventory inventory;

    JobUndo(ActionContext context) {
        this.context = context;
        this.inventory = context.inventory();
    }

    /**
     * A run that was queued is taken out again, as long as nothing of the job was launched since. A trigger that found a
     * run waiting and added none leaves nothing to undo; a daemon fires at once.
     */
    Map<Target.Job, WayBack> ofTrigger(List<Target.Job> targets) {
        return ofQueuing(targets, job -> job.readyCount() == 0 || job.config().filter(JobConfig::misfire).isPresent());
    }

    /** A run that was added is taken out again, as long as nothing of the job was launched since. */
    Map<Target.Job, WayBack> ofAddingRun(List<Target.Job> targets) {
        return ofQueuing(targets, job -> true);
    }

    private Map<Target.Job, WayBack> ofQueuing(List<Target.Job> targets, Predicate<JobFacts> adds) {
        Map<String, Set<TaskId>> running = running(targets);
        return ways(targets, job -> Reasons.isDaemon(job) || !adds.test(job) ? Optional.empty()
                : Optional.of(new WayBack(begun(job, running.getOrDefault(job.name(), Set.of())),
                        count -> takeOut(job.name()))));
    }

    private Map<String, Set<TaskId>> running(List<Target.Job> targets) {
        Set<String> names = targets.stream().map(Target.Job::name).collect(Collectors.toSet());
        return inventory.tasks().stream().map(TaskRecord::taskId).filter(task -> names.contains(task.jobName()))
                .collect(Collectors.groupingBy(TaskId::jobName, Collectors.toSet()));
    }

    private Supplier<Optional<String>> begun(JobFacts before, Set<TaskId> tasks) {
        return () -> {
            Optional<RunResult> result = inventory.job(before.name()).flatMap(JobFacts::lastResult);
            Set<TaskId> fresh = new HashSet<>(running(List.of(new Target.Job(before.name())))
                    .getOrDefault(before.name(), Set.of()));
            fresh.removeAll(tasks);
            return fresh.isEmpty() && result.equals(before.lastResult()) ? Optional.empty() : said("begun", before.name());
        };
    }

    private void takeOut(String job) {
        if (operations().removeReady(job, OptionalInt.of(1), caller()) == 0) {
            throw OperationException.conflict(context.texts().get("undo.too-late.begun", job));
        }
    }

    /** The job is disabled again as it was, as long as none of its tasks has come up. A daemon's come up at once. */
    Map<Target.Job, WayBack> ofEnabling(List<Target.Job> targets) {
        StoredState stored = new StoredState(context.connection().tree());
        return ways(targets, job -> {
            if (Reasons.isDaemon(job) || job.runningItems() > 0) {
                return Optional.empty();
            }
            DisableOptions was = stored.disablementOfJob(job.name()).map(JobUndo::options).orElse(DisableOptions.STANDARD);
            return Optional.of(new WayBack(() -> inventory.job(job.name()).filter(now -> now.runningItems() > 0)
                    .flatMap(now -> said("begun", job.name())),
                    count -> operations().disableJob(job.name(), was, caller())));
        });
    }

    static DisableOptions options(Disablement disablement) {
        return new DisableOptions(disablement.keepBacklog(), disablement.until());
    }

    /** A job that had nothing running and lost nothing is enabled again. */
    Undo<Target.Job> ofDisabling(boolean keepBacklog) {
        return targets -> ways(targets, job -> {
            boolean lost = job.runningItems() > 0 || !keepBacklog && (job.readyCount() > 0 || job.failoverCount() > 0);
            return lost ? Optional.empty()
                    : Optional.of(WayBack.always(() -> operations().enableJob(job.name(), caller())));
        });
    }

    /**
     * As many runs as were taken out are queued again. Runs of a job that is disabled cannot be, and a call on many does
     * not tell how many there were.
     */
    Map<Target.Job, WayBack> ofClearingReady(List<Target.Job> targets) {
        if (targets.size() > BatchRun.FEW) {
            return Map.of();
        }
        StoredState stored = new StoredState(context.connection().tree());
        return ways(targets, job -> job.state() == JobState.ENABLED && !Reasons.isDaemon(job)
                && job.readyCount() <= MOST_RUNS && !stored.hasRuns(job.name())
                ? Optional.of(new WayBack(Optional::empty, count -> queue(job.name(), count))) : Optional.empty());
    }

    private void queue(String job, int count) {
        for (int i = 0; i < count; i++) {
            operations().triggerJob(job, ONE_MORE, caller());
        }
    }

    private Map<Target.Job, WayBack> ways(List<Target.Job> targets, Function<JobFacts, Optional<WayBack>> of) {
        Map<Target.Job, WayBack> ways = new HashMap<>();
        if (targets.size() <= Undo.MOST) {
            targets.forEach(target -> inventory.job(target.name()).flatMap(of).ifPresent(way -> ways.put(target, way)));
        }
        return ways;
    }

    private Optional<String> said(String what, String job) {
        return Optional.of(context.texts().get("undo.too-late." + what, job));
    }

    private SchedulerOperations operations() {
        return context.connection().operations();
    }

    private Caller caller() {
        return context.connection().caller();
    }
}
