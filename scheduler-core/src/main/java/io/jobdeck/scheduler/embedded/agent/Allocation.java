package io.jobdeck.scheduler.embedded.agent;

import java.util.List;
import org.apache.mesos.v1.Protos.CommandInfo;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.ExecutorInfo;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.Resource;
import org.apache.mesos.v1.Protos.TaskInfo;

/**
 * Fills in what a scheduler may leave out of tasks and executors, as an executor gets to see them from a real agent:
 * resources say the role they are allocated to instead of the one they belong to, executors name their framework.
 */
final class Allocation {

    private static final String NO_ROLE = "*";

    private Allocation() {
    }

    /** Returns a task as its executor is to see it. */
    static TaskInfo of(TaskInfo task, FrameworkInfo framework) {
        TaskInfo.Builder complete = task.toBuilder()
                .clearResources().addAllResources(allocated(task.getResourcesList(), framework));
        if (task.hasExecutor()) {
            complete.setExecutor(of(task.getExecutor(), framework));
        }
        return complete.build();
    }

    private static ExecutorInfo of(ExecutorInfo executor, FrameworkInfo framework) {
        ExecutorInfo.Builder complete = executor.toBuilder()
                .setFrameworkId(framework.getId())
                .clearResources().addAllResources(allocated(executor.getResourcesList(), framework));
        if (!complete.hasType()) {
            complete.setType(ExecutorInfo.Type.CUSTOM);
        }
        return complete.build();
    }

    /** Returns the executor that a command task is shown to have; its id is that of the task. */
    // ExecutorInfo.source is deprecated, but Mesos still shows it.
    @SuppressWarnings("deprecation")
    static ExecutorInfo commandExecutor(TaskInfo task, FrameworkInfo framework) {
        String id = task.getTaskId().getValue();
        CommandInfo command = task.getCommand();
        String line = command.getShell() ? "sh -c '" + command.getValue() + "'" : command.getValue();
        return ExecutorInfo.newBuilder()
                .setType(ExecutorInfo.Type.CUSTOM)
                .setExecutorId(ExecutorID.newBuilder().setValue(id))
                .setFrameworkId(framework.getId())
                .setCommand(command)
                .setName("Command Executor (Task: " + id + ") (Command: " + line + ")")
                .setSource(id)
                .build();
    }

    private static List<Resource> allocated(List<Resource> resources, FrameworkInfo framework) {
        return resources.stream().map(resource -> allocated(resource, framework)).toList();
    }

    // FrameworkInfo.role and Resource.role are deprecated, but frameworks of a single role still go by them.
    @SuppressWarnings("deprecation")
    private static Resource allocated(Resource resource, FrameworkInfo framework) {
        Resource.Builder complete = resource.toBuilder().clearRole();
        if (!complete.hasAllocationInfo()) {
            complete.setAllocationInfo(Resource.AllocationInfo.newBuilder()
                    .setRole(framework.hasRole() ? framework.getRole() : NO_ROLE));
        }
        return complete.build();
    }
}
