package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.configApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.configJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledAppInfo;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.ready;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.registry.Transaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Operations on one app and what they mean for its jobs (spec section 4.2). */
final class AppOperations {

    private static final int JOBS_AT_ONCE = 50;
    private static final int DAEMONS_AT_ONCE = Nodes.MANY / 2;

    private final Sight sight;
    private final RegistryTransactions transactions;
    private final QueueLimit limit;
    private final Clock clock;

    AppOperations(Sight sight, RegistryTransactions transactions, QueueLimit limit, Clock clock) {
        this.sight = sight;
        this.transactions = transactions;
        this.limit = limit;
        this.clock = clock;
    }

    void register(AppConfig app) {
        transactions.carryOut(new AppRegistration(sight, app));
    }

    void update(AppConfig app, Optional<ConfigVersion> basis, String by) {
        transactions.carryOut(new AppUpdate(sight, app, basis, by, clock.instant()));
    }

    void disable(String app, DisableOptions options, String by) {
        Wish wish = new Wish(by, options, clock.instant());
        wish.demandFutureEnd();
        AppDisabling disabling = new AppDisabling(sight, limit, app, wish);
        try {
            transactions.carryOut(disabling);
        } finally {
            limit.release(disabledApp(app));
        }
        if (!disabling.left().isEmpty()) {
            transactions.carryOnUntilDone(new QueueCleaning(sight, disabling.left(), false, disabling.outcome()));
        }
    }

    void enable(String app) {
        String outcome = "app '%s' was enabled".formatted(app);
        List<String> left = new ArrayList<>();
        transactions.carryOut(plan(outcome, () -> {
            left.clear();
            List<String> daemons = StoredJobs.daemonsOf(sight, app);
            List<String> now = daemons.subList(0, Math.min(daemons.size(), DAEMONS_AT_ONCE));
            Nodes nodes = flags(app, daemonPaths(now));
            if (!nodes.has(disabledApp(app))) {
                return Optional.empty();
            }
            nodes.demand(configApp(app));
            nodes.delete(disabledApp(app), disabledAppInfo(app));
            queueDaemons(nodes, now);
            left.addAll(daemons.subList(now.size(), daemons.size()));
            return nodes.transaction();
        }));
        inBatches(left, batch -> plan(outcome, () -> startDaemons(app, batch)));
    }

    /** Asks for more daemons to be started, unless the app has been disabled again meanwhile. */
    private Optional<Transaction> startDaemons(String app, List<String> daemons) {
        List<String> paths = daemonPaths(daemons);
        paths.add(disabledApp(app));
        Nodes nodes = sight.read(paths);
        if (nodes.has(disabledApp(app))) {
            return Optional.empty();
        }
        queueDaemons(nodes, daemons);
        return nodes.transaction();
    }

    private static List<String> daemonPaths(List<String> daemons) {
        List<String> paths = new ArrayList<>();
        daemons.forEach(job -> paths.addAll(List.of(configJob(job), disabledJob(job), ready(job))));
        return paths;
    }

    private static void queueDaemons(Nodes nodes, List<String> daemons) {
        for (String job : daemons) {
            if (nodes.has(configJob(job)) && !nodes.has(disabledJob(job)) && !nodes.has(ready(job))) {
                nodes.demand(configJob(job));
                nodes.put(ready(job), "1");
            }
        }
    }

    void deregister(String app) {
        boolean hadJobs = removeJobs(app);
        AppRemoval removal = new AppRemoval(sight, app, hadJobs);
        if (hadJobs) {
            transactions.carryOn(removal);
        } else {
            transactions.carryOut(removal);
        }
        // A job registered between the last look and the app's removal would be left without an app.
        removeJobs(app);
    }

    /** Deregisters the app's jobs until there are none, and returns whether there were any. */
    private boolean removeJobs(String app) {
        boolean any = false;
        for (List<String> jobs = namesOf(app); !jobs.isEmpty(); jobs = namesOf(app)) {
            any = true;
            String outcome = "all jobs of app '%s' were deregistered".formatted(app);
            inBatches(jobs, batch -> plan(outcome, () -> removal(batch)));
            transactions.carryOnUntilDone(new QueueCleaning(sight, jobs, true, outcome));
        }
        return any;
    }

    private List<String> namesOf(String app) {
        return transactions.reading(() -> StoredJobs.namesOf(sight, app));
    }

    private Optional<Transaction> removal(List<String> jobs) {
        Nodes nodes = sight.read(jobs.stream().flatMap(job -> JobTraces.paths(job).stream()).toList());
        jobs.forEach(job -> JobTraces.remove(nodes, job));
        return nodes.transaction();
    }

    private Nodes flags(String app, List<String> morePaths) {
        List<String> paths = new ArrayList<>(morePaths);
        paths.addAll(List.of(configApp(app), disabledApp(app), disabledAppInfo(app)));
        Nodes nodes = sight.read(paths);
        if (!nodes.has(configApp(app))) {
            throw unknownApp(app);
        }
        return nodes;
    }

    private void inBatches(List<String> jobs, Function<List<String>, Plan> planOf) {
        for (int from = 0; from < jobs.size(); from += JOBS_AT_ONCE) {
            transactions.carryOn(planOf.apply(jobs.subList(from, Math.min(jobs.size(), from + JOBS_AT_ONCE))));
        }
    }

    static OperationException unknownApp(String app) {
        return OperationException.notFound("There is no app %s. Look for its name in the list of apps, or register it."
                .formatted(Problems.quote(app)));
    }

    private static Plan plan(String outcome, Supplier<Optional<Transaction>> next) {
        return new Plan() {
            @Override
            public Optional<Transaction> next() {
                return next.get();
            }

            @Override
            public String outcome() {
                return outcome;
            }
        };
    }
}
