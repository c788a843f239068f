package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.simulation.ClusterModel.JobModel;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What waits: every firing and every accepted trigger, each once, until it leads to a run or is cancelled. */
final class QueueRules {

    private final ClusterModel model;
    private final WaitingRunRules runs;

    QueueRules(ClusterModel model, WaitingRunRules runs) {
        this.model = model;
        this.runs = runs;
    }

    /** The cron fires at a leader that may die before it has written so. */
    void fired(String cron, int looked) {
        for (String name : Names.JOBS) {
            JobModel job = model.jobs().get(name);
            if (job == null || job.changed > looked) {
                model.ledger(name).doubtfulFirings++;
            } else if (job.spec.cronText().equals(cron) && !job.spec.isDaemon() && model.isWanted(job)) {
                job.firings++;
            }
        }
    }

    /** What was not written dies with the leader. */
    void leaderGone() {
        model.jobs().values().forEach(job -> job.firings = 0);
        model.ledgers().values().forEach(ledger -> ledger.doubtfulFirings = 0);
    }

    /** The queues of the tree are those of the model. */
    void judgeQueues(TreeState tree) {
        for (String name : Names.JOBS) {
            TreeState.Job stored = tree.job(name);
            if (model.job(name).filter(job -> model.isWanted(job) || model.keepsBacklog(job)).isEmpty()) {
                // What the leader queued just before the job was stopped is taken back when it learns of that.
                model.job(name).ifPresent(job -> followLeftovers(name, job, stored));
                continue;
            }
            runs.judgeQueue(name, stored);
            // An entry of a daemon only says that the leader is to look; it looks anyway.
            model.job(name).filter(job -> job.spec.isDaemon()).ifPresent(job -> job.ready = stored.ready());
            int ready = model.job(name).map(job -> job.ready).orElse(0);
            Rules.demand(stored.ready() == ready, "the ready queue has %d runs of %s instead of %d", stored.ready(), name,
                    ready);
            Map<Integer, String> failover = model.job(name).map(job -> job.failover).orElse(Map.of());
            Rules.demand(Objects.equals(stored.failover(), failover), "the failover queue of %s is %s instead of %s",
                    name, stored.failover(), failover);
        }
    }

    /** What the leader has queued behind an operation's look stays until the leader learns of the operation. */
    void followWhatTheLeaderQueued(TreeState tree) {
        model.jobs().forEach((name, job) -> {
            TreeState.Job stored = tree.job(name);
            job.failover = new TreeMap<>(stored.failover());
            if (!job.spec.isDaemon() && stored.ready() > job.ready) {
                job.surplus = stored.ready() - job.ready;
                job.ready = stored.ready();
                model.accept(name, job.surplus);
            }
        });
    }

    private void followLeftovers(String name, JobModel job, TreeState.Job stored) {
        if (!job.spec.isDaemon()) {
            model.cancel(name, job.ready - stored.ready());
        }
        job.ready = stored.ready();
        runs.follow(job, stored);
        job.failover = new TreeMap<>(stored.failover());
    }

    /** Once nothing waits any more, every accepted trigger has led to a run, and no run to two. */
    void judgeLedgers() {
        model.jobs().forEach((name, job) -> Rules.demand(!job.spec.misfire() || job.firings == 0,
                "%d firings of %s were lost", job.firings, name));
        model.ledgers().forEach((name, ledger) -> {
            int waiting = model.job(name).filter(job -> !job.spec.isDaemon()).map(job -> job.ready).orElse(0);
            Rules.demand(ledger.accepted == ledger.launched + ledger.cancelled + waiting,
                    "of %d accepted runs of %s %d were launched, %d cancelled, %d wait", ledger.accepted, name,
                    ledger.launched, ledger.cancelled, waiting);
        });
    }
}
