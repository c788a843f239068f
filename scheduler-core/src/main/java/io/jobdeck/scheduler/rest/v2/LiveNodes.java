package io.jobdeck.scheduler.rest.v2;

import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.Codec;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.model.ConfigUpdate;
import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.model.LeaderInfo;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.Waiting;
import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads nodes of the live tree as values. One that cannot be read is left out and reported to the log. Safe on any thread. */
final class LiveNodes {

    private static final Logger LOG = LoggerFactory.getLogger(LiveNodes.class);

    private final Map<String, TreeNode> nodes;

    /** Takes the nodes of a live tree by path. */
    LiveNodes(Map<String, TreeNode> nodes) {
        this.nodes = nodes;
    }

    /** Visits every node whose path begins with one of the roots; telling that of all others is cheap. */
    void below(List<String> roots, BiConsumer<NodeAddress, TreeNode> visitor) {
        nodes.forEach((path, node) -> {
            for (String root : roots) {
                if (path.startsWith(root)) {
                    visitor.accept(NodeAddress.of(path), node);
                    return;
                }
            }
        });
    }

    /** Returns the names of the nodes right below a path, sorted. */
    List<String> children(String path) {
        String root = path + "/";
        return nodes.keySet().stream().filter(each -> each.startsWith(root))
                .map(each -> each.substring(root.length())).filter(name -> name.indexOf('/') < 0).sorted().toList();
    }

    boolean has(String path) {
        return nodes.containsKey(path);
    }

    Optional<TreeNode> node(String path) {
        return Optional.ofNullable(nodes.get(path));
    }

    Optional<String> text(String path) {
        return Optional.ofNullable(nodes.get(path)).map(TreeNode::text);
    }

    <T> Optional<T> read(String path, Codec<T> codec) {
        return Optional.ofNullable(nodes.get(path)).filter(node -> !node.text().isEmpty())
                .flatMap(node -> parse(node, codec::read));
    }

    /** Returns who disabled the job itself, when and how, as far as that is known; empty if it is not disabled. */
    Optional<Optional<Disablement>> jobDisablement(String job) {
        return has(RegistryPaths.disabledJob(job))
                ? Optional.of(read(RegistryPaths.disabledJobInfo(job), Codecs.DISABLEMENT)) : Optional.empty();
    }

    /** Returns who disabled the app, when and how, as far as that is known; empty if it is not disabled. */
    Optional<Optional<Disablement>> appDisablement(String app) {
        return has(RegistryPaths.disabledApp(app))
                ? Optional.of(read(RegistryPaths.disabledAppInfo(app), Codecs.DISABLEMENT)) : Optional.empty();
    }

    Optional<Waiting> waiting(String job) {
        return read(RegistryPaths.waiting(job), Codecs.WAITING);
    }

    Optional<RunResult> lastResult(String job) {
        return read(RegistryPaths.jobStatus(job), Codecs.RUN_RESULT);
    }

    Optional<LeaderInfo> leader() {
        return read(RegistryPaths.EPOCH, Codecs.LEADER);
    }

    /** Returns how many runs the ready queue holds of a job; a text that is no number counts as none. */
    int ready(String job) {
        return text(RegistryPaths.ready(job)).filter(count -> count.matches("[0-9]{1,9}")).map(Integer::parseInt).orElse(0);
    }

    /** Returns the updates of a config that are remembered at that path, newest first. */
    JsonObject changes(String path) {
        List<ConfigUpdate> updates = new ArrayList<>(read(path, Codecs.CONFIG_UPDATES).orElse(List.of()));
        updates.sort(Comparator.comparing(ConfigUpdate::at).reversed());
        JsonObject json = new JsonObject();
        json.add("items", Json.array(updates, Json::of));
        return json;
    }

    Optional<OneOffRun> run(TreeNode node) {
        return parse(node, Codecs.ONE_OFF_RUN::read);
    }

    List<TaskRecord> tasks(TreeNode node) {
        return parse(node, Codecs.RUN_PART::read).orElse(List.of());
    }

    <T> Optional<T> parse(TreeNode node, Function<String, T> read) {
        try {
            return Optional.of(read.apply(node.text()));
        } catch (MalformedTextException | IllegalArgumentException e) {
            LOG.warn("Node {} is left out: {}", node.path(), e.getMessage());
            return Optional.empty();
        }
    }
}
