package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.operations.DisableOptions;
import io.jobdeck.scheduler.operations.JobAction;
import io.jobdeck.scheduler.operations.JobOutcome;
import io.jobdeck.scheduler.operations.TriggerOptions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The same asked for of several jobs at once, each for itself. */
enum BulkRequest {
    TRIGGER(new JobAction.Trigger(TriggerOptions.STANDARD), JobRequests::trigger),
    DISABLE(new JobAction.Disable(DisableOptions.STANDARD), job -> JobRequests.disable(job, false, Optional.empty())),
    ENABLE(new JobAction.Enable(), JobRequests::enable),
    DEREGISTER(new JobAction.Deregister(), JobRequests::deregister),
    KILL_TASKS(new JobAction.KillTasks(), JobRequests::killTasks),
    CLEAR_READY(new JobAction.ClearReady(), QueueRequests::removeReady),
    CLEAR_FAILOVER(new JobAction.ClearFailover(), QueueRequests::removeFailover);

    private final JobAction action;
    private final Function<String, Operation> single;

    BulkRequest(JobAction action, Function<String, Operation> single) {
        this.action = action;
        this.single = single;
    }

    /** Asks for it, and judges each job's outcome as if it had been asked of that job alone. */
    void ask(World world, List<String> jobs) {
        List<JobOutcome> outcomes = world.operations.onJobs(jobs, action, World.CALLER);
        Rules.demand(outcomes.stream().map(JobOutcome::job).toList().equals(jobs), "%s of %s tells of %s", this, jobs,
                outcomes);
        Set<String> seen = new LinkedHashSet<>();
        for (JobOutcome outcome : outcomes) {
            if (seen.add(outcome.job())) {
                world.judgeOutcome(single.apply(outcome.job()), Fault.NONE, outcome.refusal());
            }
        }
        world.judge();
    }
}
