package io.jobdeck.desktop.action;

import io.jobdeck.desktop.bridge.ClusterUpdate;
import io.jobdeck.desktop.bridge.Link;
import io.jobdeck.desktop.connection.ClusterTarget;
import io.jobdeck.desktop.connection.Connection;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.connection.ProfileColour;
import io.jobdeck.desktop.fold.Estate;
import io.jobdeck.desktop.fold.TreeFold;
import io.jobdeck.desktop.window.ClusterModel;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.registry.InMemoryRegistry;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A small cluster to act on: a registry that a test writes to as somebody else would, what the console knows of it, and
 * operations that only write down what they are asked for. What was written is known after {@link #look()}.
 */
public final class SampleCluster {

    public static final Instant START = Instant.parse("2026-11-22T17:30:00Z");
    public static final String BILLING = "billing_app";
    public static final String OLD = "old_app";
    /** An app that embeds the executor of Elastic-Job-Cloud 2.1.5. */
    public static final String LEGACY = "legacy_app";

    public final InMemoryRegistry registry = new InMemoryRegistry();
    public final RecordingOperations operations = new RecordingOperations();
    public final ClusterModel model = new ClusterModel(START, ZoneOffset.UTC);
    public final Connection connection;
    private final LiveTree tree = registry.liveTree();
    private final TreeFold fold = new TreeFold(ZoneOffset.UTC);
    private Instant now = START;

    /** A cluster in which a mistake is not dear. */
    public SampleCluster() {
        this(false);
    }

    public SampleCluster(boolean production) {
        ConnectionProfile profile = new ConnectionProfile("sample", "sample", ProfileColour.BLUE,
                new ClusterTarget.Embedded(Optional.empty()), production, false, false);
        connection = Samples.connection(tree, operations, profile);
        app(Samples.app(BILLING));
        app(Samples.app(OLD));
        put(Estate.node(RegistryPaths.disabledApp(OLD), OLD), Estate.appNode(LEGACY),
                Estate.executorNode(BILLING, "S0"), Estate.executorNode(BILLING, "S1"));
        job("invoices", ExecutionType.TRANSIENT, 2, 30);
        job("reminders", ExecutionType.TRANSIENT, 1, 10);
        job("archive", ExecutionType.TRANSIENT, 0, 0);
        put(Estate.disabledJobNode("archive"));
        look();
    }

    public void app(AppConfig app) {
        put(Estate.node(RegistryPaths.configApp(app.appName()), Codecs.APP.write(app)),
                Estate.node(RegistryPaths.appInfo(app.appName()), Codecs.APP_INFO.write(app.executor())));
    }

    /** Puts a job of the billing app with so many tasks in flight and runs in the ready queue. */
    public void job(String name, ExecutionType execution, int running, int ready) {
        job(Samples.job(name, execution), running, ready);
    }

    public void job(JobConfig job, int running, int ready) {
        put(Estate.jobNode(job));
        for (int item = 0; item < running; item++) {
            put(Estate.taskNode(task(job.jobName(), item)));
        }
        if (ready > 0) {
            put(Estate.readyNode(job.jobName(), ready));
        }
    }

    /** Returns the record of a task of the billing app. */
    public TaskRecord task(String job, int item) {
        return Estate.task(job, item, BILLING, START);
    }

    public void put(TreeNode... nodes) {
        for (TreeNode node : nodes) {
            registry.put(node.path(), node.text());
        }
    }

    /** Takes what was written into what the console knows. */
    public void look() {
        now = now.plusMillis(500);
        fold.load(tree.nodes());
        model.apply(new ClusterUpdate(fold.drain(now), new Link.Live(), 0, now));
    }
}
