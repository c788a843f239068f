package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.TaskRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** All that the loop knows of one job. Owned by the loop's thread. */
final class JobState {

    private final String name;

    /** The job is registered, even if its config cannot be read. */
    boolean registered;
    Optional<JobConfig> config = Optional.empty();
    boolean disabled;
    ReadyEntry ready;
    /** Item to id of the task that failed. */
    final TreeMap<Integer, String> failover = new TreeMap<>();
    boolean failoverParent;
    final TreeMap<Integer, TaskRecord> tasks = new TreeMap<>();
    Optional<RunResult> lastResult = Optional.empty();
    boolean statusNode;
    boolean runningParent;
    /** Items with a 2.1.5 running node. */
    final Set<Integer> runningNodes = new HashSet<>();
    boolean waitingNode;

    /** A write that concerns the job's queues is under way; the next one waits for it. */
    boolean queueWriteUnderWay;
    /** Firings not yet in the ready queue. */
    int firings;
    Optional<String> scheduledCron = Optional.empty();
    final Map<Integer, Backoff> backoffs = new HashMap<>();

    JobState(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    Collection<TaskRecord> runningTasks() {
        return List.copyOf(tasks.values());
    }

    boolean isIdle() {
        return tasks.isEmpty();
    }

    boolean hasQueuedWork() {
        return ready != null || !failover.isEmpty();
    }

    Optional<TaskRecord> task(MetaInfo item) {
        return Optional.ofNullable(tasks.get(item.item()));
    }

    /** Returns the items of a registered job that neither run nor wait in the failover queue, in order. */
    List<Integer> missingItems() {
        int total = config.map(JobConfig::shardingTotalCount).orElse(0);
        return IntStream.range(0, total)
                .filter(item -> !tasks.containsKey(item) && !failover.containsKey(item))
                .boxed()
                .toList();
    }

    MetaInfo item(int item) {
        return new MetaInfo(name, item);
    }
}
