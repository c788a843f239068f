package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.configApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledJob;

import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.model.JobConfig;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Operations on one job (spec section 4.1 without the defects of 14.3 and 14.7). */
final class JobOperations {

    private final Sight sight;
    private final RegistryTransactions transactions;
    private final QueueLimit limit;
    private final Clock clock;

    JobOperations(Sight sight, RegistryTransactions transactions, QueueLimit limit, Clock clock) {
        this.sight = sight;
        this.transactions = transactions;
        this.limit = limit;
        this.clock = clock;
    }

    void register(JobConfig job) {
        JobRegistration registration = new JobRegistration(sight, job);
        transactions.carryOut(registration);
        while (registration.hasLeftSome()) {
            transactions.carryOn(registration);
        }
    }

    void update(JobConfig job, Optional<ConfigVersion> basis, String by) {
        JobUpdate update = new JobUpdate(sight, job, basis, by, clock.instant());
        transactions.carryOut(update);
        if (update.hasLeftSome()) {
            transactions.carryOnUntilDone(update.remainder());
        }
    }

    void disable(String job, DisableOptions options, String by) {
        Wish wish = new Wish(by, options, clock.instant());
        wish.demandFutureEnd();
        JobDisabling disabling = new JobDisabling(sight, limit, job, wish);
        try {
            transactions.carryOut(disabling);
        } finally {
            limit.release(disabledJob(job));
        }
        if (disabling.hasLeftSome()) {
            transactions.carryOnUntilDone(new QueueCleaning(sight, List.of(job), false, disabling.outcome()));
        }
    }

    Enabled enable(String job) {
        JobEnabling enabling = new JobEnabling(sight, job);
        transactions.carryOut(enabling);
        return enabling.result();
    }

    void deregister(String job) {
        JobDeregistration deregistration = new JobDeregistration(sight, job);
        transactions.carryOut(deregistration);
        if (deregistration.hasLeftSome()) {
            transactions.carryOnUntilDone(new QueueCleaning(sight, List.of(job), true, deregistration.outcome()));
        }
    }

    static OperationException unknownJob(String job) {
        return OperationException.notFound("There is no job %s. Look for its name in the list of jobs, or register it."
                .formatted(Problems.quote(job)));
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
