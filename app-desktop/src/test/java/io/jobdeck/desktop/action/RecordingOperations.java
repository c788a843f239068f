package io.jobdeck.desktop.action;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.ReconcileRequest;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.DisableOptions;
import io.jobdeck.scheduler.operations.Enabled;
import io.jobdeck.scheduler.operations.JobAction;
import io.jobdeck.scheduler.operations.JobOutcome;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.operations.TriggerOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Operations that write down what they are asked for, and refuse or wait where told to. */
public final class RecordingOperations implements SchedulerOperations {

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, RuntimeException> refusals = new ConcurrentHashMap<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile JobConfig lastJob;
    private volatile AppConfig lastApp;
    private volatile Optional<ConfigVersion> lastBasis = Optional.empty();
    private volatile Caller lastCaller;
    private volatile TriggerOptions lastTrigger;
    private volatile DisableOptions lastDisable;
    private volatile int found = 1;
    private volatile String lastThread = "";

    /** Refuses everything asked for the app or job of that name. */
    public void refuse(String name, RuntimeException refusal) {
        refusals.put(name, refusal);
    }

    public void accept(String name) {
        refusals.remove(name);
    }

    /** Makes every call wait until the latch returned is counted down. */
    public CountDownLatch hold() {
        gate = new CountDownLatch(1);
        return gate;
    }

    public List<String> calls() {
        return calls;
    }

    public JobConfig lastJob() {
        return lastJob;
    }

    /** Returns the state that the last update was made from. */
    public Optional<ConfigVersion> lastBasis() {
        return lastBasis;
    }

    public AppConfig lastApp() {
        return lastApp;
    }

    public Caller lastCaller() {
        return lastCaller;
    }

    public TriggerOptions lastTrigger() {
        return lastTrigger;
    }

    public DisableOptions lastDisable() {
        return lastDisable;
    }

    /** Makes removals find so many entries from now on. */
    public void find(int entries) {
        found = entries;
    }

    public String lastThread() {
        return lastThread;
    }

    private void called(String operation, String name, Caller caller) {
        lastThread = Thread.currentThread().getName();
        lastCaller = caller;
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw OperationException.unavailable("Interrupted", e);
        }
        calls.add(operation + " " + name);
        RuntimeException refusal = refusals.get(name);
        if (refusal != null) {
            throw refusal;
        }
    }

    @Override
    public void registerApp(AppConfig app, Caller caller) {
        lastApp = app;
        called("registerApp", app.appName(), caller);
    }

    @Override
    public void updateApp(AppConfig app, Optional<ConfigVersion> basis, Caller caller) {
        lastApp = app;
        lastBasis = basis;
        called("updateApp", app.appName(), caller);
    }

    @Override
    public void disableApp(String app, DisableOptions options, Caller caller) {
        called("disableApp", app, caller);
    }

    @Override
    public void enableApp(String app, Caller caller) {
        called("enableApp", app, caller);
    }

    @Override
    public void deregisterApp(String app, Caller caller) {
        called("deregisterApp", app, caller);
    }

    @Override
    public void registerJob(JobConfig job, Caller caller) {
        lastJob = job;
        called("registerJob", job.jobName(), caller);
    }

    @Override
    public void updateJob(JobConfig job, Optional<ConfigVersion> basis, Caller caller) {
        lastJob = job;
        lastBasis = basis;
        called("updateJob", job.jobName(), caller);
    }

    @Override
    public void disableJob(String job, DisableOptions options, Caller caller) {
        lastDisable = options;
        called("disableJob", job, caller);
    }

    @Override
    public Enabled enableJob(String job, Caller caller) {
        called("enableJob", job, caller);
        return new Enabled(true, Optional.empty());
    }

    @Override
    public void deregisterJob(String job, Caller caller) {
        called("deregisterJob", job, caller);
    }

    @Override
    public void triggerJob(String job, TriggerOptions options, Caller caller) {
        lastTrigger = options;
        called("triggerJob", job, caller);
    }

    @Override
    public void killTask(TaskId task, Caller caller) {
        called("killTask", task.toString(), caller);
    }

    @Override
    public int killTasks(String job, Caller caller) {
        called("killTasks", job, caller);
        return 1;
    }

    @Override
    public int removeReady(String job, OptionalInt runs, Caller caller) {
        called("removeReady", job, caller);
        return found;
    }

    @Override
    public void removeRun(String job, String runId, Caller caller) {
        called("removeRun", job, caller);
    }

    @Override
    public int removeFailover(String job, OptionalInt item, Caller caller) {
        called("removeFailover", job, caller);
        return 1;
    }

    @Override
    public void reconcile(ReconcileRequest.Kind kind, Caller caller) {
        called("reconcile", kind.name(), caller);
    }

    @Override
    public List<JobOutcome> onJobs(List<String> jobs, JobAction action, Caller caller) {
        jobs.forEach(job -> called("onJobs", job, caller));
        return jobs.stream().map(job -> new JobOutcome(job, Optional.empty(), Optional.empty())).toList();
    }
}
