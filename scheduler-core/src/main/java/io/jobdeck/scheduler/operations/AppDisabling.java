package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.configApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledAppInfo;

import io.jobdeck.scheduler.registry.Transaction;
import java.util.List;
import java.util.Optional;

/** Sets an app's flag and empties the queues of its jobs, unless the backlog is to be kept; the flags of jobs stay as they are. */
final class AppDisabling implements Plan {

    private final Sight sight;
    private final QueueLimit limit;
    private final String app;
    private final Wish wish;
    private List<String> left = List.of();

    AppDisabling(Sight sight, QueueLimit limit, String app, Wish wish) {
        this.sight = sight;
        this.limit = limit;
        this.app = app;
        this.wish = wish;
    }

    @Override
    public Optional<Transaction> next() {
        left = List.of();
        boolean emptying = !wish.options().keepBacklog();
        List<String> jobs = emptying ? StoredJobs.namesOf(sight, app) : List.of();
        Nodes nodes = sight.read(paths(jobs));
        if (!nodes.has(configApp(app))) {
            throw AppOperations.unknownApp(app);
        }
        Optional<String> info = wish.infoBeside(nodes, disabledApp(app), disabledAppInfo(app));
        if (info.isEmpty()) {
            return Optional.empty();
        }
        nodes.demand(configApp(app));
        nodes.put(disabledAppInfo(app), info.get());
        if (!nodes.has(disabledApp(app))) {
            limit.reserve(disabledApp(app));
            nodes.create(disabledApp(app), app);
        }
        jobs.forEach(nodes::deleteBacklog);
        left = nodes.hasLeftSome() ? jobs : List.of();
        return nodes.transaction();
    }

    private List<String> paths(List<String> jobs) {
        List<String> paths = QueueCleaning.paths(jobs);
        paths.addAll(List.of(configApp(app), disabledApp(app), disabledAppInfo(app)));
        return paths;
    }

    /** Returns jobs whose queues may still hold entries that one transaction could not take out. */
    List<String> left() {
        return left;
    }

    @Override
    public String outcome() {
        return "app '%s' was disabled".formatted(app);
    }
}
