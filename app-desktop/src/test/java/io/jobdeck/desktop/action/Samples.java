package io.jobdeck.desktop.action;

import com.google.gson.JsonObject;
import io.jobdeck.desktop.connection.Connection;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.insight.KnownInsight;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.JobType;
import io.jobdeck.scheduler.model.LaunchPolicy;
import io.jobdeck.scheduler.insight.ClusterInsight;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.LiveTree;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Configs of apps and jobs to act on, and a connection to what holds them. */
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

    public static Connection connection(LiveTree tree, SchedulerOperations operations, ConnectionProfile profile) {
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
                return tree;
            }

            @Override
            public SchedulerOperations operations() {
                return operations;
            }

            @Override
            public ClusterInsight insight() {
                return new KnownInsight();
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
