package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.configJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.ready;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.Reading;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.Registry;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Queues single runs. Every count is a versioned write, so that none is lost (spec section 14.7). */
final class JobTriggers {

    private static final int LOCKS = 64;

    private final Registry registry;
    private final RegistryTransactions transactions;
    /** Triggers of one job wait for each other here instead of colliding in ZooKeeper. */
    private final List<Lock> locks = Stream.generate(() -> (Lock) new ReentrantLock()).limit(LOCKS).toList();

    JobTriggers(Registry registry, RegistryTransactions transactions) {
        this.registry = registry;
        this.transactions = transactions;
    }

    void trigger(String job) {
        Lock lock = locks.get(Math.floorMod(job.hashCode(), LOCKS));
        lock.lock();
        try {
            transactions.carryOut(new Triggering(job));
        } finally {
            lock.unlock();
        }
    }

    private final class Triggering implements Plan {

        private final String job;
        private boolean misfire;

        Triggering(String job) {
            this.job = job;
        }

        @Override
        public Optional<Transaction> next() {
            Nodes nodes = Nodes.read(registry, configJob(job), disabledJob(job), ready(job));
            JobConfig config = readable(nodes.get(configJob(job)).orElseThrow(() -> JobOperations.unknownJob(job)));
            demandTriggerable(config, nodes);
            misfire = config.misfire();
            nodes.check(configJob(job));
            Optional<TreeNode> queued = nodes.get(ready(job));
            nodes.put(ready(job), misfire && queued.isPresent() ? ReadyCount.oneMore(queued.get().text()) : "1");
            return nodes.transaction();
        }

        private JobConfig readable(TreeNode node) {
            Reading<JobConfig> reading = Codecs.JOB.examine(node.text());
            if (!reading.problems().isEmpty()) {
                throw OperationException.conflict("The stored config of job '%s' cannot be read (%s). Update the job first."
                        .formatted(job, reading.problems().get(0).sentence()));
            }
            return reading.orThrow();
        }

        private void demandTriggerable(JobConfig config, Nodes nodes) {
            if (config.isDaemon()) {
                throw OperationException.conflict(("Daemon job '%s' cannot be triggered: its tasks are always up and fire "
                        + "its cron themselves. Only transient jobs can be triggered.").formatted(job));
            }
            if (nodes.has(disabledJob(job))) {
                throw OperationException.conflict("Job '%s' is disabled. Enable it first.".formatted(job));
            }
            if (registry.read(disabledApp(config.appName())).isPresent()) {
                throw OperationException.conflict("App '%s' of job '%s' is disabled. Enable the app first."
                        .formatted(config.appName(), job));
            }
        }

        @Override
        public Verdict afterUnknown(Transaction tried) {
            Change change = tried.changes().get(tried.changes().size() - 1);
            Optional<TreeNode> now = registry.read(ready(job));
            boolean untouched = change instanceof Change.Set set
                    && now.filter(node -> node.version() == set.version()).isPresent();
            if (untouched) {
                return Verdict.DO_AGAIN;
            }
            // Without misfire any waiting run is as good as the one asked for; with it, it may be another's.
            return now.isPresent() && !misfire ? Verdict.HAPPENED : Verdict.CANNOT_TELL;
        }

        @Override
        public String outcome() {
            return "a run of job '%s' was queued".formatted(job);
        }

        @Override
        public String howToFindOut() {
            return "Look at the ready queue and at the running tasks before you trigger it again.";
        }
    }
}
