package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.ReconcileRequest;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.registry.Registry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The operations on the registry itself: each checks what it is given, then states in one transaction what is wanted;
 * the leader brings the cluster to it (DESIGN.md decision 1). Works beside other schedulers and consoles on the same
 * tree, since every write depends on what was read. Safe on any thread; blocks on ZooKeeper.
 */
public final class RegistryOperations implements SchedulerOperations {

    private final AppValidator appValidator = new AppValidator();
    private final JobValidator jobValidator;
    private final AppOperations apps;
    private final JobOperations jobs;

    /** Takes the clock that dates a disablement and by which, in its zone, a cron must still fire. */
    public RegistryOperations(Registry registry, Clock clock) {
        RegistryTransactions transactions = new RegistryTransactions(registry);
        this.jobValidator = new JobValidator(clock);
        this.apps = new AppOperations(registry, transactions, clock);
        this.jobs = new JobOperations(registry, transactions, clock);
    }

    @Override
    public void registerApp(AppConfig app, Caller caller) {
        AuditLog.record(caller, "registerApp", app.appName(), () -> {
            demandNone(appValidator.validate(app));
            apps.register(app);
        });
    }

    @Override
    public void updateApp(AppConfig app, Optional<ConfigVersion> basis, Caller caller) {
        AuditLog.record(caller, "updateApp", app.appName(), () -> {
            demandNone(appValidator.validate(app));
            apps.update(app);
        });
    }

    @Override
    public void disableApp(String app, DisableOptions options, Caller caller) {
        onApp(caller, "disableApp", app, name -> apps.disable(name, caller.name()));
    }

    @Override
    public void enableApp(String app, Caller caller) {
        onApp(caller, "enableApp", app, apps::enable);
    }

    @Override
    public void deregisterApp(String app, Caller caller) {
        onApp(caller, "deregisterApp", app, apps::deregister);
    }

    @Override
    public void registerJob(JobConfig job, Caller caller) {
        AuditLog.record(caller, "registerJob", job.jobName(), () -> {
            demandNone(jobValidator.validate(job));
            jobs.register(job);
        });
    }

    @Override
    public void updateJob(JobConfig job, Optional<ConfigVersion> basis, Caller caller) {
        AuditLog.record(caller, "updateJob", job.jobName(), () -> {
            demandNone(jobValidator.validate(job));
            jobs.update(job);
        });
    }

    @Override
    public void disableJob(String job, DisableOptions options, Caller caller) {
        onJob(caller, "disableJob", job, name -> jobs.disable(name, caller.name()));
    }

    @Override
    public Enabled enableJob(String job, Caller caller) {
        onJob(caller, "enableJob", job, jobs::enable);
        return new Enabled(true, Optional.empty());
    }

    @Override
    public void deregisterJob(String job, Caller caller) {
        onJob(caller, "deregisterJob", job, jobs::deregister);
    }

    @Override
    public void triggerJob(String job, TriggerOptions options, Caller caller) {
        onJob(caller, "triggerJob", job, jobs::trigger);
    }

    @Override
    public void killTask(TaskId task, Caller caller) {
        throw notBuilt();
    }

    @Override
    public int killTasks(String job, Caller caller) {
        throw notBuilt();
    }

    @Override
    public int removeReady(String job, OptionalInt runs, Caller caller) {
        throw notBuilt();
    }

    @Override
    public void removeRun(String job, String runId, Caller caller) {
        throw notBuilt();
    }

    @Override
    public int removeFailover(String job, OptionalInt item, Caller caller) {
        throw notBuilt();
    }

    @Override
    public void reconcile(ReconcileRequest.Kind kind, Caller caller) {
        throw notBuilt();
    }

    @Override
    public List<JobOutcome> onJobs(List<String> jobs, JobAction action, Caller caller) {
        throw notBuilt();
    }

    private static OperationException notBuilt() {
        return OperationException.unavailable("This operation is being built.", null);
    }

    private static void onApp(Caller caller, String operation, String app, Consumer<String> work) {
        AuditLog.record(caller, operation, app, () -> {
            if (!NameRule.canBeNode(app)) {
                throw AppOperations.unknownApp(app);
            }
            work.accept(app);
        });
    }

    private static void onJob(Caller caller, String operation, String job, Consumer<String> work) {
        AuditLog.record(caller, operation, job, () -> {
            if (!NameRule.canBeNode(job)) {
                throw JobOperations.unknownJob(job);
            }
            work.accept(job);
        });
    }

    private static void demandNone(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw OperationException.invalid(problems);
        }
    }
}
