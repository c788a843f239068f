package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.appChanges;
import static io.jobdeck.scheduler.registry.RegistryPaths.appInfo;
import static io.jobdeck.scheduler.registry.RegistryPaths.configApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledAppInfo;

import io.jobdeck.scheduler.registry.Transaction;
import java.util.Optional;

/** Removes an app that has no jobs any more, with everything kept beside its config. */
final class AppRemoval extends RepeatablePlan {

    private final Sight sight;
    private final String name;
    private final boolean somethingRemoved;

    /**
     * Takes whether something of the app has been removed already, in which case nothing more has to be there.
     */
    AppRemoval(Sight sight, String name, boolean somethingRemoved) {
        this.sight = sight;
        this.name = name;
        this.somethingRemoved = somethingRemoved;
    }

    @Override
    public Optional<Transaction> next() {
        Nodes nodes = sight.read(configApp(name), appInfo(name), disabledApp(name), disabledAppInfo(name),
                appChanges(name));
        nodes.delete(configApp(name), appInfo(name), disabledApp(name), disabledAppInfo(name),
                appChanges(name));
        Optional<Transaction> transaction = nodes.transaction();
        if (transaction.isEmpty() && !somethingRemoved && !mayHaveHappened()) {
            throw AppOperations.unknownApp(name);
        }
        return transaction;
    }

    @Override
    public String outcome() {
        return "app '%s' was deregistered".formatted(name);
    }
}
