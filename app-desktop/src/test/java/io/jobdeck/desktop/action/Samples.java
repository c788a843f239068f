package io.jobdeck.desktop.action;

import com.google.gson.JsonObject;
import io.jobdeck.desktop.apps.AppRow;
import io.jobdeck.desktop.connection.Connection;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.fold.AppFacts;
import io.jobdeck.desktop.fold.AppState;
import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.desktop.fold.JobState;
import io.jobdeck.desktop.jobs.JobRow;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.JobType;
import io.jobdeck.scheduler.model.LaunchPolicy;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.LiveTree;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A small estate of apps and jobs to act on. */
public final class Samples {

    public static final Caller CALLER = new Caller("ann", "console");

    private Samples() {
    }

    public static JobConfig job(String name, ExecutionType execution) {
        JsonObject properties = new JsonObject();
        properties.addProperty("job_exception_handler", "com.example.Handler");
        JsonObject unknown = new JsonObject();
        unknown.addProperty("ownerTeam", "billing");
        return new JobConfig(name, "billing_app", "com.example.billing.InvoiceJob", JobType.SIMPLE, execution,
                "0/5 * * * * ?", 3, "0=Beijing,1=Shanghai,2=Shenzhen", "month=current", true, false,
                "Sends the invoices of the day", properties, false, null, 0.5, 256, null, null, LaunchPolicy.STANDARD, unknown);
    }

    public static AppConfig app(String name) {
        JsonObject unknown = new JsonObject();
        unknown.addProperty("costCentre", 4711);
        return new AppConfig(name, "http://files.example.com/billing-1.4.2.tar.gz", "bin/start.sh", 0.5, 256, true, 0,
                ExecutorKind.JOBDECK, unknown);
    }

    public static JobRow row(String name, JobState state, int running, int ready) {
        return row(job(name, ExecutionType.TRANSIENT), state, running, ready, 0);
    }

    public static JobRow row(JobConfig config, JobState state, int running, int ready, int failover) {
        return new JobRow(new JobFacts(config.jobName(), Optional.of(config), state, Optional.empty(), Optional.empty(), running, ready,
                failover, Optional.empty(), Optional.empty()));
    }

    public static JobRow unreadable(String name) {
        return new JobRow(new JobFacts(name, Optional.empty(), JobState.INVALID, Optional.empty(), Optional.empty(), 0, 0, 0,
                Optional.empty(), Optional.empty()));
    }

    public static AppRow row(String name, AppState state, int jobs, int running, int executors) {
        return new AppRow(new AppFacts(name, Optional.of(app(name)), state, Optional.empty(), jobs, running, executors));
    }

    public static Inventory inventory(Collection<AppRow> apps, Collection<JobRow> jobs) {
        return new Inventory() {

            @Override
            public Collection<AppRow> apps() {
                return List.copyOf(apps);
            }

            @Override
            public Collection<JobRow> jobs() {
                return List.copyOf(jobs);
            }

            @Override
            public ZoneId cronZone() {
                return ZoneOffset.UTC;
            }
        };
    }

    public static Connection connection(SchedulerOperations operations) {
        return connection(operations, ConnectionProfile.embedded("sample"));
    }

    public static Connection connection(SchedulerOperations operations, ConnectionProfile profile) {
        return new Connection() {

            private final BooleanProperty readOnly = new SimpleBooleanProperty(profile.isReadOnly());

            @Override
            public ConnectionProfile profile() {
                return profile;
            }

            @Override
            public BooleanProperty readOnlyProperty() {
                return readOnly;
            }

            @Override
            public LiveTree tree() {
                throw new UnsupportedOperationException("Actions do not read the tree");
            }

            @Override
            public SchedulerOperations operations() {
                return operations;
            }

            @Override
            public Caller caller() {
                return CALLER;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
