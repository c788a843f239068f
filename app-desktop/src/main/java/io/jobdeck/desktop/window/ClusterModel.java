package io.jobdeck.desktop.window;

import io.jobdeck.desktop.action.Inventory;
import io.jobdeck.desktop.agents.AgentsModel;
import io.jobdeck.desktop.apps.AppRow;
import io.jobdeck.desktop.apps.AppsModel;
import io.jobdeck.desktop.audit.AuditModel;
import io.jobdeck.desktop.bridge.ClusterStatus;
import io.jobdeck.desktop.bridge.ClusterUpdate;
import io.jobdeck.desktop.fold.AppFacts;
import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.desktop.fold.ReadyFacts;
import io.jobdeck.desktop.jobs.JobRow;
import io.jobdeck.desktop.jobs.JobsModel;
import io.jobdeck.desktop.overview.OverviewModel;
import io.jobdeck.desktop.queues.QueuesModel;
import io.jobdeck.desktop.tasks.TaskRow;
import io.jobdeck.desktop.tasks.TasksModel;
import io.jobdeck.scheduler.model.LeaderInfo;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.value.ObservableValue;

/** Everything that a window shows of one cluster, without the window. Interface thread only. */
public final class ClusterModel implements Inventory {

    private final JobsModel jobs = new JobsModel();
    private final AppsModel apps = new AppsModel();
    private final QueuesModel queues = new QueuesModel();
    private final TasksModel tasks = new TasksModel(this::job);
    private final OverviewModel overview = new OverviewModel();
    private final AuditModel audit = new AuditModel();
    private final AgentsModel agents = new AgentsModel();
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
        tasks.table().apply(update.delta().tasks());
        overview.apply(update);
        audit.table().apply(update.delta().audit());
        status.apply(update);
    }

    @Override
    public Collection<AppFacts> apps() {
        return apps.table().rows().stream().map(AppRow::facts).toList();
    }

    @Override
    public Optional<AppFacts> app(String name) {
        return apps.table().row(name).map(AppRow::facts);
    }

    @Override
    public Collection<JobFacts> jobs() {
        return jobs.table().rows().stream().map(JobRow::facts).toList();
    }

    @Override
    public Optional<JobFacts> job(String name) {
        return jobs.table().row(name).map(JobRow::facts);
    }

    @Override
    public Collection<TaskRecord> tasks() {
        return tasks.table().rows().stream().map(TaskRow::task).flatMap(Optional::stream).toList();
    }

    @Override
    public Optional<TaskRecord> task(TaskId id) {
        return tasks.table().row(id).flatMap(TaskRow::task);
    }

    @Override
    public OptionalInt readyRuns(String job) {
        return queues.ready().row(ReadyFacts.Key.ordinary(job)).map(row -> OptionalInt.of(row.countProperty().get()))
                .orElse(OptionalInt.empty());
    }

    @Override
    public boolean isInFailover(MetaInfo item) {
        return queues.failover().row(item).filter(row -> !row.originalTaskIdProperty().get().isEmpty()).isPresent();
    }

    @Override
    public ObservableValue<Instant> now() {
        return status.nowProperty();
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

    public TasksModel tasksModel() {
        return tasks;
    }

    public OverviewModel overviewModel() {
        return overview;
    }

    public AuditModel auditModel() {
        return audit;
    }

    public AgentsModel agentsModel() {
        return agents;
    }

    public ClusterStatus status() {
        return status;
    }
}
