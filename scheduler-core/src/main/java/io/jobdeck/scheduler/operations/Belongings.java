package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.Registry;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Paths of the nodes that belong to a job but are not named after it alone. Each parent is listed at most once. */
final class Belongings {

    private final Registry registry;
    private final Optional<TreeIndex> tree;
    private final Map<String, List<String>> listed = new HashMap<>();

    Belongings(Registry registry, Optional<TreeIndex> tree) {
        this.registry = registry;
        this.tree = tree;
    }

    /** Returns the entries of the job in the failover queue. */
    List<String> failover(String job) {
        String parent = RegistryPaths.failover(job);
        return tree.map(index -> index.beginningWith(parent + "/")).orElseGet(() -> list(parent));
    }

    /** Returns the runs of the job with a parameter or items of their own. */
    List<String> runs(String job) {
        return of(job, RegistryPaths.RUNS, address -> address instanceof NodeAddress.Run run ? run.job() : "");
    }

    /** Returns the requests to kill tasks of the job. */
    List<String> kills(String job) {
        return of(job, RegistryPaths.KILLS, address -> address instanceof NodeAddress.Kill kill ? kill.task().jobName() : "");
    }

    /** Returns the counts of failures of the job's items. */
    List<String> attempts(String job) {
        return of(job, RegistryPaths.ATTEMPTS,
                address -> address instanceof NodeAddress.Attempt attempt ? attempt.task().jobName() : "");
    }

    private List<String> of(String job, String parent, Function<NodeAddress, String> owner) {
        String beginning = parent + "/" + job + MetaInfo.SEPARATOR;
        List<String> candidates = tree.map(index -> index.beginningWith(beginning)).orElseGet(() -> list(parent));
        return candidates.stream()
                .filter(path -> path.startsWith(beginning) && owner.apply(NodeAddress.of(path)).equals(job))
                .toList();
    }

    private List<String> list(String parent) {
        return listed.computeIfAbsent(parent, path -> registry.children(path).stream()
                .map(name -> path + "/" + name).toList());
    }
}
