package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ExecutorIds;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.LaunchType;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskRecord.Origin;
import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.apache.mesos.v1.Protos.ExecutorInfo;
import org.apache.mesos.v1.Protos.Resource;
import org.apache.mesos.v1.Protos.TaskInfo;

/**
 * Records runs that have found their places and has them launched when that is done. One transaction takes the work out
 * of its queue and records all tasks and the executors started for them, however many there are.
 */
final class RunStarter {

    /** Records of executors beyond this are written ahead in transactions of their own, to leave room for the tasks. */
    private static final int MOST_EXECUTOR_BYTES = 300_000;
    /** Who asks for what is left of a run. */
    private static final String SCHEDULER = "scheduler";

    private final ReadyQueue queues;
    private final Executors executors;
    private final TaskRecords records;
    private final Loop loop;
    private final Instruments instruments;

    RunStarter(ReadyQueue queues, Executors executors, TaskRecords records, Loop loop, Instruments instruments) {
        this.queues = queues;
        this.executors = executors;
        this.records = records;
        this.loop = loop;
        this.instruments = instruments;
    }

    /**
     * A run, or part of one, that has found its places.
     *
     * @param places at least one
     */
    record Run(JobConfig job, AppConfig app, boolean command, NextWork work, List<Placement.Place> places) {

        List<Integer> items() {
            return places.stream().map(Placement.Place::item).toList();
        }

        boolean isWhole() {
            return places.size() == work.items().size();
        }

        /** Returns the items that have not found a place. */
        SortedSet<Integer> left() {
            SortedSet<Integer> left = new TreeSet<>(work.items());
            items().forEach(left::remove);
            return left;
        }

        /** Returns the config that the tasks are given. */
        JobConfig given() {
            return work.jobParameter().map(job::withJobParameter).orElse(job);
        }

        boolean isFailover() {
            return work.kind() == NextWork.Kind.FAILOVER;
        }
    }

    /** A run has been launched that could have been launched since then. */
    void launched(Instant since) {
        instruments.launched(Duration.between(since, loop.clock().instant()));
    }

    /**
     * Starts a run of a job; its tasks are launched with the batch.
     *
     * @return the agents whose offers are used for it
     */
    Set<AgentResources> start(JobState job, Run run, LaunchBatch batch) {
        LaunchType type = run.isFailover() ? LaunchType.FAILOVER : LaunchType.READY;
        String runId = run.work().run().map(OneOffRun::runId).orElseGet(() -> UUID.randomUUID().toString());
        Map<AgentResources, List<TaskInfo>> infos = new LinkedHashMap<>();
        List<ExecutorState> started = new ArrayList<>();
        List<TaskRecord> tasks = new ArrayList<>(run.places().size());
        Origin origin = new Origin(run.job().isDaemon(), run.work().jobParameter(),
                run.work().run().map(OneOffRun::launches).orElse(0));
        Common common = new Common(runId, run.given(), origin, Digests.ofTask(run.job()), type,
                loop.clock().instant().truncatedTo(ChronoUnit.MILLIS), new HashMap<>());
        for (Placement.Place place : run.places()) {
            // The run makes the id of an item's task unique, so its record need not repeat anything.
            TaskId id = new TaskId(job.item(place.item()), type, place.agent().agentId(), common.runId());
            infos.computeIfAbsent(place.agent(), agent -> new ArrayList<>()).add(taskInfo(run, place, id, common, started));
            tasks.add(record(job, run, place, id, common));
        }
        tasks.sort(Comparator.comparingInt(task -> task.taskId().item()));
        write(job, run, runId, tasks, started, infos, batch);
        return infos.keySet();
    }

    private TaskInfo taskInfo(Run run, Placement.Place place, TaskId id, Common common, List<ExecutorState> started) {
        if (run.command()) {
            List<Resource> resources = place.agent().take(Amount.ofItem(run.job()));
            return TaskFactory.commandTask(common.job(), run.app(), id, resources);
        }
        ExecutorInfo executor = executors.use(run.app(), place.agent(), place.startsExecutor(), started);
        return TaskFactory.executorTask(common.job(), id, place.agent().take(Amount.ofItem(run.job())), executor);
    }

    private static TaskRecord record(JobState job, Run run, Placement.Place place, TaskId id, Common common) {
        Optional<String> executor = run.command() ? Optional.empty() : common.executors().computeIfAbsent(
                id.agentId(), agent -> Optional.of(ExecutorIds.of(run.app().appName(), agent)));
        return new TaskRecord(id, run.app().appName(), place.agent().hostname(), executor, common.runId(),
                common.configDigest(), TaskState.STAGING, common.now(), common.now(), false,
                run.isFailover() ? Optional.ofNullable(job.failover.get(place.item())) : Optional.empty(), common.origin(),
                false);
    }

    private void write(JobState job, Run run, String runId, List<TaskRecord> tasks, List<ExecutorState> started,
            Map<AgentResources, List<TaskInfo>> infos, LaunchBatch batch) {
        List<Change> changes = new ArrayList<>();
        // What was decided by a config that has changed meanwhile is decided anew.
        changes.add(new Change.Check(RegistryPaths.configJob(job.name()), job.configVersion));
        IntConsumer taken = takeFromQueue(job, run, runId, changes);
        TaskRecords.create(job, tasks, changes);
        List<ExecutorState> together = recordAhead(started);
        together.forEach(executor -> changes.add(Executors.record(executor)));
        int runningNodes = run.job().isDaemon() ? RunningNodes.create(job, tasks, changes) : 0;
        batch.begin(infos.keySet());
        queues.write(job, changes, done -> {
            // The queue's change stands right behind the check.
            taken.accept(done.versions().get(1));
            Executors.recorded(together);
            records.created(job, tasks, runningNodes);
            if (run.job().isDaemon()) {
                records.completeRunningNodes(job);
            }
            batch.recorded(infos, run.isFailover() ? Optional.empty() : job.launched());
        }, () -> executors.record(together, batch::refused));
    }

    /** Adds the changes that take the work out of its queue; returns what follows them in the state, given a version. */
    private IntConsumer takeFromQueue(JobState job, Run run, String runId, List<Change> changes) {
        return switch (run.work().kind()) {
            case FAILOVER -> {
                queues.removeFailover(job, run.items(), changes);
                yield version -> queues.forgetFailover(job, run.items());
            }
            case ONE_OFF -> takeRun(job, run, changes);
            case READY -> takeReady(job, run, runId, changes);
        };
    }

    private static IntConsumer takeRun(JobState job, Run run, List<Change> changes) {
        OneOffRun taken = run.work().run().orElseThrow();
        String path = RegistryPaths.run(job.name(), taken.runId());
        if (run.isWhole()) {
            changes.add(new Change.Delete(path));
            return version -> job.wishes.runs.remove(taken.runId());
        }
        OneOffRun rest = taken.rest(run.left());
        changes.add(new Change.Set(path, Codecs.ONE_OFF_RUN.write(rest)));
        return version -> job.wishes.runs.put(rest.runId(), Optional.of(rest));
    }

    /** What does not fit of a run is left as a run of its own, so that the queue counts it no more. */
    private IntConsumer takeReady(JobState job, Run run, String runId, List<Change> changes) {
        IntConsumer taken = queues.takeReady(job, changes);
        if (run.isWhole() || job.isDaemon()) {
            return taken;
        }
        OneOffRun rest = new OneOffRun(runId, job.name(), run.work().jobParameter(), run.left(), SCHEDULER,
                loop.clock().instant().truncatedTo(ChronoUnit.MILLIS), 1);
        changes.add(new Change.Create(RegistryPaths.run(job.name(), runId), Codecs.ONE_OFF_RUN.write(rest)));
        return taken.andThen(version -> job.wishes.runs.put(runId, Optional.of(rest)));
    }

    /** Writes records of executors on their own as long as there are too many, and returns the others. */
    private List<ExecutorState> recordAhead(List<ExecutorState> started) {
        List<ExecutorState> together = new ArrayList<>();
        int bytes = 0;
        for (ExecutorState executor : started) {
            bytes += Changes.bytes(Executors.record(executor));
            if (bytes > MOST_EXECUTOR_BYTES) {
                executors.record(List.copyOf(together), () -> { });
                together.clear();
                bytes = 0;
            }
            together.add(executor);
        }
        return together;
    }

    /** What the tasks of a run have in common; texts that repeat are held once. */
    private record Common(String runId, JobConfig job, Origin origin, String configDigest, LaunchType type, Instant now,
            Map<String, Optional<String>> executors) { }
}
