package io.jobdeck.desktop.fold;

import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.AuditEntry;
import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.FailedItem;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.JobType;
import io.jobdeck.scheduler.model.LaunchPolicy;
import io.jobdeck.scheduler.model.LaunchType;
import io.jobdeck.scheduler.model.LeaderInfo;
import io.jobdeck.scheduler.model.LostTask;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.model.Waiting;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Nodes of the tree as a scheduler writes them. */
public final class Estate {

    public static final String EVERY_FIVE_SECONDS = "0/5 * * * * ?";

    private Estate() {
    }

    public static JobConfig job(String name, String app, ExecutionType executionType, String cron, int items) {
        return new JobConfig(name, app, "x.Y", JobType.SIMPLE, executionType, cron, items, "", "", false, false, "",
                new JsonObject(), false, null, 0.1, 64, null, null, LaunchPolicy.STANDARD, new JsonObject());
    }

    public static TreeNode jobNode(String name, String app) {
        return jobNode(job(name, app, ExecutionType.TRANSIENT, EVERY_FIVE_SECONDS, 3));
    }

    public static TreeNode jobNode(JobConfig job) {
        return node(RegistryPaths.configJob(job.jobName()), Codecs.JOB.write(job));
    }

    public static TreeNode appNode(String name) {
        AppConfig app = new AppConfig(name, "http://repository.example/" + name + ".tar.gz", "bin/start.sh", 0.5, 128,
                true, 0, ExecutorKind.ELASTIC_JOB_2_1_5, new JsonObject());
        return node(RegistryPaths.configApp(name), Codecs.APP.write(app));
    }

    public static TaskRecord task(String job, int item, String app, Instant since) {
        TaskId id = new TaskId(new MetaInfo(job, item), LaunchType.READY, "agent-S0", "run-" + since.toEpochMilli());
        return new TaskRecord(id, app, "agent1.example", Optional.of(app + "@-@agent-S0"), "run", "digest",
                TaskState.RUNNING, since, since, false, Optional.empty());
    }

    public static TreeNode taskNode(TaskRecord task) {
        return node(taskPath(task), Codecs.RUN_PART.write(List.of(task)));
    }

    public static String taskPath(TaskRecord task) {
        return RegistryPaths.runPart(task.taskId().jobName(), task.taskId().unique() + "-" + task.taskId().item());
    }

    public static TreeNode readyNode(String job, int count) {
        return node(RegistryPaths.ready(job), String.valueOf(count));
    }

    public static TreeNode failoverNode(String job, int item) {
        MetaInfo task = new MetaInfo(job, item);
        return node(RegistryPaths.failover(task), new TaskId(task, LaunchType.READY, "agent-S0", "failed").toString());
    }

    public static TreeNode runNode(OneOffRun run) {
        return node(RegistryPaths.run(run.jobName(), run.runId()), Codecs.ONE_OFF_RUN.write(run));
    }

    public static TreeNode failedNode(String job, int item, int failures, boolean givenUp, Instant notBefore, String message) {
        return node(RegistryPaths.attempt(new MetaInfo(job, item)), Codecs.FAILED_ITEM.write(new FailedItem(failures, 0,
                notBefore, List.of("agent-S0"), message, Optional.empty(), "basis", givenUp)));
    }

    public static TreeNode lostNode(TaskId task, Instant since, boolean back) {
        return node(RegistryPaths.lostTask(task), Codecs.LOST_TASK.write(new LostTask(since, back)));
    }

    public static TreeNode auditNode(String name, AuditEntry entry) {
        return node(RegistryPaths.audit(name), Codecs.AUDIT_ENTRY.write(entry));
    }

    /** A run that succeeded after as long as is usual. */
    public static TreeNode usualNode(String job, Instant at, Duration usual) {
        return node(RegistryPaths.jobStatus(job), Codecs.RUN_RESULT.write(new RunResult("run",
                RunResult.Outcome.SUCCEEDED, at, "", Optional.of(at.minus(usual)), Optional.of(usual))));
    }

    public static TreeNode disabledJobNode(String job) {
        return node(RegistryPaths.disabledJob(job), job);
    }

    public static TreeNode disabledJobInfoNode(String job, String by, Instant since) {
        return node(RegistryPaths.disabledJobInfo(job), Codecs.DISABLEMENT.write(new Disablement(by, since)));
    }

    public static TreeNode disabledAppNode(String app) {
        return node(RegistryPaths.disabledApp(app), app);
    }

    public static TreeNode resultNode(String job, RunResult.Outcome outcome, Instant at, String message) {
        return node(RegistryPaths.jobStatus(job), Codecs.RUN_RESULT.write(new RunResult("run", outcome, at, message)));
    }

    public static TreeNode waitingNode(String job, String reason, String help, Instant since) {
        return waitingNode(job, new Waiting(reason, help, since));
    }

    public static TreeNode waitingNode(String job, Waiting waiting) {
        return node(RegistryPaths.waiting(job), Codecs.WAITING.write(waiting));
    }

    public static TreeNode leaderNode(String address, ZoneId zone) {
        return node(RegistryPaths.EPOCH, Codecs.LEADER.write(new LeaderInfo(address, Instant.EPOCH, zone, "0.1")));
    }

    public static TreeNode candidateNode(String name) {
        return node(RegistryPaths.ELECTION + "/" + name, "host:8899");
    }

    public static TreeNode executorNode(String app, String agent) {
        return node(RegistryPaths.executor(app + "@-@" + agent), "");
    }

    public static TreeNode node(String path, String text) {
        return new TreeNode(path, text, 0);
    }
}
