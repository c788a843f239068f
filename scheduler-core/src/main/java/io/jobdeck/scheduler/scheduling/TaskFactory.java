package io.jobdeck.scheduler.scheduling;

import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import io.jobdeck.executor.wire.TaskPayload;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ExecutorIds;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.JobType;
import io.jobdeck.scheduler.model.ShardingItemParameters;
import io.jobdeck.scheduler.model.TaskId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.CommandInfo;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.ExecutorInfo;
import org.apache.mesos.v1.Protos.Resource;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;

/** Makes the messages that start tasks (spec sections 6.5 and 6.6). */
final class TaskFactory {

    private static final Set<String> ARCHIVE_SUFFIXES = Set.of(
            ".tar", ".tar.gz", ".tar.bz2", ".tar.xz", ".gz", ".tgz", ".tbz2", ".txz", ".zip");

    private TaskFactory() {
    }

    /** Returns whether the job's tasks run in Mesos' own command executor instead of the app's. */
    static boolean usesCommandExecutor(JobConfig job) {
        return job.isTransient() && job.jobType() == JobType.SCRIPT;
    }

    /** Returns a task for the app's executor. */
    static TaskInfo executorTask(JobConfig job, TaskId id, List<Resource> resources, ExecutorInfo executor) {
        return task(job, id, resources).setExecutor(executor).build();
    }

    /** Returns a task for Mesos' command executor. */
    static TaskInfo commandTask(JobConfig job, AppConfig app, TaskId id, List<Resource> resources) {
        CommandInfo.Builder command = CommandInfo.newBuilder()
                .setShell(true)
                .setValue(job.scriptCommandLine() + " " + quoted(scriptArgument(job, app, id)));
        if (!app.appUrl().isEmpty()) {
            command.addUris(scriptUri(app));
        }
        return task(job, id, resources).setCommand(command).build();
    }

    /** Returns the executor of the app on an agent. */
    static ExecutorInfo executor(AppConfig app, String agentId, List<Resource> resources) {
        return ExecutorInfo.newBuilder()
                .setType(ExecutorInfo.Type.CUSTOM)
                .setExecutorId(ExecutorID.newBuilder().setValue(ExecutorIds.of(app.appName(), agentId)))
                .setCommand(CommandInfo.newBuilder()
                        .setShell(true)
                        .setValue(app.bootstrapScript())
                        .addUris(CommandInfo.URI.newBuilder()
                                .setValue(app.appUrl())
                                .setExtract(true)
                                .setCache(app.appCacheEnable())))
                .addAllResources(resources)
                .build();
    }

    private static TaskInfo.Builder task(JobConfig job, TaskId id, List<Resource> resources) {
        return TaskInfo.newBuilder()
                .setTaskId(TaskID.newBuilder().setValue(id.toString()))
                .setName(id.taskName())
                .setAgentId(AgentID.newBuilder().setValue(id.agentId()))
                .addAllResources(resources)
                .setData(ByteString.copyFrom(payload(job, id).toBytes()));
    }

    private static TaskPayload payload(JobConfig job, TaskId id) {
        return new TaskPayload(id.toString(), job.jobName(), job.jobType().name(), job.jobClass(),
                job.isDaemon() ? job.cron() : "", job.shardingTotalCount(), id.item(),
                ShardingItemParameters.parse(job.shardingItemParameters()).of(id.item()), job.jobParameter(),
                job.streamingProcess(), Objects.requireNonNullElse(job.scriptCommandLine(), ""));
    }

    private static String scriptArgument(JobConfig job, AppConfig app, TaskId id) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty(String.valueOf(id.item()),
                ShardingItemParameters.parse(job.shardingItemParameters()).of(id.item()));
        JsonObject argument = new JsonObject();
        argument.addProperty("taskId", id.toString());
        argument.addProperty("jobName", job.jobName());
        argument.addProperty("shardingTotalCount", job.shardingTotalCount());
        argument.addProperty("jobParameter", job.jobParameter());
        argument.add("shardingItemParameters", parameters);
        argument.addProperty("jobEventSamplingCount", app.eventTraceSamplingCount());
        argument.addProperty("currentJobEventSamplingCount", 0);
        argument.addProperty("allowSendJobEvent", true);
        return argument.toString();
    }

    /** Quotes a text so that every POSIX shell passes it on as one argument, unchanged. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static CommandInfo.URI scriptUri(AppConfig app) {
        boolean archive = ARCHIVE_SUFFIXES.stream().anyMatch(app.appUrl()::endsWith);
        return CommandInfo.URI.newBuilder()
                .setValue(app.appUrl())
                .setExtract(archive)
                .setExecutable(!archive)
                .setCache(app.appCacheEnable())
                .build();
    }
}
