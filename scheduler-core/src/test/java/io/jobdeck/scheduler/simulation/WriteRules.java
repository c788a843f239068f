package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.model.LaunchType;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.scheduling.SimulatedLeader;
import io.jobdeck.scheduler.simulation.ClusterModel.Item;
import io.jobdeck.scheduler.simulation.ClusterModel.JobModel;
import io.jobdeck.scheduler.simulation.ClusterModel.Ledger;
import io.jobdeck.scheduler.simulation.ClusterModel.TaskModel;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.mesos.v1.Protos.TaskState;

/** What the leader may write of queues and tasks. The model follows what it writes. */
final class WriteRules {

    private final ClusterModel model;
    private final WaitingRunRules waitingRuns;
    private final List<WishRules> wishes;
    private final Reality reality;
    private final Clock clock;

    WriteRules(ClusterModel model, WaitingRunRules waitingRuns, List<WishRules> wishes,
            Reality reality, Clock clock) {
        this.model = model;
        this.waitingRuns = waitingRuns;
        this.wishes = wishes;
        this.reality = reality;
        this.clock = clock;
    }

    /** The leader has written; {@code decided} is {@link ClusterModel#now} when it last looked. */
    void judge(TreeState before, TreeState after, int decided) {
        Set<String> names = new TreeSet<>(before.jobs());
        names.addAll(after.jobs());
        wishes.forEach(rules -> rules.judgeWrite(before, after, decided));
        names.forEach(name -> judge(name, before.job(name), after.job(name), decided));
    }

    private void judge(String name, TreeState.Job before, TreeState.Job after, int decided) {
        Collection<TaskId> added = minus(after.tasks(), before.tasks());
        Collection<TaskId> removed = minus(before.tasks(), after.tasks());
        JobModel job = model.jobs().get(name);
        boolean upToDate = job == null || job.changed <= decided;
        removed.forEach(id -> judgeEnd(id, job, after, decided));
        List<TaskId> launched = added.stream().filter(id -> reality.task(id).isEmpty()).toList();
        added.stream().filter(id -> !launched.contains(id)).forEach(id -> adopted(id, job));
        Set<String> runs = launched.stream().filter(id -> id.type() == LaunchType.READY).map(TaskId::unique)
                .collect(Collectors.toSet());
        Rules.demand(runs.size() <= 1, "runs %s of %s are launched at once", runs, name);
        Optional<String> run = runs.stream().findFirst();
        if (run.isPresent()) {
            judgeRun(name, job, new Launch(run.get(), launched, decided), before, after);
        } else {
            judgeReady(name, job, before, after, upToDate);
        }
        waitingRuns.judgeOthers(name, job, run, before, after, upToDate);
        judgeFailover(name, job, launched, removed, before, after, upToDate);
        if (job != null) {
            job.ready = after.ready();
            job.runs.clear();
            job.runs.putAll(after.runs());
            job.failover = new TreeMap<>(after.failover());
        }
    }

    private static Collection<TaskId> minus(Map<Integer, TaskId> tasks, Map<Integer, TaskId> others) {
        return tasks.values().stream().filter(id -> !others.containsValue(id)).toList();
    }

    private void adopted(TaskId id, JobModel job) {
        Rules.demand(reality.task(id).filter(task -> !task.forgotten).isPresent(),
                "%s is adopted, but nobody will hear of it", id);
        Rules.demand(job != null && model.isWanted(job), "%s is adopted, but is not wanted", id);
        TaskModel known = model.tasks().computeIfAbsent(id, task -> new TaskModel(new Item(), job.spec, false));
        known.mayBeKilled = true;
        model.givenUp().remove(id);
    }

    /** What the leader has launched of one run. */
    private record Launch(String run, List<TaskId> tasks, int decided) { }

    private void judgeRun(String name, JobModel job, Launch launch, TreeState.Job before, TreeState.Job after) {
        Rules.demand(job != null, "a run of %s is launched, which is gone", name);
        boolean upToDate = job.changed <= launch.decided();
        Rules.demand(before.failover().isEmpty(), "a run of %s is launched before its failover entries", name);
        if (before.runs().containsKey(launch.run())) {
            waitingRuns.judgeLaunch(name, job, launch.run(), launch.tasks(), before, after, upToDate);
            return;
        }
        // What was about to be launched when the app was disabled is as good as launched before that.
        Rules.demand(model.isWanted(job) || model.keepsBacklog(job) && !job.rest.disabled && !upToDate,
                "a run of %s is launched that nobody wants", name);
        Rules.demand(before.ready() > 0, "a run of %s is launched that nobody asked for", name);
        if (job.spec.isDaemon()) {
            Rules.demand(after.ready() == 0, "the entry of daemon %s outlives its launch", name);
            launch.tasks().forEach(id -> model.tasks().put(id, new TaskModel(new Item(), job.spec, !upToDate)));
        } else {
            Rules.demand(after.ready() == before.ready() - 1, "a run of %s takes %d entries", name,
                    before.ready() - after.ready());
            Rules.demand(before.tasks().isEmpty(), "a run of %s is launched beside %s", name, before.tasks());
            waitingRuns.judgeCounted(name, job, launch.run(), launch.tasks(), before, after, upToDate, launch.decided());
            model.ledger(name).launched++;
        }
    }

    private void judgeReady(String name, JobModel job, TreeState.Job before, TreeState.Job after, boolean upToDate) {
        int more = after.ready() - before.ready();
        if (more == 0) {
            return;
        }
        if (job == null || !model.isWanted(job)) {
            // What was decided before the job was disabled is taken back when the leader learns of that.
            Rules.demand(more < 0 || job != null && !upToDate, "%s is queued, but not wanted", name);
            Rules.demand(more > 0 || job == null || !model.keepsBacklog(job) || !upToDate,
                    "%s loses a backlog that is to be kept", name);
            int runs = job == null || job.spec.isDaemon() ? 0 : more;
            model.accept(name, Math.max(0, runs));
            model.cancel(name, Math.max(0, -runs));
        } else if (job.spec.isDaemon()) {
            Rules.demand(more < 0 || after.ready() == 1 || !upToDate, "daemon %s is queued %d times", name,
                    after.ready());
        } else if (more < 0) {
            Rules.demand(!upToDate || -more <= job.surplus, "%d runs of %s are dropped from the queue", -more, name);
            job.surplus = 0;
            model.cancel(name, -more);
        } else {
            Ledger ledger = model.ledger(name);
            int firings = job.firings + ledger.doubtfulFirings;
            Rules.demand(more <= firings, "%d runs of %s are queued for %d firings", more, name, firings);
            Rules.demand(job.spec.misfire() || before.ready() == 0 && after.ready() == 1 || !upToDate,
                    "%s without misfire is queued %d times", name, after.ready());
            ledger.doubtfulFirings -= Math.max(0, more - job.firings);
            job.firings = job.spec.misfire() ? Math.max(0, job.firings - more) : 0;
            model.accept(name, more);
        }
    }

    private void judgeFailover(String name, JobModel job, List<TaskId> launched, Collection<TaskId> removed,
            TreeState.Job before, TreeState.Job after, boolean upToDate) {
        after.failover().forEach((item, original) -> {
            boolean isNew = !original.equals(before.failover().get(item));
            Rules.demand(!isNew || removed.stream().anyMatch(id -> id.toString().equals(original)),
                    "%s item %s is queued for failover of %s, which has not just ended", name, item, original);
        });
        Set<Integer> gone = new HashSet<>(before.failover().keySet());
        gone.removeAll(after.failover().keySet());
        for (TaskId id : launched) {
            if (id.type() == LaunchType.FAILOVER) {
                Rules.demand(gone.remove(id.item()), "%s is launched without a failover entry, or leaves it", id);
                Rules.demand(job != null && (model.isWanted(job) || model.keepsBacklog(job) && !upToDate),
                        "%s is launched, but not wanted", id);
                Item item = Optional.ofNullable(model.tasks().get(TaskId.parse(before.failover().get(id.item()))))
                        .map(original -> original.item).orElseGet(Item::new);
                model.tasks().put(id, new TaskModel(item, job.spec, !upToDate));
            }
        }
        for (int item : gone) {
            Rules.demand(job == null || !model.isWanted(job) || item >= job.spec.items() || !upToDate,
                    "the failover entry of %s item %d is dropped", name, item);
        }
    }

    private void judgeEnd(TaskId id, JobModel job, TreeState.Job after, int decided) {
        Optional<SimulatedTask> task = reality.task(id);
        boolean running = task.filter(SimulatedTask::isAlive).isPresent();
        boolean outOfSight = task.filter(this::isOutOfSightForTooLong).isPresent();
        Rules.demand(!running || outOfSight, "the record of %s is removed, but it runs", id);
        model.givenUp().add(id);
        TaskModel known = model.tasks().get(id);
        boolean queued = after.failover().containsKey(id.item());
        Rules.demand(!queued || known == null || !KillRules.isWanted(known, decided),
                "%s was to end and is launched again", id);
        boolean upToDate = job == null || job.changed <= decided;
        boolean certain = !outOfSight && task.filter(ended -> ended.endedTwice).isEmpty();
        boolean concerned = known != null && !known.mayBeKilled && certain && upToDate;
        if (!concerned || job == null || !model.isWanted(job) || id.item() >= job.spec.items()) {
            return;
        }
        TaskState end = task.map(SimulatedTask::state).orElse(TaskState.TASK_DROPPED);
        boolean fine = end == TaskState.TASK_FINISHED || end == TaskState.TASK_KILLED;
        Rules.demand(!fine || !queued, "%s ended as %s and is launched again", id, end);
        if (!fine && !job.spec.isDaemon()) {
            Rules.demand(queued || known.item.begun && !job.spec.failover(),
                    "item %s of a run is lost: %s ended as %s", id.item(), id, end);
        }
    }

    private boolean isOutOfSightForTooLong(SimulatedTask task) {
        return reality.agentOf(task).isMissedFor(SimulatedLeader.UNREACHABLE_LIMIT, clock.instant());
    }
}
