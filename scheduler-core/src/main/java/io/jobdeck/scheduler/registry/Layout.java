package io.jobdeck.scheduler.registry;

import io.jobdeck.scheduler.registry.TransactionResult.Committed;
import io.jobdeck.scheduler.registry.TransactionResult.Reason;
import io.jobdeck.scheduler.registry.TransactionResult.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The namespace and the containers everything else is created in. They are persistent and stay when they are empty. */
final class Layout {

    private static final List<String> LEAVES = List.of(RegistryPaths.CONFIG_APPS, RegistryPaths.CONFIG_JOBS,
            RegistryPaths.READY, RegistryPaths.RUNNING, RegistryPaths.FAILOVER, RegistryPaths.DISABLED_APPS,
            RegistryPaths.DISABLED_JOBS, RegistryPaths.ELECTION, RegistryPaths.APP_INFO, RegistryPaths.JOB_STATUS,
            RegistryPaths.DISABLED_APP_INFO, RegistryPaths.DISABLED_JOB_INFO, RegistryPaths.WAITING,
            RegistryPaths.EXECUTORS, RegistryPaths.RUNS, RegistryPaths.KILLS, RegistryPaths.TRIGGERS,
            RegistryPaths.ATTEMPTS, RegistryPaths.LOST_TASKS, RegistryPaths.APP_CHANGES,
            RegistryPaths.JOB_CHANGES, RegistryPaths.AUDIT);

    private final CuratorRegistry registry;
    private final RegistryOptions options;

    Layout(CuratorRegistry registry, RegistryOptions options) {
        this.registry = registry;
        this.options = options;
    }

    /** Creates what is missing, or demands that the namespace exists. */
    void ensure() {
        boolean there = registry.read("/").isPresent();
        if (!there && !options.createLayout()) {
            throw new NoSuchNamespaceException("There is no namespace \"" + options.namespace()
                    + "\" in ZooKeeper at " + options.connectString() + ". Check its name.");
        }
        if (options.createLayout()) {
            if (!there) {
                new NamespaceCreator(registry.session(), options).create();
            }
            createMissingContainers();
        }
    }

    private void createMissingContainers() {
        List<String> missing = new ArrayList<>(containers());
        missing.removeAll(registry.readAll(missing).keySet());
        missing.forEach(this::create);
    }

    private void create(String path) {
        TransactionResult result = registry.commit(Transaction.of(new Change.Create(path, "")));
        boolean exists = result instanceof Committed
                || result instanceof Refused refused && refused.reason() == Reason.NODE_EXISTS;
        if (!exists) {
            throw new RegistryUnavailableException("Could not create " + path + " in namespace \""
                    + options.namespace() + "\" of ZooKeeper at " + options.connectString() + ": " + reason(result),
                    null);
        }
    }

    private static String reason(TransactionResult result) {
        if (result instanceof Refused refused) {
            return refused.reason() == Reason.NOT_PERMITTED ? "not permitted; check the digest" : "" + refused.reason();
        }
        return result instanceof TransactionResult.Unknown unknown ? unknown.cause() : result.toString();
    }

    /** Returns every container, parents before children. */
    private static Set<String> containers() {
        Set<String> all = new TreeSet<>();
        for (String leaf : LEAVES) {
            for (int slash = leaf.indexOf('/', 1); slash > 0; slash = leaf.indexOf('/', slash + 1)) {
                all.add(leaf.substring(0, slash));
            }
            all.add(leaf);
        }
        return all;
    }
}
