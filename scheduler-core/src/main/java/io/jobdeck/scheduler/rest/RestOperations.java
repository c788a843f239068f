package io.jobdeck.scheduler.rest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.Codecs;
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
import io.jobdeck.scheduler.rest.http.Headers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The operations by way of the leader's {@code /api/v2}. Each call asks anew where the leader is, follows a standby's
 * redirect, and ends within a bounded time. Safe on any thread; blocks on the network.
 */
public final class RestOperations implements SchedulerOperations, AutoCloseable {

    private static final String V2 = "/api/v2";
    private static final int JOBS_AT_ONCE = 200;
    /** Servers refuse these in a path however they are written, so nothing that the server knows is called so. */
    private static final Pattern UNSENDABLE = Pattern.compile("[/\\\\\\p{Cntrl}]");

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
        client.call("POST", V2 + "/apps", Codecs.APP_REST.write(app), caller);
    }

    @Override
    public void updateApp(AppConfig app, Optional<ConfigVersion> basis, Caller caller) {
        client.call("PUT", app(app.appName()) + "/config", Codecs.APP_REST.write(app), caller, Headers.IF_MATCH, etag(basis));
    }

    @Override
    public void disableApp(String app, DisableOptions options, Caller caller) {
        client.call("POST", app(app) + "/disable", OptionJson.write(options), caller);
    }

    @Override
    public void enableApp(String app, Caller caller) {
        client.call("POST", app(app) + "/enable", "", caller);
    }

    @Override
    public void deregisterApp(String app, Caller caller) {
        client.call("DELETE", app(app), "", caller);
    }

    @Override
    public void registerJob(JobConfig job, Caller caller) {
        client.call("POST", V2 + "/jobs", Codecs.JOB.write(job), caller);
    }

    @Override
    public void updateJob(JobConfig job, Optional<ConfigVersion> basis, Caller caller) {
        client.call("PUT", job(job.jobName()) + "/config", Codecs.JOB.write(job), caller, Headers.IF_MATCH, etag(basis));
    }

    @Override
    public void disableJob(String job, DisableOptions options, Caller caller) {
        client.call("POST", job(job) + "/disable", OptionJson.write(options), caller);
    }

    @Override
    public Enabled enableJob(String job, Caller caller) {
        JsonObject answer = client.call("POST", job(job) + "/enable", "", caller);
        return new Enabled(answer.get("changed").getAsBoolean(),
                Optional.ofNullable(answer.get("disabledApp")).map(JsonElement::getAsString));
    }

    @Override
    public void deregisterJob(String job, Caller caller) {
        client.call("DELETE", job(job), "", caller);
    }

    @Override
    public void triggerJob(String job, TriggerOptions options, Caller caller) {
        client.call("POST", job(job) + "/trigger", OptionJson.write(options), caller);
    }

    @Override
    public void killTask(TaskId task, Caller caller) {
        client.call("POST", V2 + "/tasks/" + segment(task.toString()) + "/kill", "", caller);
    }

    @Override
    public int killTasks(String job, Caller caller) {
        return client.call("POST", job(job) + "/kill", "", caller).get("tasks").getAsInt();
    }

    @Override
    public int removeReady(String job, OptionalInt runs, Caller caller) {
        String query = runs.isPresent() ? "?runs=" + runs.getAsInt() : "";
        return removed(V2 + "/queues/ready/" + segment(job) + query, caller);
    }

    @Override
    public void removeRun(String job, String runId, Caller caller) {
        client.call("DELETE", V2 + "/queues/ready/" + segment(job) + "/runs/" + segment(runId), "", caller);
    }

    @Override
    public int removeFailover(String job, OptionalInt item, Caller caller) {
        String one = item.isPresent() ? "/" + item.getAsInt() : "";
        return removed(V2 + "/queues/failover/" + segment(job) + one, caller);
    }

    private int removed(String path, Caller caller) {
        return client.call("DELETE", path, "", caller).get("removed").getAsInt();
    }

    @Override
    public void reconcile(ReconcileRequest.Kind kind, Caller caller) {
        client.call("POST", V2 + "/reconcile", OptionJson.write(kind), caller);
    }

    /**
     * Does so in calls of a few hundred jobs, so that none takes too long. If one of them fails as a whole after others were
     * done, its jobs and those that follow have that failure as their refusal.
     */
    @Override
    public List<JobOutcome> onJobs(List<String> jobs, JobAction action, Caller caller) {
        List<JobOutcome> outcomes = new ArrayList<>(jobs.size());
        for (int from = 0; from < jobs.size(); from += JOBS_AT_ONCE) {
            List<String> some = jobs.subList(from, Math.min(jobs.size(), from + JOBS_AT_ONCE));
            try {
                outcomes.addAll(OptionJson.outcomes(client.call("POST", V2 + "/bulk/" + OptionJson.name(action),
                        OptionJson.write(some, action), caller)));
            } catch (OperationException e) {
                if (outcomes.isEmpty()) {
                    throw e;
                }
                jobs.subList(from, jobs.size())
                        .forEach(job -> outcomes.add(new JobOutcome(job, Optional.of(e), Optional.empty())));
                return outcomes;
            }
        }
        return outcomes;
    }

    /** Ends the client's threads. */
    @Override
    public void close() {
        client.close();
    }

    private static String app(String name) {
        return V2 + "/apps/" + segment(name);
    }

    private static String job(String name) {
        return V2 + "/jobs/" + segment(name);
    }

    private static String etag(Optional<ConfigVersion> basis) {
        return basis.map(version -> '"' + version.text() + '"').orElse("*");
    }

    private static String segment(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..") || UNSENDABLE.matcher(name).find()) {
            throw OperationException.notFound("There is nothing called '%s'.".formatted(name));
        }
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
