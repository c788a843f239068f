package io.jobdeck.desktop.window;

import io.jobdeck.desktop.action.Inventory;
import io.jobdeck.desktop.apps.AppRow;
import io.jobdeck.desktop.apps.AppsModel;
import io.jobdeck.desktop.bridge.ClusterStatus;
import io.jobdeck.desktop.bridge.ClusterUpdate;
import io.jobdeck.desktop.jobs.JobRow;
import io.jobdeck.desktop.jobs.JobsModel;
import io.jobdeck.desktop.queues.QueuesModel;
import io.jobdeck.scheduler.model.LeaderInfo;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;

/** Everything that a window shows of one cluster, without the window. Interface thread only. */
public final class ClusterModel implements Inventory {

    private final JobsModel jobs = new JobsModel();
    private final AppsModel apps = new AppsModel();
    private final QueuesModel queues = new QueuesModel();
    private final ClusterStatus status;
    private final ZoneId ownZone;

    /**
     * Makes the model of a cluster of which nothing is known yet.
     *
     * @param ownZone zone of crons while no leader is known
     */
    public ClusterModel(Instant start, ZoneId ownZone) {
        this.ownZone = ownZone;
        status = new ClusterStatus(start);
    }

    /** Takes an update in one go. */
    public void apply(ClusterUpdate update) {
        jobs.table().apply(update.delta().jobs());
        apps.table().apply(update.delta().apps());
        queues.apply(update.delta());
        status.apply(update);
    }

    @Override
    public Collection<AppRow> apps() {
        return apps.table().rows();
    }

    @Override
    public Collection<JobRow> jobs() {
        return jobs.table().rows();
    }

    @Override
    public ZoneId cronZone() {
        return status.leadershipProperty().get().leader().map(LeaderInfo::zone).orElse(ownZone);
    }

    public JobsModel jobsModel() {
        return jobs;
    }

    public AppsModel appsModel() {
        return apps;
    }

    public QueuesModel queuesModel() {
        return queues;
    }

    public ClusterStatus status() {
        return status;
    }
}
