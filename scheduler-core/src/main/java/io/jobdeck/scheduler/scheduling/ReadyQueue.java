package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TransactionResult.Committed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The leader's writes to the ready and failover queues (spec section 5.3). One write per job is under way at a time; what
 * comes up meanwhile waits for it. A refused write is tried again from what the tree says then.
 */
final class ReadyQueue {

    /** The tree tells of the change that caused a refusal within milliseconds; this is for when it does not. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final ClusterState state;
    private final RegistryWriter writer;
    private final Loop loop;

    ReadyQueue(ClusterState state, RegistryWriter writer, Loop loop) {
        this.state = state;
        this.writer = writer;
        this.loop = loop;
    }

    /** The job's cron has fired. */
    void fire(JobState job) {
        job.firings++;
        state.changed(job);
    }

    /** Writes firings that have come up, under the misfire rule, unless another write of the job is under way. */
    void queueFirings(JobState job) {
        if (job.firings == 0 || job.queueWriteUnderWay) {
            return;
        }
        int taken = job.firings;
        OptionalInt count = countAfter(job, taken);
        if (count.isEmpty()) {
            job.firings = 0;
            return;
        }
        setCount(job, count.getAsInt(), () -> job.firings = Math.max(0, job.firings - taken));
    }

    /** Queues one run of a job that is not queued. */
    void queueRun(JobState job) {
        setCount(job, 1, () -> { });
    }

    private static OptionalInt countAfter(JobState job, int firings) {
        if (job.config.isEmpty()) {
            return OptionalInt.empty();
        }
        int present = job.ready == null ? 0 : job.ready.count();
        int count = job.config.map(JobConfig::misfire).orElse(false) ? present + firings : 1;
        return count == present ? OptionalInt.empty() : OptionalInt.of(count);
    }

    private void setCount(JobState job, int count, Runnable committed) {
        String path = RegistryPaths.ready(job.name());
        Change entry = job.ready == null
                ? new Change.Create(path, String.valueOf(count))
                : new Change.Set(path, String.valueOf(count), job.ready.version());
        // The check keeps a job that is being deregistered just now from being queued again.
        write(job, List.of(new Change.Check(RegistryPaths.configJob(job.name())), entry), done -> {
            job.ready = new ReadyEntry(count, done.versions().get(1));
            committed.run();
        });
    }

    /** Removes all queue entries of a job that must not run. */
    void clear(JobState job) {
        job.firings = 0;
        if (job.queueWriteUnderWay || (!job.hasQueuedWork() && !job.failoverParent)) {
            return;
        }
        List<Change> changes = new ArrayList<>();
        if (job.ready != null) {
            changes.add(new Change.Delete(RegistryPaths.ready(job.name())));
        }
        List<Integer> items = List.copyOf(job.failover.keySet());
        removeFailover(job, items, changes);
        write(job, changes, done -> {
            job.ready = null;
            forgetFailover(job, items);
        });
    }

    /** Removes the failover entries of some items. */
    void dropFailover(JobState job, List<Integer> items) {
        if (job.queueWriteUnderWay || items.isEmpty()) {
            return;
        }
        List<Change> changes = new ArrayList<>();
        removeFailover(job, items, changes);
        write(job, changes, done -> forgetFailover(job, items));
    }

    /** Removes an entry of the ready queue for which there is nothing to do. */
    void dropReady(JobState job) {
        if (job.queueWriteUnderWay || job.ready == null) {
            return;
        }
        write(job, List.of(new Change.Delete(RegistryPaths.ready(job.name()), job.ready.version())),
                done -> job.ready = null);
    }

    /**
     * Adds the changes that take one run out of the ready queue.
     *
     * @return what the entry is afterwards, given the version of the node
     */
    Function<Integer, ReadyEntry> takeReady(JobState job, List<Change> changes) {
        String path = RegistryPaths.ready(job.name());
        ReadyEntry ready = job.ready;
        if (ready.count() <= 1 || job.config.map(JobConfig::isDaemon).orElse(false)) {
            changes.add(new Change.Delete(path, ready.version()));
            return version -> null;
        }
        changes.add(new Change.Set(path, String.valueOf(ready.count() - 1), ready.version()));
        return version -> new ReadyEntry(ready.count() - 1, version);
    }

    /** Adds the changes that remove failover entries, and their parent with the last of them. */
    void removeFailover(JobState job, List<Integer> items, List<Change> changes) {
        items.forEach(item -> changes.add(new Change.Delete(RegistryPaths.failover(job.item(item)))));
        if (job.failoverParent && items.size() == job.failover.size()) {
            changes.add(new Change.Delete(RegistryPaths.failover(job.name())));
        }
    }

    /** Follows {@link #removeFailover} in the state, once it is committed. */
    void forgetFailover(JobState job, List<Integer> items) {
        items.forEach(job.failover::remove);
        if (job.failover.isEmpty()) {
            job.failoverParent = false;
        }
    }

    /** Writes to the queues of a job. */
    void write(JobState job, List<Change> changes, Consumer<Committed> committed) {
        write(job, changes, committed, () -> { });
    }

    /** Writes to the queues of a job; {@code refused} runs when the tree was not as expected. */
    void write(JobState job, List<Change> changes, Consumer<Committed> committed, Runnable refused) {
        job.queueWriteUnderWay = true;
        writer.write(changes, done -> {
            job.queueWriteUnderWay = false;
            committed.accept(done);
            state.changed(job);
        }, no -> {
            job.queueWriteUnderWay = false;
            refused.run();
            loop.after(LOOK_AGAIN, () -> state.findJob(job.name()).ifPresent(state::changed));
        });
    }
}
