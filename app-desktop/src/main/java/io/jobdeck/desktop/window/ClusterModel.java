package io.jobdeck.desktop.window;

import io.jobdeck.desktop.apps.AppsModel;
import io.jobdeck.desktop.bridge.ClusterStatus;
import io.jobdeck.desktop.bridge.ClusterUpdate;
import io.jobdeck.desktop.jobs.JobsModel;
import io.jobdeck.desktop.queues.QueuesModel;
import java.time.Instant;

/** Everything that a window shows of one cluster, without the window. Interface thread only. */
public final class ClusterModel {

    private final JobsModel jobs = new JobsModel();
    private final AppsModel apps = new AppsModel();
    private final QueuesModel queues = new QueuesModel();
    private final ClusterStatus status;

    public ClusterModel(Instant start) {
        status = new ClusterStatus(start);
    }

    /** Takes an update in one go. */
    public void apply(ClusterUpdate update) {
        jobs.table().apply(update.delta().jobs());
        apps.table().apply(update.delta().apps());
        queues.apply(update.delta());
        status.apply(update);
    }

    public JobsModel jobs() {
        return jobs;
    }

    public AppsModel apps() {
        return apps;
    }

    public QueuesModel queues() {
        return queues;
    }

    public ClusterStatus status() {
        return status;
    }
}
