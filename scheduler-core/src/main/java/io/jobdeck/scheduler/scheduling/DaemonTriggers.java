package io.jobdeck.scheduler.scheduling;

import io.jobdeck.executor.wire.FireNow;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.DaemonTrigger;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the tasks of a daemon fire when somebody asked for it. Framework messages get lost, so each executor is told again
 * until its tasks have confirmed; a task that does not run yet is told when it does. What is left to do stands in the
 * registry, so the next leader goes on with it.
 */
final class DaemonTriggers {

    private static final Logger LOG = LoggerFactory.getLogger(DaemonTriggers.class);

    private static final Duration FIRST_REPEAT = Duration.ofSeconds(5);
    private static final Duration LONGEST_REPEAT = Duration.ofMinutes(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final ClusterState state;
    private final RegistryWriter writer;
    private final MesosCalls mesos;
    private final Alarms alarms;
    private final Loop loop;
    private final Map<String, Pending> pending = new HashMap<>();

    DaemonTriggers(ClusterState state, RegistryWriter writer, MesosCalls mesos, Alarms alarms, Loop loop) {
        this.state = state;
        this.writer = writer;
        this.mesos = mesos;
        this.alarms = alarms;
        this.loop = loop;
    }

    /** Goes on with what is asked of the job, or ends it if the job cannot do it any more. */
    void look(JobState job) {
        if (job.wishes.trigger == null) {
            dropPending(job);
            return;
        }
        Optional<DaemonTrigger> wanted = job.wishes.trigger.wanted()
                .filter(trigger -> state.isWanted(job) && job.isDaemon());
        if (wanted.isEmpty()) {
            LOG.info("the firing asked of job {} is dropped: it is no daemon that is enabled", job.name());
            remove(job, pendingOf(job, ""));
            return;
        }
        Pending current = pendingOf(job, wanted.get().triggerId());
        SortedSet<Integer> left = left(job, wanted.get(), current);
        if (left.equals(wanted.get().items())) {
            tell(job, wanted.get(), current);
        } else {
            write(job, wanted.get(), left, current);
        }
    }

    private SortedSet<Integer> left(JobState job, DaemonTrigger wanted, Pending current) {
        int total = job.config.map(JobConfig::shardingTotalCount).orElse(0);
        SortedSet<Integer> left = new TreeSet<>(wanted.items());
        left.removeAll(current.taken.keySet());
        left.removeIf(item -> item >= total);
        return left;
    }

    /**
     * A task has confirmed that it fires.
     *
     * @param recorded runs when that is recorded; at once if nobody waits for it any more
     */
    void taken(JobState job, int item, String triggerId, Runnable recorded) {
        boolean awaited = Optional.ofNullable(job.wishes.trigger).flatMap(Wishes.Trigger::wanted)
                .filter(trigger -> trigger.triggerId().equals(triggerId) && trigger.items().contains(item)).isPresent();
        if (awaited) {
            pendingOf(job, triggerId).taken.computeIfAbsent(item, key -> new ArrayList<>()).add(recorded);
            state.changed(job);
        } else {
            recorded.run();
        }
    }

    private Pending pendingOf(JobState job, String triggerId) {
        Pending known = pending.get(job.name());
        if (known != null && known.triggerId.equals(triggerId)) {
            return known;
        }
        dropPending(job);
        Pending fresh = new Pending(triggerId);
        pending.put(job.name(), fresh);
        return fresh;
    }

    /** What a task took of an older request needs no record any more. */
    private void dropPending(JobState job) {
        Pending dropped = pending.remove(job.name());
        if (dropped != null) {
            dropped.acknowledgeAll();
        }
    }

    private void write(JobState job, DaemonTrigger wanted, SortedSet<Integer> left, Pending current) {
        if (left.isEmpty()) {
            remove(job, current);
            return;
        }
        DaemonTrigger rest = new DaemonTrigger(wanted.triggerId(), wanted.jobParameter(), left, wanted.by(), wanted.at());
        write(job, current, new Change.Set(RegistryPaths.trigger(job.name()), Codecs.DAEMON_TRIGGER.write(rest),
                job.wishes.trigger.version()));
    }

    private void remove(JobState job, Pending current) {
        write(job, current, new Change.Delete(RegistryPaths.trigger(job.name()), job.wishes.trigger.version()));
    }

    private void write(JobState job, Pending current, Change change) {
        if (current.writeUnderWay) {
            return;
        }
        current.writeUnderWay = true;
        Map<Integer, List<Runnable>> written = new HashMap<>(current.taken);
        writer.write(List.of(change), done -> {
            current.writeUnderWay = false;
            written.forEach((item, acknowledgements) -> {
                current.taken.remove(item, acknowledgements);
                acknowledgements.forEach(Runnable::run);
            });
            state.findJob(job.name()).ifPresent(state::changed);
        }, refused -> {
            current.writeUnderWay = false;
            loop.after(LOOK_AGAIN, () -> state.findJob(job.name()).ifPresent(state::changed));
        });
    }

    private void tell(JobState job, DaemonTrigger wanted, Pending current) {
        Instant now = loop.clock().instant();
        Map<String, List<TaskRecord>> byExecutor = new HashMap<>();
        for (int item : wanted.items()) {
            job.task(job.item(item)).filter(task -> task.state() == TaskState.RUNNING)
                    .ifPresent(task -> task.executorId().ifPresent(executor ->
                            byExecutor.computeIfAbsent(executor, id -> new ArrayList<>()).add(task)));
        }
        current.forgetOthers(byExecutor.values());
        byExecutor.forEach((executor, tasks) -> {
            List<String> due = current.due(tasks, now);
            if (!due.isEmpty()) {
                mesos.sendToExecutor(tasks.get(0).taskId().agentId(), executor,
                        new FireNow(wanted.triggerId(), due, wanted.jobParameter().orElse(null)).toText());
            }
        });
        current.nextLook().ifPresent(next ->
                alarms.at("trigger " + job.name(), next, () -> state.findJob(job.name()).ifPresent(state::changed)));
    }

    /** What has been said and heard of one request. */
    private static final class Pending {

        private final String triggerId;
        /** Items that have confirmed, with what waits for that to be recorded. */
        private final Map<Integer, List<Runnable>> taken = new HashMap<>();
        private final Map<String, Told> told = new HashMap<>();
        private boolean writeUnderWay;

        Pending(String triggerId) {
            this.triggerId = triggerId;
        }

        /** Returns the tasks that are to be told now, and counts them as told. */
        List<String> due(List<TaskRecord> tasks, Instant now) {
            List<String> due = new ArrayList<>();
            for (TaskRecord task : tasks) {
                String id = task.taskId().toString();
                Told last = told.get(id);
                if (last == null || !last.next().isAfter(now)) {
                    told.put(id, last == null ? new Told(now.plus(FIRST_REPEAT), FIRST_REPEAT) : last.again(now));
                    due.add(id);
                }
            }
            return due;
        }

        /** Tasks that have ended or have been lost sight of are told afresh should they run again. */
        void forgetOthers(Collection<List<TaskRecord>> tasks) {
            Set<String> running = new HashSet<>();
            tasks.forEach(some -> some.forEach(task -> running.add(task.taskId().toString())));
            told.keySet().retainAll(running);
        }

        Optional<Instant> nextLook() {
            return told.values().stream().map(Told::next).min(Instant::compareTo);
        }

        void acknowledgeAll() {
            taken.values().forEach(acknowledgements -> acknowledgements.forEach(Runnable::run));
            taken.clear();
        }
    }

    /** When a task is told again, if it has not confirmed. */
    private record Told(Instant next, Duration pause) {

        Told again(Instant now) {
            Duration doubled = pause.multipliedBy(2);
            Duration longer = doubled.compareTo(LONGEST_REPEAT) > 0 ? LONGEST_REPEAT : doubled;
            return new Told(now.plus(longer), longer);
        }
    }
}
