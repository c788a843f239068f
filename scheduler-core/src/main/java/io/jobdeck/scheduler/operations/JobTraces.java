package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.registry.RegistryPaths;
import java.util.ArrayList;
import java.util.List;

/** All that is kept of a job, save its tasks and its newest result: those go when the tasks have ended. */
final class JobTraces {

    private JobTraces() {
    }

    /** Returns what must be read of the job before it can be removed. */
    static List<String> paths(String job) {
        List<String> paths = new ArrayList<>(ownPaths(job));
        paths.addAll(List.of(RegistryPaths.ready(job), RegistryPaths.failover(job)));
        return paths;
    }

    /** Removes all but entries of queues that are too many for one transaction. */
    static void remove(Nodes nodes, String job) {
        clear(nodes, job);
        nodes.deleteListed(nodes.belongings().kills(job));
    }

    /**
     * Removes what an earlier job of the same name left behind, as far as one transaction goes. Requests to kill stay, as
     * its tasks may still be about.
     */
    static void clear(Nodes nodes, String job) {
        nodes.delete(ownPaths(job).toArray(String[]::new));
        nodes.deleteBacklog(job);
    }

    private static List<String> ownPaths(String job) {
        return List.of(RegistryPaths.configJob(job), RegistryPaths.disabledJob(job), RegistryPaths.disabledJobInfo(job),
                RegistryPaths.waiting(job), RegistryPaths.trigger(job), RegistryPaths.jobChanges(job));
    }
}
