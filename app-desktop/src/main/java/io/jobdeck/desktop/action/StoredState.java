package io.jobdeck.desktop.action;

import io.jobdeck.scheduler.codec.Codec;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.Map;
import java.util.Optional;

/** What the live tree says at this moment of how things are disabled and which runs wait. Reads memory only. */
final class StoredState {

    private final Map<String, TreeNode> nodes;

    StoredState(LiveTree tree) {
        this.nodes = tree.nodes();
    }

    /** Returns how the job is disabled, empty if that was not recorded. */
    Optional<Disablement> disablementOfJob(String job) {
        return read(RegistryPaths.disabledJobInfo(job), Codecs.DISABLEMENT);
    }

    /** Returns how the app is disabled, empty if that was not recorded. */
    Optional<Disablement> disablementOfApp(String app) {
        return read(RegistryPaths.disabledAppInfo(app), Codecs.DISABLEMENT);
    }

    /** Returns whether runs of the job wait that have a parameter or items of their own. */
    boolean hasRuns(String job) {
        String beginning = RegistryPaths.run(job, "");
        return nodes.keySet().stream().anyMatch(path -> path.startsWith(beginning));
    }

    /** Returns the run of that id, empty if it does not wait. */
    Optional<OneOffRun> run(String job, String runId) {
        return read(RegistryPaths.run(job, runId), Codecs.ONE_OFF_RUN);
    }

    private <T> Optional<T> read(String path, Codec<T> codec) {
        return Optional.ofNullable(nodes.get(path)).flatMap(node -> {
            try {
                return Optional.of(codec.read(node.text()));
            } catch (MalformedTextException unreadable) {
                return Optional.empty();
            }
        });
    }
}
