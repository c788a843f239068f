package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TransactionResult.Committed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The leader's writes to the ready and failover queues (spec section 5.3). One write per job is under way at a time; what
 * comes up meanwhile waits for it. A refused write is tried again from what the tree says then.
 */
final class ReadyQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyQueue.class);

    /** The tree tells of the change that caused a refusal within milliseconds; this is for when it does not. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    /** How many entries one transaction removes; the others follow. */
    private static final int MOST_REMOVED = 1000;

    private final ClusterState state;
    private final RegistryWriter writer;
    private final Loop loop;
    private final int size;
    /** Jobs that wait for a place in the full queue. */
    private final Set<String> leftOut = new LinkedHashSet<>();

    /** @param size most jobs in the ready queue (spec section 2.3) */
    ReadyQueue(ClusterState state, RegistryWriter writer, Loop loop, int size) {
        this.state = state;
        this.writer = writer;
        this.loop = loop;
        this.size = size;
    }

    /** The job's cron has fired. */
    void fire(JobState job) {
        job.firings++;
        job.waitsFrom(loop.clock().instant());
        state.changed(job);
    }

    /** Notes since when a job that is queued could be launched. */
    void noteWait(JobState job) {
        if (job.queueWriteUnderWay) {
            // The tree may tell of a launch before its own result comes, which asks since when it waited.
            return;
        }
        boolean waits = job.ready != null || job.firings > 0 || !job.wishes.runs.isEmpty();
        job.waitsFrom(waits ? loop.clock().instant() : null);
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
        } else if (state.reserveReady(job, size)) {
            setCount(job, count.getAsInt(), () -> job.firings = Math.max(0, job.firings - taken));
        } else {
            job.firings = 0;
            leaveOut(job, "its cron fired, and that firing is dropped");
        }
    }

    /** Takes out of the queue what an update of the job has made surplus, save what was added since. */
    void cutBacklog(JobState job) {
        if (job.surplusRuns == 0 || job.ready == null || job.queueWriteUnderWay) {
            return;
        }
        int left = Math.max(0, job.ready.count() - job.surplusRuns);
        LOG.info("job {} was updated: of {} runs that wait {} are left", job.name(), job.ready.count(), left);
        // The tree tells of the cut before it is confirmed, and with that nothing is surplus any more.
        if (left == 0) {
            dropReady(job);
        } else {
            setCount(job, left, () -> { });
        }
    }

    /** Queues one run of a daemon that is not queued; waits for a place if the queue is full. */
    void queueRun(JobState job) {
        if (state.reserveReady(job, size)) {
            setCount(job, 1, () -> { });
        } else {
            leaveOut(job, "it is a daemon that has to be started");
        }
    }

    private void leaveOut(JobState job, String why) {
        if (leftOut.add(job.name())) {
            LOG.warn("the ready queue holds {} jobs, which is all it may (job_state_queue_size); job {} is left out: {}",
                    size, job.name(), why);
        }
    }

    /** Returns whether the job found no place in the full queue when it last needed one. */
    boolean isLeftOut(JobState job) {
        return leftOut.contains(job.name());
    }

    /** Returns how many jobs the ready queue holds at most. */
    int size() {
        return size;
    }

    /** Has those looked at again that found no place, if there are places now. */
    void admit() {
        int places = size - state.readyJobs();
        for (Iterator<String> names = leftOut.iterator(); names.hasNext() && places > 0; places--) {
            state.findJob(names.next()).ifPresent(state::changed);
            names.remove();
        }
    }

    /** Without misfire a firing finds its run waiting already, if any is; runs that were added stay. */
    private static OptionalInt countAfter(JobState job, int firings) {
        if (job.config.isEmpty()) {
            return OptionalInt.empty();
        }
        int present = job.ready == null ? 0 : job.ready.count();
        boolean misfire = job.config.map(JobConfig::misfire).orElse(false);
        long count = misfire ? Math.min(Integer.MAX_VALUE, (long) present + firings) : Math.max(1, present);
        return count == present ? OptionalInt.empty() : OptionalInt.of((int) count);
    }

    private void setCount(JobState job, int count, Runnable committed) {
        String path = RegistryPaths.ready(job.name());
        Change entry = job.ready == null
                ? new Change.Create(path, String.valueOf(count))
                : new Change.Set(path, String.valueOf(count), job.ready.version());
        // The check keeps a job that is being deregistered just now from being queued again.
        write(job, List.of(new Change.Check(RegistryPaths.configJob(job.name()), job.configVersion), entry), done -> {
            state.setReady(job, new ReadyEntry(count, done.versions().get(1)));
            committed.run();
        }, () -> state.releaseReady(job));
    }

    /** Removes all queue entries of a job that must not run. */
    void clear(JobState job) {
        job.firings = 0;
        leftOut.remove(job.name());
        if (job.queueWriteUnderWay || (!job.hasQueuedWork() && !job.failoverParent)) {
            return;
        }
        List<Change> changes = new ArrayList<>();
        if (job.ready != null) {
            // A run that is asked for just now, since the job may run again, is not meant.
            changes.add(new Change.Delete(RegistryPaths.ready(job.name()), job.ready.version()));
        }
        List<String> runs = job.wishes.runs.keySet().stream().limit(MOST_REMOVED).toList();
        runs.forEach(run -> changes.add(new Change.Delete(RegistryPaths.run(job.name(), run))));
        List<Integer> items = job.failover.keySet().stream().limit(MOST_REMOVED).toList();
        removeFailover(job, items, changes);
        write(job, changes, done -> {
            state.setReady(job, null);
            runs.forEach(job.wishes.runs::remove);
            forgetFailover(job, items);
        });
    }

    /** Removes runs that were asked for and cannot be launched. */
    void dropRuns(JobState job, List<String> runs) {
        if (job.queueWriteUnderWay || runs.isEmpty()) {
            return;
        }
        List<Change> changes = new ArrayList<>();
        runs.forEach(run -> changes.add(new Change.Delete(RegistryPaths.run(job.name(), run))));
        write(job, changes, done -> runs.forEach(job.wishes.runs::remove));
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
                done -> state.setReady(job, null));
    }

    /** Adds the change that takes one run out of the ready queue; returns what follows in the state, given its version. */
    IntConsumer takeReady(JobState job, List<Change> changes) {
        String path = RegistryPaths.ready(job.name());
        ReadyEntry ready = job.ready;
        if (ready.count() <= 1 || job.isDaemon()) {
            changes.add(new Change.Delete(path, ready.version()));
            return version -> state.setReady(job, null);
        }
        changes.add(new Change.Set(path, String.valueOf(ready.count() - 1), ready.version()));
        return version -> state.setReady(job, new ReadyEntry(ready.count() - 1, version));
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
        items.forEach(item -> state.removeFailover(job, item));
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
