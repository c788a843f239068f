package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.ReconcileRequest;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.Registry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * The operations on the registry itself: each checks what it is given, then states in one transaction what is wanted;
 * the leader brings the cluster to it (DESIGN.md decision 1). Works beside other schedulers and consoles on the same
 * tree, since every write depends on what was read. Safe on any thread; blocks on ZooKeeper.
 */
public final class RegistryOperations implements SchedulerOperations, AutoCloseable {

    private static final int STANDARD_QUEUE_SIZE = 10_000;

    private final AppValidator appValidator = new AppValidator();
    private final JobValidator jobValidator;
    private final AppOperations apps;
    private final JobOperations jobs;
    private final JobTriggers triggers;
    private final TaskKills kills;
    private final QueueOperations queues;
    private final RegistryTransactions transactions;
    private final Sight sight;
    private final Clock clock;
    private final Optional<TreeIndex> tree;
    private final AuditTrail audit;

    /** Takes the clock that dates what is done and by which, in its zone, a cron must still fire. */
    public RegistryOperations(Registry registry, Clock clock) {
        this(registry, Optional.empty(), clock, STANDARD_QUEUE_SIZE, AuditTrail.logOnly());
    }

    /**
     * The same with what makes it fast.
     *
     * @param tree shows what would have to be read otherwise; stays open
     * @param queueSize most entries of each queue that an operation may add to
     * @param audit hears of every operation; stays open
     */
    public RegistryOperations(Registry registry, LiveTree tree, Clock clock, int queueSize, AuditTrail audit) {
        this(registry, Optional.of(new TreeIndex(tree)), clock, queueSize, audit);
    }

    private RegistryOperations(Registry registry, Optional<TreeIndex> tree, Clock clock, int queueSize, AuditTrail audit) {
        this.audit = audit;
        this.clock = clock;
        this.tree = tree;
        this.sight = new Sight(registry, tree);
        this.transactions = new RegistryTransactions(registry);
        QueueLimit limit = new QueueLimit(sight, queueSize);
        this.jobValidator = new JobValidator(clock);
        this.apps = new AppOperations(sight, transactions, limit, clock);
        this.jobs = new JobOperations(sight, transactions, limit, clock);
        this.triggers = new JobTriggers(sight, transactions, limit, clock);
        this.kills = new TaskKills(sight, transactions, clock);
        this.queues = new QueueOperations(sight, transactions);
    }

    /** The same with another trail, for what is summed up in the one of the original. */
    private RegistryOperations(RegistryOperations original, AuditTrail audit) {
        this.audit = audit;
        this.clock = original.clock;
        this.tree = original.tree;
        this.sight = original.sight;
        this.transactions = original.transactions;
        this.jobValidator = original.jobValidator;
        this.apps = original.apps;
        this.jobs = original.jobs;
        this.triggers = original.triggers;
        this.kills = original.kills;
        this.queues = original.queues;
    }

    @Override
    public void registerApp(AppConfig app, Caller caller) {
        record(caller, "registerApp", app.appName(), () -> {
            demandNone(appValidator.validate(app));
            apps.register(app);
        });
    }

    @Override
    public void updateApp(AppConfig app, Optional<ConfigVersion> basis, Caller caller) {
        record(caller, "updateApp", app.appName(), () -> {
            demandNone(appValidator.validate(app));
            apps.update(app, basis, caller.name());
        });
    }

    @Override
    public void disableApp(String app, DisableOptions options, Caller caller) {
        onApp(caller, "disableApp", app, AuditDetails.of(options), () -> apps.disable(app, options, caller.name()));
    }

    @Override
    public void enableApp(String app, Caller caller) {
        onApp(caller, "enableApp", app, AuditDetails.NONE, () -> apps.enable(app));
    }

    @Override
    public void deregisterApp(String app, Caller caller) {
        onApp(caller, "deregisterApp", app, AuditDetails.NONE, () -> apps.deregister(app));
    }

    @Override
    public void registerJob(JobConfig job, Caller caller) {
        record(caller, "registerJob", job.jobName(), () -> {
            demandNone(jobValidator.validate(job));
            jobs.register(job);
        });
    }

    @Override
    public void updateJob(JobConfig job, Optional<ConfigVersion> basis, Caller caller) {
        record(caller, "updateJob", job.jobName(), () -> {
            demandNone(jobValidator.validate(job));
            jobs.update(job, basis, caller.name());
        });
    }

    @Override
    public void disableJob(String job, DisableOptions options, Caller caller) {
        onJob(caller, "disableJob", job, AuditDetails.of(options), () -> jobs.disable(job, options, caller.name()));
    }

    @Override
    public Enabled enableJob(String job, Caller caller) {
        return onJob(caller, "enableJob", job, AuditDetails.NONE, () -> jobs.enable(job));
    }

    @Override
    public void deregisterJob(String job, Caller caller) {
        onJob(caller, "deregisterJob", job, AuditDetails.NONE, () -> jobs.deregister(job));
    }

    @Override
    public void triggerJob(String job, TriggerOptions options, Caller caller) {
        onJob(caller, "triggerJob", job, AuditDetails.of(options), () -> triggers.trigger(job, options, caller.name()));
    }

    @Override
    public void killTask(TaskId task, Caller caller) {
        record(caller, "killTask", task.toString(), () -> kills.kill(task, caller.name()));
    }

    @Override
    public int killTasks(String job, Caller caller) {
        return onJob(caller, "killTasks", job, AuditDetails.NONE, () -> kills.killAll(job, caller.name()));
    }

    @Override
    public int removeReady(String job, OptionalInt runs, Caller caller) {
        return onJob(caller, "removeReady", job, AuditDetails.of("runs", runs), () -> queues.removeReady(job, runs));
    }

    @Override
    public void removeRun(String job, String runId, Caller caller) {
        onJob(caller, "removeRun", job, "run " + runId, () -> queues.removeRun(job, runId));
    }

    @Override
    public int removeFailover(String job, OptionalInt item, Caller caller) {
        return onJob(caller, "removeFailover", job, AuditDetails.of("item", item), () -> queues.removeFailover(job, item));
    }

    @Override
    public void reconcile(ReconcileRequest.Kind kind, Caller caller) {
        record(caller, "reconcile", kind.name(), () ->
                transactions.carryOut(new Reconciling(sight, new ReconcileRequest(kind, caller.name(), clock.instant()))));
    }

    @Override
    public List<JobOutcome> onJobs(List<String> names, JobAction action, Caller caller) {
        RegistryOperations each = new RegistryOperations(this, AuditTrail.logOnly());
        List<JobOutcome> outcomes = BulkJobs.on(names, job -> each.on(job, action, caller));
        audit.add(caller, BulkSummary.operation(action), BulkSummary.target(names), AuditDetails.of(action),
                BulkSummary.result(outcomes));
        return outcomes;
    }

    /** Stops listening to the live tree. */
    @Override
    public void close() {
        tree.ifPresent(TreeIndex::close);
    }

    private Optional<String> on(String job, JobAction action, Caller caller) {
        if (action instanceof JobAction.Disable disable) {
            disableJob(job, disable.options(), caller);
        } else if (action instanceof JobAction.Enable) {
            return enableJob(job, caller).disabledApp().map("its app '%s' is disabled, so it does not run yet"::formatted);
        } else if (action instanceof JobAction.Deregister) {
            deregisterJob(job, caller);
        } else if (action instanceof JobAction.Trigger trigger) {
            triggerJob(job, trigger.options(), caller);
        } else if (action instanceof JobAction.KillTasks) {
            return Optional.of("tasks: " + killTasks(job, caller));
        } else if (action instanceof JobAction.ClearReady) {
            return Optional.of("runs taken out: " + removeReady(job, OptionalInt.empty(), caller));
        } else if (action instanceof JobAction.ClearFailover) {
            return Optional.of("items taken out: " + removeFailover(job, OptionalInt.empty(), caller));
        }
        return Optional.empty();
    }

    private void record(Caller caller, String operation, String target, Runnable work) {
        record(caller, operation, target, AuditDetails.NONE, work);
    }

    private void record(Caller caller, String operation, String target, String details, Runnable work) {
        audit.record(caller, operation, target, details, () -> {
            work.run();
            return null;
        });
    }

    private void onApp(Caller caller, String operation, String app, String details, Runnable work) {
        record(caller, operation, app, details, () -> {
            if (!NameRule.canBeNode(app)) {
                throw AppOperations.unknownApp(app);
            }
            work.run();
        });
    }

    private void onJob(Caller caller, String operation, String job, String details, Runnable work) {
        onJob(caller, operation, job, details, () -> {
            work.run();
            return null;
        });
    }

    private <T> T onJob(Caller caller, String operation, String job, String details, Supplier<T> work) {
        return audit.record(caller, operation, job, details, () -> {
            if (!NameRule.canBeNode(job)) {
                throw JobOperations.unknownJob(job);
            }
            return work.get();
        });
    }

    private static void demandNone(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw OperationException.invalid(problems);
        }
    }
}
