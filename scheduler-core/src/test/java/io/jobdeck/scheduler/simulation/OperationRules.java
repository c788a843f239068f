package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.simulation.ClusterModel.AppModel;
import io.jobdeck.scheduler.simulation.ClusterModel.JobModel;
import io.jobdeck.scheduler.simulation.ClusterModel.Rest;
import io.jobdeck.scheduler.simulation.ClusterModel.TaskModel;
import io.jobdeck.scheduler.simulation.ClusterModel.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which operations are allowed, and what each makes of config and queues. */
final class OperationRules {

    private static final Duration RECONCILE_INTERVAL = Duration.ofSeconds(10);

    private final ClusterModel model;
    private final KillRules kills;
    private final FiringRules firings;
    private Instant lastReconciled = Instant.EPOCH;

    OperationRules(ClusterModel model, KillRules kills, FiringRules firings) {
        this.model = model;
        this.kills = kills;
        this.firings = firings;
    }

    boolean knowsApp(String name) {
        return model.apps().containsKey(name);
    }

    boolean knowsJob(String name) {
        return model.job(name).isPresent();
    }

    boolean knowsTransientJob(String name) {
        return model.job(name).filter(job -> !job.spec.isDaemon()).isPresent();
    }

    boolean mayRegisterApp(String name) {
        return !model.apps().containsKey(name);
    }

    void registerApp(String name, int size) {
        AppModel app = new AppModel();
        app.size = size;
        model.apps().put(name, app);
        model.touch(name);
    }

    void updateApp(String name, int size) {
        if (model.apps().get(name).size != size) {
            model.apps().get(name).size = size;
            tasksOf(name).filter(task -> task.spec.isDaemon()).forEach(task -> task.mayBeKilled = true);
        }
        model.touch(name);
    }

    void disableApp(String name, boolean keepBacklog, Optional<Instant> until) {
        if (rest(model.apps().get(name).rest, keepBacklog, until)) {
            model.jobsOf(name).forEach(model::emptyQueues);
        }
        model.touch(name);
    }

    void enableApp(String name) {
        Rest rest = model.apps().get(name).rest;
        if (rest.disabled) {
            rest.end();
            model.jobsOf(name).stream().map(model.jobs()::get)
                    .filter(job -> job.spec.isDaemon() && !job.rest.disabled).forEach(job -> job.ready = 1);
        }
        model.touch(name);
    }

    void deregisterApp(String name) {
        model.touch(name);
        model.jobsOf(name).forEach(this::deregister);
        model.apps().remove(name);
        tasksOf(name).forEach(task -> task.mayBeKilled = true);
    }

    private Stream<TaskModel> tasksOf(String app) {
        return model.tasks().values().stream().filter(task -> task.spec.appName().equals(app));
    }

    boolean mayRegister(String name, JobSpec spec) {
        return !model.jobs().containsKey(name) && model.apps().containsKey(spec.appName());
    }

    void register(String name, JobSpec spec) {
        JobModel job = new JobModel();
        job.spec = spec;
        model.jobs().put(name, job);
        job.ready = spec.isDaemon() && model.isWanted(job) ? 1 : 0;
        model.touchJob(name);
    }

    boolean mayUpdate(String name, JobSpec spec) {
        return model.jobs().containsKey(name)
                && (model.jobs().get(name).spec.app() == spec.app() || model.apps().containsKey(spec.appName()));
    }

    void update(String name, JobSpec spec) {
        JobModel job = model.jobs().get(name);
        boolean sameExecution = job.spec.isDaemon() == spec.isDaemon();
        boolean misfireSwitchedOff = job.spec.misfire() && !spec.misfire();
        Set<String> all = job.runs.values().stream().filter(run -> run.items().isEmpty()).map(OneOffRun::runId)
                .collect(Collectors.toSet());
        job.spec = spec;
        if (!sameExecution) {
            model.cancel(name, spec.isDaemon() ? job.ready : 0);
            job.failover.clear();
            job.runs.clear();
            job.ready = spec.isDaemon() && model.isWanted(job) ? 1 : 0;
        } else if (!spec.isDaemon() && misfireSwitchedOff && job.ready > 1) {
            model.cancel(name, job.ready - 1);
            job.ready = 1;
        }
        job.failover.keySet().removeIf(item -> item >= spec.items());
        firings.updated(job, sameExecution);
        job.runs.replaceAll((id, run) -> run.withItems(run.items().headSet(spec.items())));
        job.runs.values().removeIf(run -> run.items().isEmpty() && !all.contains(run.runId()));
        model.touchJob(name);
    }

    void disable(String name, boolean keepBacklog, Optional<Instant> until) {
        if (rest(model.jobs().get(name).rest, keepBacklog, until)) {
            model.emptyQueues(name);
        }
        model.touchJob(name);
    }

    /** Returns whether the queues are to be emptied. */
    private static boolean rest(Rest rest, boolean keepBacklog, Optional<Instant> until) {
        boolean same = rest.disabled && rest.keepsBacklog == keepBacklog && rest.until.equals(until);
        rest.begin(keepBacklog, until);
        return !same && !keepBacklog;
    }

    void killAll(String name) {
        kills.killAll(name);
    }

    void kill(TaskId task) {
        kills.kill(task);
    }

    void removeReady(String name) {
        model.cancel(name, model.jobs().get(name).ready);
        model.jobs().get(name).ready = 0;
        model.jobs().get(name).runs.clear();
        model.touchJob(name);
    }

    void removeReady(String name, int most) {
        JobModel job = model.jobs().get(name);
        int removed = Math.min(job.ready, most);
        model.cancel(name, removed);
        job.ready -= removed;
        model.touchJob(name);
    }

    boolean knowsRun(String job, String run) {
        return model.job(job).filter(known -> known.runs.containsKey(run)).isPresent();
    }

    void removeRun(String job, String run) {
        model.jobs().get(job).runs.remove(run);
        model.touchJob(job);
    }

    void removeFailover(String name, int item) {
        model.jobs().get(name).failover.remove(item);
        model.touchJob(name);
    }

    void removeFailover(String name) {
        model.jobs().get(name).failover.clear();
        model.touchJob(name);
    }

    void enable(String name) {
        JobModel job = model.jobs().get(name);
        if (job.rest.disabled) {
            job.rest.end();
            job.ready = job.spec.isDaemon() && model.isWanted(job) ? 1 : job.ready;
        }
        model.touchJob(name);
    }

    void deregister(String name) {
        model.emptyQueues(name);
        model.touchJob(name);
        model.jobs().remove(name);
        kills.forget(name);
        model.markKillable(name);
    }

    boolean mayReconcile(Instant now) {
        return !lastReconciled.plus(RECONCILE_INTERVAL).isAfter(now);
    }

    void reconcile(Instant now) {
        lastReconciled = now;
    }

    boolean mayTrigger(String name) {
        return model.job(name).filter(model::isWanted).isPresent();
    }

    void trigger(String name) {
        JobModel job = model.jobs().get(name);
        if (job.spec.isDaemon()) {
            firings.want(name, new Wanted(Optional.empty(), Collections.emptySortedSet()));
            return;
        }
        int before = job.ready;
        job.ready = job.spec.misfire() ? job.ready + 1 : Math.max(1, job.ready);
        model.accept(name, job.ready - before);
    }

    boolean mayTrigger(String name, SortedSet<Integer> items) {
        return mayTrigger(name) && items.stream().allMatch(item -> item < model.jobs().get(name).spec.items());
    }

    void triggerOneOff(String name, Wanted run) {
        if (model.jobs().get(name).spec.isDaemon()) {
            firings.want(name, run);
        } else {
            model.jobs().get(name).wantedRuns.add(run);
        }
    }

    void addRun(String name) {
        if (!model.jobs().get(name).spec.isDaemon()) {
            model.jobs().get(name).ready++;
            model.accept(name, 1);
        }
    }
}
