package io.jobdeck.scheduler.rest;

import com.google.gson.JsonPrimitive;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.JsonText;
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
import io.jobdeck.scheduler.operations.TriggerOptions;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The operations by way of the leader's REST server. Each call asks anew where the leader is, follows a standby's
 * redirect, and ends within a bounded time. Safe on any thread; blocks on the network.
 */
public final class RestOperations implements SchedulerOperations, AutoCloseable {

    private final RestClient client;

    /** Takes what tells the leader's {@code host:port}, empty while nobody leads. */
    public RestOperations(Supplier<Optional<String>> leaderAddress) {
        this(leaderAddress, ClientAccess.anonymous(), any -> true);
    }

    /**
     * Takes what a client of schedulers with accounts or TLS needs.
     *
     * @param leaderAddress tells the leader's address as in {@link RestUrls}, empty while nobody leads
     * @param access shown to schedulers, and to nobody else
     * @param isScheduler tells whether an address, as in {@link RestUrls}, is that of a scheduler
     */
    public RestOperations(Supplier<Optional<String>> leaderAddress, ClientAccess access, Predicate<String> isScheduler) {
        this.client = new RestClient(leaderAddress, access, isScheduler);
    }

    @Override
    public void registerApp(AppConfig app, Caller caller) {
        client.call("POST", "/api/app", Codecs.APP_REST.write(app), caller);
    }

    @Override
    public void updateApp(AppConfig app, Optional<ConfigVersion> basis, Caller caller) {
        client.call("PUT", "/api/app", Codecs.APP_REST.write(app), caller);
    }

    @Override
    public void disableApp(String app, DisableOptions options, Caller caller) {
        client.call("POST", "/api/app/" + segment(app) + "/disable", "", caller);
    }

    @Override
    public void enableApp(String app, Caller caller) {
        client.call("DELETE", "/api/app/" + segment(app) + "/disable", "", caller);
    }

    @Override
    public void deregisterApp(String app, Caller caller) {
        client.call("DELETE", "/api/app/" + segment(app), "", caller);
    }

    @Override
    public void registerJob(JobConfig job, Caller caller) {
        client.call("POST", "/api/job/register", Codecs.JOB.write(job), caller);
    }

    @Override
    public void updateJob(JobConfig job, Optional<ConfigVersion> basis, Caller caller) {
        client.call("PUT", "/api/job/update", Codecs.JOB.write(job), caller);
    }

    @Override
    public void disableJob(String job, DisableOptions options, Caller caller) {
        client.call("POST", "/api/job/" + segment(job) + "/disable", "", caller);
    }

    @Override
    public Enabled enableJob(String job, Caller caller) {
        client.call("DELETE", "/api/job/" + segment(job) + "/disable", "", caller);
        return new Enabled(true, Optional.empty());
    }

    @Override
    public void deregisterJob(String job, Caller caller) {
        client.call("DELETE", "/api/job/deregister", text(job), caller);
    }

    @Override
    public void triggerJob(String job, TriggerOptions options, Caller caller) {
        client.call("POST", "/api/job/trigger", text(job), caller);
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

    /** Ends the client's threads. */
    @Override
    public void close() {
        client.close();
    }

    private static String text(String name) {
        return JsonText.write(new JsonPrimitive(name));
    }

    private static String segment(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            throw OperationException.notFound("There is nothing called '%s'.".formatted(name));
        }
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
