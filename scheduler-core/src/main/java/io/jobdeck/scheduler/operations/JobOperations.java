package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.configApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.configJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledJobInfo;
import static io.jobdeck.scheduler.registry.RegistryPaths.failover;
import static io.jobdeck.scheduler.registry.RegistryPaths.ready;
import static io.jobdeck.scheduler.registry.RegistryPaths.waiting;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.registry.Registry;
import io.jobdeck.scheduler.registry.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Operations on one job (spec section 4.1 without the defects of 14.3 and 14.7). */
final class JobOperations {

    private final Registry registry;
    private final RegistryTransactions transactions;
    private final JobTriggers triggers;
    private final Clock clock;

    JobOperations(Registry registry, RegistryTransactions transactions, Clock clock) {
        this.registry = registry;
        this.transactions = transactions;
        this.triggers = new JobTriggers(registry, transactions);
        this.clock = clock;
    }

    void register(JobConfig job) {
        transactions.carryOut(new JobRegistration(registry, job));
    }

    void update(JobConfig job) {
        JobUpdate update = new JobUpdate(registry, job);
        transactions.carryOut(update);
        if (update.hasLeftSome()) {
            transactions.carryOnUntilDone(update.remainder());
        }
    }

    void disable(String job, String by) {
        Disabling disabling = new Disabling(job, by);
        transactions.carryOut(disabling);
        cleanRest(disabling.leftSome, job, disabling.outcome());
    }

    void enable(String job) {
        transactions.carryOut(new Enabling(job));
    }

    void deregister(String job) {
        Deregistration deregistration = new Deregistration(job);
        transactions.carryOut(deregistration);
        cleanRest(deregistration.leftSome, job, deregistration.outcome());
    }

    void trigger(String job) {
        triggers.trigger(job);
    }

    private void cleanRest(boolean leftSome, String job, String outcome) {
        if (leftSome) {
            transactions.carryOnUntilDone(new QueueCleaning(registry, List.of(job), outcome));
        }
    }

    static OperationException unknownJob(String job) {
        return OperationException.notFound("There is no job %s. Look for its name in the list of jobs, or register it."
                .formatted(Problems.quote(job)));
    }

    private final class Disabling implements Plan {

        private final String job;
        private final String by;
        private boolean leftSome;

        Disabling(String job, String by) {
            this.job = job;
            this.by = by;
        }

        @Override
        public Optional<Transaction> next() {
            Nodes nodes = Nodes.read(registry, configJob(job), disabledJob(job), disabledJobInfo(job), ready(job),
                    failover(job));
            if (!nodes.has(configJob(job))) {
                throw unknownJob(job);
            }
            if (nodes.has(disabledJob(job))) {
                return Optional.empty();
            }
            nodes.demand(configJob(job));
            nodes.put(disabledJob(job), job);
            nodes.put(disabledJobInfo(job), Codecs.DISABLEMENT.write(new Disablement(by, clock.instant())));
            nodes.deleteQueues(job);
            leftSome = nodes.hasLeftSome();
            return nodes.transaction();
        }

        @Override
        public String outcome() {
            return "job '%s' was disabled".formatted(job);
        }
    }

    private final class Enabling implements Plan {

        private final String job;

        Enabling(String job) {
            this.job = job;
        }

        @Override
        public Optional<Transaction> next() {
            Nodes nodes = Nodes.read(registry, configJob(job), disabledJob(job), disabledJobInfo(job), ready(job));
            if (!nodes.has(configJob(job))) {
                throw unknownJob(job);
            }
            if (!nodes.has(disabledJob(job))) {
                return Optional.empty();
            }
            nodes.check(configJob(job));
            nodes.delete(disabledJob(job), disabledJobInfo(job));
            Optional<JobConfig> config = nodes.get(configJob(job)).flatMap(StoredJobs::parse);
            if (config.filter(JobConfig::isDaemon).isPresent()
                    && registry.read(disabledApp(config.get().appName())).isEmpty()) {
                nodes.put(ready(job), "1");
            }
            return nodes.transaction();
        }

        @Override
        public String outcome() {
            return "job '%s' was enabled".formatted(job);
        }
    }

    private final class Deregistration implements Plan {

        private final String job;
        private boolean leftSome;
        private boolean mayHaveHappened;

        Deregistration(String job) {
            this.job = job;
        }

        @Override
        public Optional<Transaction> next() {
            Nodes nodes = Nodes.read(registry, Set.of(configJob(job), disabledJob(job), disabledJobInfo(job), ready(job),
                    waiting(job), failover(job)));
            removeAll(nodes, job);
            leftSome = nodes.hasLeftSome();
            Optional<Transaction> transaction = nodes.transaction();
            if (transaction.isEmpty() && !mayHaveHappened) {
                throw unknownJob(job);
            }
            return transaction;
        }

        @Override
        public Verdict afterUnknown(Transaction tried) {
            mayHaveHappened = true;
            return Verdict.DO_AGAIN;
        }

        @Override
        public String outcome() {
            return "job '%s' was deregistered".formatted(job);
        }
    }

    /** Removes all of a job that is not its tasks' nor its newest result: those go when the tasks have ended. */
    static void removeAll(Nodes nodes, String job) {
        nodes.delete(configJob(job), disabledJob(job), disabledJobInfo(job), waiting(job));
        nodes.deleteQueues(job);
    }

    /** Refuses a job whose app is not registered. */
    static void demandApp(Nodes nodes, String app) {
        if (!nodes.has(configApp(app))) {
            throw OperationException.invalid(List.of(new FieldProblem("appName",
                    "names the app '%s', which is not registered; register the app first.".formatted(app),
                    "the name of a registered app")));
        }
        nodes.demand(configApp(app));
    }
}
