package io.jobdeck.scheduler.embedded.agent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.ExecutorInfo;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskStatus.Reason;

/**
 * One run of an executor, from the decision to start it until its processes have ended and all its tasks' ends have been
 * acknowledged. A command task is the one task of a run whose executor is the agent itself.
 */
final class ExecutorRun {

    private static final int MAX_COMPLETED_TASKS = 200;

    private final FrameworkRun framework;
    private final ExecutorInfo info;
    private final String container;
    private final boolean command;
    private final Map<TaskID, TaskRun> tasks = new LinkedHashMap<>();
    private final Deque<TaskRun> completed = new ArrayDeque<>();
    private boolean subscribed;
    private boolean shutdownRequested;
    private boolean killed;
    private WaitStatus end;
    private Container process;
    private ExecutorChannel channel;
    private EventLoop.Timer subscriptionTimer;
    private EventLoop.Timer killTimer;
    private Failure failure = new Failure(Reason.REASON_EXECUTOR_TERMINATED, "Executor terminated");

    /** Why the tasks of an executor that has ended have failed. */
    record Failure(Reason reason, String message) { }

    ExecutorRun(FrameworkRun framework, ExecutorInfo info, String container, boolean command) {
        this.framework = framework;
        this.info = info;
        this.container = container;
        this.command = command;
    }

    FrameworkRun framework() {
        return framework;
    }

    ExecutorInfo info() {
        return info;
    }

    ExecutorID id() {
        return info.getExecutorId();
    }

    /** Returns the id of this run, which no other run ever has. */
    String container() {
        return container;
    }

    boolean isCommand() {
        return command;
    }

    /** Returns the tasks that are not over, in the order of their launch. */
    List<TaskRun> tasks() {
        return new ArrayList<>(tasks.values());
    }

    TaskRun task(TaskID id) {
        return tasks.get(id);
    }

    void add(TaskInfo task) {
        tasks.put(task.getTaskId(), new TaskRun(this, task));
    }

    /** Remembers a task that is over among the last {@value #MAX_COMPLETED_TASKS} only. */
    void complete(TaskRun task) {
        if (tasks.remove(task.id(), task)) {
            completed.addLast(task);
            if (completed.size() > MAX_COMPLETED_TASKS) {
                completed.removeFirst();
            }
        }
    }

    /** Returns the last tasks that are over. */
    List<TaskRun> completed() {
        return List.copyOf(completed);
    }

    boolean hasLiveTasks() {
        return tasks.values().stream().anyMatch(task -> !task.hasEnded());
    }

    /** Returns whether the executor has subscribed at least once. */
    boolean isSubscribed() {
        return subscribed;
    }

    void setSubscribed() {
        subscribed = true;
    }

    boolean isShutdownRequested() {
        return shutdownRequested;
    }

    void requestShutdown() {
        shutdownRequested = true;
    }

    /** Returns whether its processes are to end at once, be they started already or not. */
    boolean isKilled() {
        return killed;
    }

    void setKilled() {
        killed = true;
    }

    boolean hasEnded() {
        return end != null;
    }

    /** Returns how the processes ended, or null while they run. */
    WaitStatus end() {
        return end;
    }

    void ended(WaitStatus status) {
        end = status;
        cancelTimers();
    }

    /** Returns whether nothing of this run is left to be done or told. */
    boolean isOver() {
        return hasEnded() && tasks.isEmpty();
    }

    /** Returns the processes, or null before they have been started and after a start that failed. */
    Container process() {
        return process;
    }

    void setProcess(Container started) {
        process = started;
    }

    /** Returns the way to the executor, or null while it is not connected. */
    ExecutorChannel channel() {
        return channel;
    }

    void setChannel(ExecutorChannel connected) {
        channel = connected;
    }

    Failure failure() {
        return failure;
    }

    void setFailure(Failure cause) {
        failure = cause;
    }

    void setSubscriptionTimer(EventLoop.Timer timer) {
        cancel(subscriptionTimer);
        subscriptionTimer = timer;
    }

    void setKillTimer(EventLoop.Timer timer) {
        cancel(killTimer);
        killTimer = timer;
    }

    private void cancelTimers() {
        setSubscriptionTimer(null);
        setKillTimer(null);
    }

    private static void cancel(EventLoop.Timer timer) {
        if (timer != null) {
            timer.cancel();
        }
    }

    /** Adds the records from which this run can be built again. */
    void snapshot(List<AgentRecord> records) {
        records.add(new AgentRecord.RunCreated(framework.info(), info, container, command));
        if (subscribed) {
            records.add(new AgentRecord.Subscribed(container));
        }
        tasks.values().forEach(task -> task.snapshot(records));
        if (shutdownRequested) {
            records.add(new AgentRecord.ShutdownRequested(container));
        }
        if (end != null) {
            records.add(new AgentRecord.RunEnded(container, end.raw()));
        }
    }
}
