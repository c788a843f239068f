package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.ClusterPolicy;
import io.jobdeck.scheduler.model.FailedItem;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TransactionResult.Reason;
import io.jobdeck.scheduler.registry.TransactionResult.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which ended tasks run again (spec section 8), after what pause, how often, and what is remembered of them meanwhile.
 * Pauses begin at 1 s and double with each failure in a row up to 64 s.
 */
final class Failovers {

    private static final Logger LOG = LoggerFactory.getLogger(Failovers.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;
    /** A task that ran for so long has not failed at once, so its failures are not in a row. */
    private static final Duration SOUND_RUN = Duration.ofMinutes(1);
    private static final int MOST_AGENTS = 3;
    private static final int LONGEST_MESSAGE = 500;
    private static final FailedItem NOTHING =
            new FailedItem(0, 0, Instant.EPOCH, List.of(), "", Optional.empty(), "", false);

    private final ClusterState state;
    private final RegistryWriter writer;
    private final Kills kills;
    private final ClusterPolicy policy;
    private final Loop loop;

    Failovers(ClusterState state, RegistryWriter writer, Kills kills, ClusterPolicy policy, Loop loop) {
        this.state = state;
        this.writer = writer;
        this.kills = kills;
        this.policy = policy;
        this.loop = loop;
    }

    /**
     * What becomes of the item of a task that has ended.
     *
     * @param again whether it gets into the failover queue
     * @param remembered what is remembered of it; empty for nothing
     */
    record Verdict(boolean again, Optional<FailedItem> remembered) {

        private static final Verdict OVER = new Verdict(false, Optional.empty());
    }

    /** Returns what becomes of the item of a task that has ended. */
    Verdict judge(JobState job, TaskEnd end) {
        int item = end.task().taskId().item();
        Optional<FailedItem> before = Optional.ofNullable(job.failedItems.get(item));
        boolean killing = kills.isUnderWay(end.task().taskId());
        Ending ending = Ending.of(end, killing, before.isPresent());
        boolean daemon = job.isDaemon();
        if (!state.isWanted(job) || item >= job.config.orElseThrow().shardingTotalCount()) {
            return Verdict.OVER;
        }
        return switch (ending) {
            case KILLED -> Verdict.OVER;
            // A daemon that ends by itself is up again as soon as its pause is over.
            case SUCCEEDED -> daemon && !killing
                    ? new Verdict(false, Optional.of(lost(job, end, startOver(end, before))))
                    : Verdict.OVER;
            case NEVER_STARTED -> queue(job, lost(job, end, before));
            case FAILED -> daemon || job.config.orElseThrow().failover()
                    ? failed(job, end, startOver(end, before), daemon)
                    : Verdict.OVER;
        };
    }

    private Optional<FailedItem> startOver(TaskEnd end, Optional<FailedItem> before) {
        Duration ran = Duration.between(end.task().launchedAt(), loop.clock().instant());
        return ran.compareTo(SOUND_RUN) > 0 ? Optional.empty() : before;
    }

    private Verdict failed(JobState job, TaskEnd end, Optional<FailedItem> before, boolean daemon) {
        FailedItem last = before.orElse(NOTHING);
        int failures = last.failures() + 1;
        List<String> agents = Stream.concat(Stream.of(end.task().taskId().agentId()), last.agents().stream())
                .distinct().limit(MOST_AGENTS).toList();
        OptionalInt most = policy.failoverMaxAttemptsOf(job.config.orElseThrow());
        boolean givenUp = most.isPresent() && failures >= most.getAsInt();
        FailedItem now = new FailedItem(failures, last.losses(), notBefore(failures + last.losses()), agents,
                shortened(end.message()), end.task().origin().jobParameter(), basis(job), givenUp);
        if (!givenUp) {
            return queue(job, now);
        }
        LOG.warn("item {} of job {} has failed {} times and is given up: {}", end.task().taskId().item(), job.name(),
                failures, now.message());
        return daemon ? new Verdict(false, Optional.of(now)) : Verdict.OVER;
    }

    private FailedItem lost(JobState job, TaskEnd end, Optional<FailedItem> before) {
        FailedItem last = before.orElse(NOTHING);
        int losses = last.losses() + 1;
        return new FailedItem(last.failures(), losses, notBefore(last.failures() + losses), last.agents(),
                shortened(end.message()), end.task().origin().jobParameter(), basis(job), false);
    }

    /** A full queue takes no more jobs (spec section 2.3); a daemon's item is launched through the ready queue then. */
    private Verdict queue(JobState job, FailedItem item) {
        if (state.mayFailOver(job, policy.queueSize())) {
            return new Verdict(true, Optional.of(item));
        }
        LOG.warn("the failover queue holds {} jobs, which is all it may; job {} is left out", policy.queueSize(), job.name());
        return job.isDaemon() ? new Verdict(false, Optional.of(item)) : Verdict.OVER;
    }

    private Instant notBefore(int inRow) {
        return loop.clock().instant().plus(FIRST_PAUSE.multipliedBy(1L << Math.min(inRow - 1, MOST_DOUBLINGS)));
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…";
    }

    /** Returns what an item is launched with, so that a change of it is worth another try. */
    private String basis(JobState job) {
        return job.config.map(Digests::ofTask).orElse("") + state.appOf(job).map(Digests::ofExecutor).orElse("");
    }

    /** Stands for a record that cannot be read; it is no obstacle and is replaced or removed like any other. */
    static FailedItem unreadable() {
        return NOTHING;
    }

    /** Lets items be tried afresh that somebody has given another chance, and forgets those that are gone. */
    void look(JobState job) {
        if (job.failedItems.isEmpty()) {
            job.retryNow = false;
            return;
        }
        String basis = basis(job);
        int total = job.config.map(JobConfig::shardingTotalCount).orElse(0);
        boolean disabled = state.isDisabled(job);
        for (int item : List.copyOf(job.failedItems.keySet())) {
            FailedItem failed = job.failedItems.get(item);
            if (item >= total || (isOver(job, item, failed) && !job.isDaemon())) {
                forget(job, item);
            } else if (job.retryNow || disabled || !failed.basis().equals(basis)) {
                reset(job, item, failed, basis);
            }
        }
        job.retryNow = false;
    }

    /** A transient item that neither waits nor runs was given up with its run or taken out of the queue. */
    private static boolean isOver(JobState job, int item, FailedItem failed) {
        return !job.failover.containsKey(item) && !job.tasks.containsKey(item) && !job.queueWriteUnderWay;
    }

    private void reset(JobState job, int item, FailedItem failed, String basis) {
        if (failed.jobParameter().isEmpty()) {
            forget(job, item);
            return;
        }
        FailedItem fresh = new FailedItem(0, 0, Instant.EPOCH, List.of(), failed.message(), failed.jobParameter(), basis,
                false);
        if (!fresh.equals(failed)) {
            job.failedItems.put(item, fresh);
            write(new Change.Set(RegistryPaths.attempt(job.item(item)), Codecs.FAILED_ITEM.write(fresh)));
        }
    }

    /** The item has done well: what was remembered of its failures means nothing any more. */
    void forget(JobState job, int item) {
        if (job.failedItems.remove(item) != null) {
            write(new Change.Delete(RegistryPaths.attempt(job.item(item))));
        }
    }

    void forgetAll(JobState job) {
        List.copyOf(job.failedItems.keySet()).forEach(item -> forget(job, item));
    }

    /** Others may remove these nodes at any time, so a refusal means that there is nothing to do. */
    private void write(Change change) {
        writer.write(List.of(change), done -> { }, gone -> { });
    }

    /** Adds the change that remembers, or forgets, an item whose task has ended. */
    static void remember(JobState job, TaskRecord task, Optional<FailedItem> remembered, List<Change> changes) {
        String path = RegistryPaths.attempt(task.metaInfo());
        boolean exists = job.failedItems.containsKey(task.taskId().item());
        if (remembered.isPresent()) {
            String text = Codecs.FAILED_ITEM.write(remembered.get());
            changes.add(exists ? new Change.Set(path, text) : new Change.Create(path, text));
        } else if (exists) {
            changes.add(new Change.Delete(path));
        }
    }

    /** Follows {@link #remember} in the state, once it is committed. */
    static void remembered(JobState job, int item, Optional<FailedItem> remembered) {
        remembered.ifPresentOrElse(failed -> job.failedItems.put(item, failed), () -> job.failedItems.remove(item));
    }

    /** Adds the changes that queue tasks of a job. */
    static void queue(JobState job, List<TaskRecord> tasks, List<Change> changes) {
        if (tasks.isEmpty()) {
            return;
        }
        if (!job.failoverParent) {
            changes.add(new Change.Create(RegistryPaths.failover(job.name()), ""));
        }
        for (TaskRecord task : tasks) {
            String path = RegistryPaths.failover(task.metaInfo());
            changes.add(job.failover.containsKey(task.taskId().item())
                    ? new Change.Set(path, task.taskId().toString())
                    : new Change.Create(path, task.taskId().toString()));
        }
        // Whether the job is still registered decides; it may be deregistered this very moment.
        changes.add(new Change.Check(RegistryPaths.configJob(job.name())));
    }

    /** Returns whether a refusal tells of what others did to the queue or to what is remembered, which is known then. */
    static boolean learnFrom(JobState job, Refused refused) {
        String parent = RegistryPaths.failover(job.name());
        String path = refused.change().path();
        if (path.equals(parent)) {
            job.failoverParent = refused.reason() == Reason.NODE_EXISTS;
        } else if (path.startsWith(parent + "/") && refused.reason() == Reason.NO_NODE) {
            job.failoverParent = false;
        }
        if (NodeAddress.of(path) instanceof NodeAddress.Attempt attempt) {
            int item = attempt.task().item();
            remembered(job, item, refused.reason() == Reason.NODE_EXISTS ? Optional.of(NOTHING) : Optional.empty());
            return true;
        }
        return path.equals(parent) || path.startsWith(parent + "/")
                || path.equals(RegistryPaths.configJob(job.name()));
    }
}
