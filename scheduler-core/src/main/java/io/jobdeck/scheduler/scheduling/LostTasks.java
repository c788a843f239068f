package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.LostTask;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tasks that were given up, since their agent was out of reach for too long.
 *
 * <p>The rule: giving up ends the run of the item, transient or daemon; from then on the item may be launched elsewhere,
 * although its old task may go on where nobody sees it. That is what the limit decides. A task that comes back is killed,
 * never taken up again, and from that moment until its end its item is not launched: where both can be seen, no item runs
 * twice. What has been launched before that stays.
 */
final class LostTasks {

    private static final Logger LOG = LoggerFactory.getLogger(LostTasks.class);

    private static final Duration REPEAT_KILL = Duration.ofSeconds(10);
    /** Mesos forgets agents that have been away for about as long. */
    private static final Duration NEVER_SEEN_AGAIN = Duration.ofDays(14);

    private final ClusterState state;
    private final RegistryWriter writer;
    private final MesosCalls mesos;
    private final Alarms alarms;
    private final Loop loop;

    LostTasks(ClusterState state, RegistryWriter writer, MesosCalls mesos, Alarms alarms, Loop loop) {
        this.state = state;
        this.writer = writer;
        this.mesos = mesos;
        this.alarms = alarms;
        this.loop = loop;
    }

    /** Adds the change that remembers a task that is given up. */
    static void remember(TaskEnd end, Instant now, List<Change> changes) {
        if (end.givenUp()) {
            changes.add(new Change.Create(RegistryPaths.lostTask(end.task().taskId()),
                    Codecs.LOST_TASK.write(new LostTask(now, false))));
        }
    }

    /**
     * Deals with an update of a task that was given up; {@code recorded} runs when that is recorded.
     *
     * @return false if the task was not given up
     */
    boolean onUpdate(TaskId id, TaskState reported, Runnable recorded) {
        Optional<JobState> job = state.findJob(id.jobName());
        Optional<LostTask> lost = job.map(known -> known.lostTasks.get(id));
        if (lost.isEmpty()) {
            return false;
        }
        boolean back = !reported.isTerminal() && reported != TaskState.UNREACHABLE && reported != TaskState.UNKNOWN;
        if (reported.isTerminal()) {
            LOG.info("task {}, which had been given up, has ended: {}", id, reported);
            write(job.get(), id, new Change.Delete(RegistryPaths.lostTask(id)), recorded);
        } else if (back == lost.get().back()) {
            recorded.run();
        } else {
            if (back) {
                LOG.warn("task {} had been given up and is back; it is killed", id);
            }
            write(job.get(), id, new Change.Set(RegistryPaths.lostTask(id),
                    Codecs.LOST_TASK.write(new LostTask(lost.get().since(), back))), recorded);
        }
        return true;
    }

    /** Kills those that are back until they end, and forgets those that are never seen again. */
    void look(JobState job) {
        Instant now = loop.clock().instant();
        for (Map.Entry<TaskId, LostTask> entry : List.copyOf(job.lostTasks.entrySet())) {
            TaskId id = entry.getKey();
            LostTask lost = entry.getValue();
            Instant end = lost.since().plus(NEVER_SEEN_AGAIN);
            if (!job.registered || (!lost.back() && !end.isAfter(now))) {
                write(job, id, new Change.Delete(RegistryPaths.lostTask(id)), () -> { });
            } else if (lost.back()) {
                if (job.killedAgain.add(id)) {
                    mesos.kill(id);
                }
                killAgain(job, id, now.plus(REPEAT_KILL));
            } else {
                job.killedAgain.remove(id);
                alarms.at("lost " + id, end, () -> state.findJob(job.name()).ifPresent(state::changed));
            }
        }
    }

    private void killAgain(JobState job, TaskId id, Instant when) {
        alarms.at("kill " + id, when, () -> {
            if (Optional.ofNullable(job.lostTasks.get(id)).filter(LostTask::back).isPresent()) {
                mesos.kill(id);
                state.findJob(job.name()).ifPresent(state::changed);
            }
        });
    }

    private void write(JobState job, TaskId id, Change change, Runnable recorded) {
        if (change instanceof Change.Delete) {
            job.lostTasks.remove(id);
            job.killedAgain.remove(id);
        }
        writer.write(List.of(change), done -> {
            recorded.run();
            state.findJob(job.name()).ifPresent(state::changed);
        }, gone -> recorded.run());
    }
}
