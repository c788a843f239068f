package io.jobdeck.desktop.editor;

import io.jobdeck.desktop.bridge.UiExecutor;
import io.jobdeck.scheduler.codec.Codec;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.model.ConfigUpdate;
import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.operations.RegistryView;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeEvent;
import io.jobdeck.scheduler.registry.TreeListener;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The documents of a live tree. */
public final class TreeDocuments implements Documents {

    private final LiveTree tree;
    private final UiExecutor ui;

    public TreeDocuments(LiveTree tree, UiExecutor ui) {
        this.tree = tree;
        this.ui = ui;
    }

    @Override
    public Optional<StoredDocument> find(DocumentKind kind, String name) {
        Map<String, TreeNode> nodes = new HashMap<>();
        for (String path : paths(kind, name)) {
            Optional.ofNullable(tree.nodes().get(path)).ifPresent(node -> nodes.put(path, node));
        }
        return kind == DocumentKind.JOB ? job(name, nodes) : app(name, nodes);
    }

    private static Optional<StoredDocument> job(String name, Map<String, TreeNode> nodes) {
        Optional<ConfigVersion> version = new RegistryView(nodes).jobVersion(name);
        return version.map(known -> {
            String stored = nodes.get(RegistryPaths.configJob(name)).text();
            String text = DocumentKind.JOB.normalised(stored).map(Document::pretty).orElse(stored);
            return new StoredDocument(text, known, updates(nodes.get(RegistryPaths.jobChanges(name))));
        });
    }

    private static Optional<StoredDocument> app(String name, Map<String, TreeNode> nodes) {
        Optional<ConfigVersion> version = new RegistryView(nodes).appVersion(name);
        return version.map(known -> {
            String stored = nodes.get(RegistryPaths.configApp(name)).text();
            ExecutorKind executor = value(nodes.get(RegistryPaths.appInfo(name)), Codecs.APP_INFO)
                    .orElse(ExecutorKind.ELASTIC_JOB_2_1_5);
            String text = value(nodes.get(RegistryPaths.configApp(name)), Codecs.APP)
                    .map(app -> Codecs.APP_REST.write(app.withExecutor(executor)))
                    .flatMap(Document::parse).map(Document::pretty).orElse(stored);
            return new StoredDocument(text, known, updates(nodes.get(RegistryPaths.appChanges(name))));
        });
    }

    private static List<ConfigUpdate> updates(TreeNode node) {
        return value(node, Codecs.CONFIG_UPDATES).orElse(List.of());
    }

    /** What cannot be read is shown as it is, or left out where it only explains. */
    private static <T> Optional<T> value(TreeNode node, Codec<T> codec) {
        try {
            return Optional.ofNullable(node).map(TreeNode::text).map(codec::read);
        } catch (MalformedTextException e) {
            return Optional.empty();
        }
    }

    @Override
    public Runnable follow(DocumentKind kind, String name, Consumer<Optional<StoredDocument>> listener) {
        Set<String> paths = paths(kind, name);
        TreeListener hearing = event -> {
            if (concerns(event, paths)) {
                ui.run(() -> listener.accept(find(kind, name)));
            }
        };
        AtomicBoolean ended = new AtomicBoolean();
        // Whoever begins to listen is handed a copy of the whole tree, which takes too long for the interface thread.
        Thread beginning = new Thread(() -> {
            tree.listen(hearing);
            if (ended.get()) {
                tree.unlisten(hearing);
            }
        }, "jobdeck-document-following");
        beginning.setDaemon(true);
        beginning.start();
        return () -> {
            ended.set(true);
            tree.unlisten(hearing);
        };
    }

    private static boolean concerns(TreeEvent event, Set<String> paths) {
        return event instanceof TreeEvent.Loaded
                || event instanceof TreeEvent.Put put && paths.contains(put.node().path())
                || event instanceof TreeEvent.Removed removed && paths.contains(removed.path());
    }

    private static Set<String> paths(DocumentKind kind, String name) {
        return kind == DocumentKind.JOB
                ? Set.of(RegistryPaths.configJob(name), RegistryPaths.jobChanges(name))
                : Set.of(RegistryPaths.configApp(name), RegistryPaths.appInfo(name), RegistryPaths.appChanges(name));
    }
}
