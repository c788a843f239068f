package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Tasks that are to be killed. A kill request can get lost on its way, so it is repeated until the task has ended. */
final class Kills {

    private static final Duration FIRST_REPEAT = Duration.ofSeconds(5);
    private static final Duration LAUNCH_ON_ITS_WAY = Duration.ofMillis(100);
    private static final Duration LONGEST_REPEAT = Duration.ofMinutes(1);

    private final ClusterState state;
    private final MesosCalls mesos;
    private final Loop loop;
    private final Map<TaskId, Duration> repeats = new HashMap<>();

    Kills(ClusterState state, MesosCalls mesos, Loop loop) {
        this.state = state;
        this.mesos = mesos;
        this.loop = loop;
    }

    /** Kills a task, unless that is under way. */
    void kill(TaskRecord task) {
        if (repeats.putIfAbsent(task.taskId(), FIRST_REPEAT) == null) {
            send(task);
        }
    }

    /** Returns whether the task has been told to end. */
    boolean isUnderWay(TaskId task) {
        return repeats.containsKey(task);
    }

    void killAll(JobState job) {
        job.runningTasks().forEach(this::kill);
    }

    /** Asks again for all that is to be killed, since a new connection knows nothing of earlier requests. */
    void resend() {
        repeats.keySet().forEach(id -> state.findTask(id).map(TaskRecord::taskId)
                .filter(task -> !state.unsent().contains(task)).ifPresent(mesos::kill));
    }

    private void send(TaskRecord task) {
        TaskId id = task.taskId();
        if (state.unsent().contains(id)) {
            // Mesos would call it gone, as it has not heard of it, and would start it all the same when it does.
            loop.after(LAUNCH_ON_ITS_WAY, () -> repeat(id));
            return;
        }
        mesos.kill(id);
        Duration repeat = repeats.get(id);
        loop.after(repeat, () -> repeat(id));
        Duration doubled = repeat.multipliedBy(2);
        repeats.put(id, doubled.compareTo(LONGEST_REPEAT) > 0 ? LONGEST_REPEAT : doubled);
    }

    private void repeat(TaskId id) {
        state.findTask(id).ifPresentOrElse(this::send, () -> repeats.remove(id));
    }
}
