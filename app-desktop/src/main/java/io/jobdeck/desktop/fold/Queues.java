package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.FailedItem;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.Waiting;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The ready queue with the one-off runs beside it, the failover queue, and what is remembered of items that failed. */
final class Queues {

    private final Map<String, Integer> ready = new HashMap<>();
    private final Map<ReadyFacts.Key, OneOffRun> runs = new HashMap<>();
    private final Grouped<String, ReadyFacts.Key> runsOfJob = new Grouped<>();
    private final Map<MetaInfo, String> failover = new HashMap<>();
    private final Grouped<String, MetaInfo> failoverOfJob = new Grouped<>();
    private final Map<MetaInfo, FailedItem> failed = new HashMap<>();
    private final Grouped<String, MetaInfo> failedOfJob = new Grouped<>();
    private final Map<String, Waiting> waiting = new HashMap<>();
    private int readyRuns;

    void setReady(String job, Optional<String> text) {
        readyRuns -= ready(job);
        Values.set(ready, job, text.map(Values::count));
        readyRuns += ready(job);
    }

    void setRun(String job, String runId, Optional<String> text) {
        ReadyFacts.Key key = new ReadyFacts.Key(job, Optional.of(runId));
        Optional<OneOffRun> run = Values.read(Codecs.ONE_OFF_RUN, text);
        Values.set(runs, key, run);
        if (run.isPresent()) {
            runsOfJob.put(job, key);
        } else {
            runsOfJob.remove(key);
        }
    }

    void setFailover(MetaInfo item, Optional<String> originalTaskId) {
        Values.set(failover, item, originalTaskId);
        if (originalTaskId.isPresent()) {
            failoverOfJob.put(item.jobName(), item);
        } else {
            failoverOfJob.remove(item);
        }
    }

    void setFailed(MetaInfo item, Optional<String> text) {
        Optional<FailedItem> now = Values.read(Codecs.FAILED_ITEM, text);
        Values.set(failed, item, now);
        if (now.isPresent()) {
            failedOfJob.put(item.jobName(), item);
        } else {
            failedOfJob.remove(item);
        }
    }

    void setWaiting(String job, Optional<String> text) {
        Values.set(waiting, job, Values.read(Codecs.WAITING, text));
    }

    int ready(String job) {
        return ready.getOrDefault(job, 0);
    }

    int oneOffRuns(String job) {
        return runsOfJob.count(job);
    }

    int failover(String job) {
        return failoverOfJob.count(job);
    }

    /** Returns how many runs and items of the job wait. */
    int backlog(String job) {
        return ready(job) + oneOffRuns(job) + failover(job);
    }

    Optional<Waiting> waiting(String job) {
        return Optional.ofNullable(waiting.get(job));
    }

    Optional<FailedItem> failed(MetaInfo item) {
        return Optional.ofNullable(failed.get(item));
    }

    Set<MetaInfo> failedOf(String job) {
        return failedOfJob.of(job);
    }

    int readyRuns() {
        return readyRuns + runs.size();
    }

    int failoverItems() {
        return failover.size();
    }

    /** Returns the entries of the ready queue that a job may have. */
    Set<ReadyFacts.Key> readyKeys(String job) {
        Set<ReadyFacts.Key> keys = new LinkedHashSet<>(runsOfJob.of(job));
        keys.add(ReadyFacts.Key.ordinary(job));
        return keys;
    }

    /** Returns the items that a job may have among those that failed. */
    Set<MetaInfo> failedKeys(String job) {
        Set<MetaInfo> keys = new LinkedHashSet<>(failoverOfJob.of(job));
        keys.addAll(failedOfJob.of(job));
        return keys;
    }

    Optional<ReadyFacts> readyFacts(ReadyFacts.Key key, Configs configs) {
        String app = configs.appOf(key.job()).orElse("");
        if (key.runId().isPresent()) {
            return Optional.ofNullable(runs.get(key))
                    .map(run -> new ReadyFacts(key, app, 1, Optional.of(run), waiting(key.job())));
        }
        return Optional.ofNullable(ready.get(key.job()))
                .map(count -> new ReadyFacts(key, app, count, Optional.empty(), waiting(key.job())));
    }

    Optional<FailoverFacts> failoverFacts(MetaInfo item, Configs configs) {
        Optional<FailedItem> remembered = failed(item);
        boolean givenUp = remembered.filter(FailedItem::givenUp).isPresent();
        if (!failover.containsKey(item) && !givenUp) {
            return Optional.empty();
        }
        return Optional.of(new FailoverFacts(item, configs.appOf(item.jobName()).orElse(""),
                failover.getOrDefault(item, ""), remembered,
                configs.config(item.jobName()).map(job -> job.policy().failoverMaxAttempts())
                        .orElse(OptionalInt.empty()), waiting(item.jobName())));
    }
}
