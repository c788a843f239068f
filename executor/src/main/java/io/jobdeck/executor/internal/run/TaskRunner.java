package io.jobdeck.executor.internal.run;

import io.jobdeck.executor.internal.mesos.StatusUpdate;
import io.jobdeck.executor.internal.mesos.StatusUpdates;
import io.jobdeck.executor.internal.mesos.UpdateState;
import io.jobdeck.executor.wire.FireNow;
import io.jobdeck.executor.wire.TaskPayload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tasks of this executor. One that cannot be started fails alone. Launches, kills and the stop are to come from one
 * thread; none of them waits.
 */
public final class TaskRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);

    private final WorkFactory works;
    private final TaskThreads threads;
    private final StatusUpdates updates;
    private final CronTimer cron = new CronTimer();
    private final Map<String, Task> tasks = new ConcurrentHashMap<>();
    private boolean stopping;

    /**
     * @param works finds out what to call
     * @param threads where it runs; closed with this runner
     * @param updates takes the reports on the tasks
     */
    public TaskRunner(WorkFactory works, TaskThreads threads, StatusUpdates updates) {
        this.works = works;
        this.threads = threads;
        this.updates = updates;
    }

    /**
     * Starts a task. A launch of a task that is already here is the agent saying it twice, and does nothing.
     *
     * @param taskId the task, as Mesos calls it
     * @param data the {@link TaskPayload}
     */
    public void launch(String taskId, byte[] data) {
        if (stopping) {
            fail(taskId, "The executor was stopping when the task came.");
            return;
        }
        if (tasks.containsKey(taskId)) {
            LOG.warn("{} is here already, the second launch does nothing", taskId);
            return;
        }
        try {
            begin(task(taskId, TaskPayload.fromBytes(data)));
        } catch (IllegalArgumentException e) {
            LOG.error("{} cannot be started", taskId, e);
            fail(taskId, e.getMessage());
        }
    }

    /**
     * Stops a task. One that is not here has ended, and its end is on its way to the agent.
     *
     * @param gracePeriod how long it may take until the task is given up
     */
    public void kill(String taskId, Duration gracePeriod) {
        Task task = tasks.get(taskId);
        if (task == null) {
            LOG.info("{} is to be killed, but is not here", taskId);
        } else {
            task.stop("Killed on request.", gracePeriod);
        }
    }

    /** Has daemon tasks fire now. One that is not here has ended, and the scheduler will hear of it. */
    void fireNow(FireNow message) {
        for (String taskId : message.taskIds()) {
            if (tasks.get(taskId) instanceof DaemonTask daemon) {
                daemon.fireNow(message.triggerId(), Optional.ofNullable(message.jobParameter()));
            } else {
                LOG.info("{} is to fire, but is no daemon here", taskId);
            }
        }
    }

    /**
     * Stops all tasks, and takes no new ones.
     *
     * @param why one line for people
     * @param gracePeriod how long it may take
     * @return completes when the terminal updates of all tasks have been given
     */
    public CompletableFuture<Void> stopAll(String why, Duration gracePeriod) {
        stopping = true;
        List<Task> all = List.copyOf(tasks.values());
        all.forEach(task -> task.stop(why, gracePeriod));
        return CompletableFuture.allOf(all.stream().map(Task::ended).toArray(CompletableFuture[]::new));
    }

    @Override
    public void close() {
        cron.close();
        threads.close();
    }

    private Task task(String taskId, TaskPayload payload) {
        if (!taskId.equals(payload.taskId())) {
            throw new IllegalArgumentException("task payload is that of '%s'".formatted(payload.taskId()));
        }
        return payload.isDaemon()
                ? new DaemonTask(payload, works, cron, threads, updates)
                : new TransientTask(payload, works, threads, updates);
    }

    private void begin(Task task) {
        tasks.put(task.id(), task);
        task.ended().whenComplete((nothing, failure) -> tasks.remove(task.id(), task));
        task.begin();
    }

    private void fail(String taskId, String why) {
        updates.send(StatusUpdate.now(taskId, UpdateState.TASK_FAILED, why));
    }
}
