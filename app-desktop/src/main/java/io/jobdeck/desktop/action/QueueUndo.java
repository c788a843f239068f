package io.jobdeck.desktop.action;

import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.operations.TriggerOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which removals from queues can be undone, and how. Interface thread only, but for the undoing itself. */
final class QueueUndo {

    private final ActionContext context;
    private final JobUndo jobs;

    QueueUndo(ActionContext context) {
        this.context = context;
        this.jobs = new JobUndo(context);
    }

    /** As many runs as were taken out are queued again. */
    Map<Target.Ready, WayBack> ofRemovingReady(List<Target.Ready> targets) {
        Map<Target.Ready, WayBack> ways = new HashMap<>();
        jobs.ofClearingReady(targets.stream().map(entry -> new Target.Job(entry.job())).toList())
                .forEach((job, way) -> ways.put(new Target.Ready(job.name()), way));
        return ways;
    }

    /** A run of which nothing was launched is asked for again, with the same parameter and items; only its id is another. */
    Map<Target.Run, WayBack> ofRemovingRuns(List<Target.Run> targets) {
        StoredState stored = new StoredState(context.connection().tree());
        Map<Target.Run, WayBack> ways = new HashMap<>();
        targets.stream().limit(Undo.MOST).forEach(target -> stored.run(target.job(), target.runId())
                .filter(run -> !run.hasBegun())
                .ifPresent(run -> ways.put(target, WayBack.always(() -> ask(run)))));
        return ways;
    }

    private void ask(OneOffRun run) {
        context.connection().operations().triggerJob(run.jobName(),
                new TriggerOptions(true, run.jobParameter(), run.items()), context.connection().caller());
    }
}
