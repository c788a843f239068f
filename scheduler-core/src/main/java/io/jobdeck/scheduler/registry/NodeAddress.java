package io.jobdeck.scheduler.registry;

import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;
import java.util.Optional;
import java.util.function.Function;

/** What a node of the registry is, told from its path: the inverse of {@link RegistryPaths}. */
public sealed interface NodeAddress {

    record App(String app) implements NodeAddress { }

    record Job(String job) implements NodeAddress { }

    record Ready(String job) implements NodeAddress { }

    /** The 2.1.5 record of a daemon task. */
    record Running(MetaInfo task) implements NodeAddress { }

    /** The parent of the 2.1.5 records of a job's daemon tasks. */
    record RunningJob(String job) implements NodeAddress { }

    record Failover(MetaInfo task) implements NodeAddress { }

    record FailoverJob(String job) implements NodeAddress { }

    record DisabledApp(String app) implements NodeAddress { }

    record DisabledJob(String job) implements NodeAddress { }

    record FrameworkId() implements NodeAddress { }

    record Candidate(String node) implements NodeAddress { }

    record Epoch() implements NodeAddress { }

    record AppInfo(String app) implements NodeAddress { }

    record JobStatus(String job) implements NodeAddress { }

    /** The records of some tasks of one run. */
    record RunPart(String job, String part) implements NodeAddress { }

    record DisabledAppInfo(String app) implements NodeAddress { }

    record DisabledJobInfo(String job) implements NodeAddress { }

    record WaitingJob(String job) implements NodeAddress { }

    record Executor(String executorId) implements NodeAddress { }

    /** A run asked for with a parameter or items of its own. */
    record Run(String job, String runId) implements NodeAddress { }

    record Kill(TaskId task) implements NodeAddress { }

    /** A firing asked of a daemon job. */
    record Trigger(String job) implements NodeAddress { }

    record Reconcile() implements NodeAddress { }

    record Attempt(MetaInfo task) implements NodeAddress { }

    /** A task that was given up. */
    record LostTask(TaskId task) implements NodeAddress { }

    record AppChanges(String app) implements NodeAddress { }

    record JobChanges(String job) implements NodeAddress { }

    record Audit(String entry) implements NodeAddress { }

    /** A node that means nothing to this version: a container, a stranger's, or one with a malformed name. */
    record Other(String path) implements NodeAddress { }

    /** Returns what the node at {@code path}, a path inside the namespace, is. */
    static NodeAddress of(String path) {
        String[] parts = path.split("/", -1);
        return switch (parts.length) {
            case 3 -> ofTwo(path, parts);
            case 4 -> ofThree(path, parts);
            case 5 -> ofFour(path, parts);
            default -> new Other(path);
        };
    }

    private static NodeAddress ofTwo(String path, String[] parts) {
        return switch (path) {
            case RegistryPaths.FRAMEWORK_ID -> new FrameworkId();
            case RegistryPaths.EPOCH -> new Epoch();
            case RegistryPaths.RECONCILE -> new Reconcile();
            default -> new Other(path);
        };
    }

    private static NodeAddress ofThree(String path, String[] parts) {
        String name = parts[3];
        return switch ("/" + parts[1] + "/" + parts[2]) {
            case RegistryPaths.CONFIG_APPS -> new App(name);
            case RegistryPaths.CONFIG_JOBS -> new Job(name);
            case RegistryPaths.READY -> new Ready(name);
            case RegistryPaths.RUNNING -> new RunningJob(name);
            case RegistryPaths.FAILOVER -> new FailoverJob(name);
            case RegistryPaths.ELECTION -> new Candidate(name);
            case RegistryPaths.APP_INFO -> new AppInfo(name);
            case RegistryPaths.JOB_STATUS -> new JobStatus(name);
            case RegistryPaths.WAITING -> new WaitingJob(name);
            case RegistryPaths.EXECUTORS -> new Executor(name);
            case RegistryPaths.RUNS -> run(path, name);
            case RegistryPaths.KILLS -> parsed(name, TaskId::parse).<NodeAddress>map(Kill::new).orElse(new Other(path));
            case RegistryPaths.TRIGGERS -> new Trigger(name);
            case RegistryPaths.ATTEMPTS ->
                    parsed(name, MetaInfo::parse).<NodeAddress>map(Attempt::new).orElse(new Other(path));
            case RegistryPaths.LOST_TASKS ->
                    parsed(name, TaskId::parse).<NodeAddress>map(LostTask::new).orElse(new Other(path));
            case RegistryPaths.AUDIT -> new Audit(name);
            default -> new Other(path);
        };
    }

    private static NodeAddress ofFour(String path, String[] parts) {
        String name = parts[4];
        return switch ("/" + parts[1] + "/" + parts[2]) {
            case RegistryPaths.RUNNING -> item(parts[3], name).<NodeAddress>map(Running::new).orElse(new Other(path));
            case RegistryPaths.FAILOVER -> item(parts[3], name).<NodeAddress>map(Failover::new).orElse(new Other(path));
            case RegistryPaths.JOB_STATUS -> new RunPart(parts[3], name);
            default -> switch ("/" + parts[1] + "/" + parts[2] + "/" + parts[3]) {
                case RegistryPaths.DISABLED_APPS -> new DisabledApp(name);
                case RegistryPaths.DISABLED_JOBS -> new DisabledJob(name);
                case RegistryPaths.DISABLED_APP_INFO -> new DisabledAppInfo(name);
                case RegistryPaths.DISABLED_JOB_INFO -> new DisabledJobInfo(name);
                case RegistryPaths.APP_CHANGES -> new AppChanges(name);
                case RegistryPaths.JOB_CHANGES -> new JobChanges(name);
                default -> new Other(path);
            };
        };
    }

    private static Optional<MetaInfo> item(String job, String name) {
        return parsed(name, MetaInfo::parse).filter(task -> task.jobName().equals(job));
    }

    private static NodeAddress run(String path, String name) {
        int separator = name.lastIndexOf(MetaInfo.SEPARATOR);
        return separator <= 0 ? new Other(path)
                : new Run(name.substring(0, separator), name.substring(separator + MetaInfo.SEPARATOR.length()));
    }

    private static <T> Optional<T> parsed(String name, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(name));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
