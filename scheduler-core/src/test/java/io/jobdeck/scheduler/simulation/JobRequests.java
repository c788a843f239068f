package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.model.ReconcileRequest;
import io.jobdeck.scheduler.operations.DisableOptions;
import io.jobdeck.scheduler.operations.TriggerOptions;
import io.jobdeck.scheduler.simulation.ClusterModel.Wanted;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What can be asked for of a job. */
final class JobRequests {

    private JobRequests() {
    }

    static Operation register(String job, JobSpec spec) {
        return new Operation("register job %s: %s".formatted(job, spec),
                (operations, caller) -> operations.registerJob(spec.config(job), caller),
                rules -> rules.mayRegister(job, spec), rules -> rules.register(job, spec));
    }

    static Operation update(String job, JobSpec spec) {
        return new Operation("update job %s: %s".formatted(job, spec),
                (operations, caller) -> operations.updateJob(spec.config(job), caller),
                rules -> rules.mayUpdate(job, spec), rules -> rules.update(job, spec));
    }

    static Operation disable(String job, boolean keepBacklog, Optional<Instant> until) {
        return new Operation("disable job %s%s%s".formatted(job, keepBacklog ? " and keep its backlog" : "",
                until.map(end -> " until " + end).orElse("")), (operations, caller) ->
                operations.disableJob(job, new DisableOptions(keepBacklog, until), caller),
                rules -> rules.knowsJob(job), rules -> rules.disable(job, keepBacklog, until));
    }

    static Operation enable(String job) {
        return new Operation("enable job " + job, (operations, caller) -> operations.enableJob(job, caller),
                rules -> rules.knowsJob(job), rules -> rules.enable(job));
    }

    static Operation deregister(String job) {
        return new Operation("deregister job " + job, (operations, caller) -> operations.deregisterJob(job, caller),
                rules -> rules.knowsJob(job), rules -> rules.deregister(job), rules -> rules.knowsJob(job));
    }

    static Operation trigger(String job) {
        return new Operation("trigger job " + job, (operations, caller) -> operations.triggerJob(job, caller),
                rules -> rules.mayTrigger(job), rules -> rules.trigger(job));
    }

    static Operation addRun(String job) {
        return new Operation("add a run of job " + job, (operations, caller) -> operations.triggerJob(job,
                new TriggerOptions(true, Optional.empty(), new TreeSet<>()), caller),
                rules -> rules.mayTrigger(job) && rules.knowsTransientJob(job), rules -> rules.addRun(job));
    }

    static Operation triggerOneOff(String job, Optional<String> parameter, Set<Integer> items) {
        Wanted run = new Wanted(parameter, new TreeSet<>(items));
        return new Operation("trigger job %s: %s".formatted(job, run), (operations, caller) ->
                operations.triggerJob(job, new TriggerOptions(false, parameter, run.items()), caller),
                rules -> rules.mayTrigger(job, run.items()), rules -> rules.triggerOneOff(job, run));
    }

    static Operation reconcile(ReconcileRequest.Kind kind, Instant now) {
        return new Operation("reconcile, " + kind, (operations, caller) -> operations.reconcile(kind, caller),
                rules -> rules.mayReconcile(now), rules -> rules.reconcile(now));
    }

    static Operation killTasks(String job) {
        return new Operation("kill the tasks of job " + job, (operations, caller) -> operations.killTasks(job, caller),
                rules -> rules.knowsJob(job), rules -> rules.killAll(job), rules -> rules.knowsJob(job));
    }
}
