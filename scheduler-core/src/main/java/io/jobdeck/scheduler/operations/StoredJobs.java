package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.List;
import java.util.Optional;

/** Jobs as they stand in the registry. */
final class StoredJobs {

    private StoredJobs() {
    }

    /** Returns as much of the job as its node says; empty if that is no JSON object. */
    static Optional<JobConfig> parse(TreeNode node) {
        return Codecs.JOB.examine(node.text()).value();
    }

    /** Returns the jobs of an app, by the names of their nodes. */
    static List<String> namesOf(Sight sight, String app) {
        return nodesOf(sight, app).stream().map(StoredJobs::name).toList();
    }

    /** Returns the names of the daemon jobs of an app. */
    static List<String> daemonsOf(Sight sight, String app) {
        return nodesOf(sight, app).stream()
                .filter(node -> parse(node).filter(JobConfig::isDaemon).isPresent())
                .map(StoredJobs::name)
                .toList();
    }

    private static List<TreeNode> nodesOf(Sight sight, String app) {
        List<String> paths = sight.children(RegistryPaths.CONFIG_JOBS).stream().map(RegistryPaths::configJob).toList();
        return sight.findAll(paths).values().stream()
                .filter(node -> parse(node).filter(job -> job.appName().equals(app)).isPresent())
                .toList();
    }

    private static String name(TreeNode node) {
        return node.path().substring(RegistryPaths.CONFIG_JOBS.length() + 1);
    }
}
