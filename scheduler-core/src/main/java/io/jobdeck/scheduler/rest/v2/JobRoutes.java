package io.jobdeck.scheduler.rest.v2;

import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.operations.Enabled;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.RegistryView;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.rest.http.Headers;
import io.jobdeck.scheduler.rest.http.RouteAccess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Jobs: their configs, their state, and what can be done to them. */
final class JobRoutes {

    private static final String TAG = "Jobs";
    private static final QueryParameter NAME = QueryParameter.text("name", "Only jobs whose names hold this text.", "report");
    private static final QueryParameter APP = QueryParameter.text("app", "Only jobs of this app.", "billing");
    private static final QueryParameter TYPE = QueryParameter.word("executionType", "Only jobs of this execution type.",
            ExecutionType.class);
    private static final QueryParameter STATE = QueryParameter.words("state", "Only jobs in one of these states.",
            List.of("IDLE", "WAITING", "RUNNING", "DISABLED"));

    private final SchedulerOperations operations;
    private final RegistryView view;
    private final LiveNodes nodes;
    private final ConfigBodies bodies;
    private final JobJson json;

    JobRoutes(SchedulerOperations operations, RegistryView view, LiveNodes nodes, ConfigBodies bodies) {
        this.operations = operations;
        this.view = view;
        this.nodes = nodes;
        this.bodies = bodies;
        this.json = new JobJson(view, nodes);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/jobs").names("listJobs", TAG, "Lists jobs by name").takes(NAME, APP, TYPE, STATE, Page.LIMIT, Page.AFTER)
                        .answers(200, "JobPage", "A page of jobs").handledBy(this::list),
                Route.post("/jobs").access(RouteAccess.ADMIN).names("registerJob", TAG, "Registers a job").body("JobConfig")
                        .answersNothing(201, "It is registered", "Location").refuses(409).handledBy(this::register),
                Route.get("/jobs/{job}").names("getJob", TAG, "Shows a job with its state, its queues, and why it waits")
                        .answers(200, "JobDetail", "The job").refuses(404).handledBy(this::show),
                Route.delete("/jobs/{job}").access(RouteAccess.ADMIN).names("deregisterJob", TAG, "Deregisters a job")
                        .description("Its tasks are killed and nothing of it is left.")
                        .answersNothing(204, "It is gone").refuses(404, 409).handledBy(this::deregister),
                Route.get("/jobs/{job}/config").names("getJobConfig", TAG, "Returns the config of a job, to be updated")
                        .answers(200, "JobConfig", "The config", Headers.ETAG).refuses(404).handledBy(this::config),
                Route.put("/jobs/{job}/config").access(RouteAccess.ADMIN).names("updateJob", TAG, "Replaces the config of a job")
                        .description("What changed is applied and no more: a new description restarts nothing.")
                        .body("JobConfig").ifMatch().answersNothing(204, "It is stored")
                        .refuses(404, 409, 412, 428).handledBy(this::update),
                Route.get("/jobs/{job}/changes").names("listJobChanges", TAG, "Lists the newest updates of its config, newest first")
                        .answers(200, "Changes", "Who changed what, and when").refuses(404).handledBy(this::changes),
                Route.post("/jobs/{job}/disable").access(RouteAccess.OPERATOR).names("disableJob", TAG, "Disables a job")
                        .description("Kills its tasks, stops its cron, and empties its queues unless the backlog is to be kept.")
                        .optionalBody("DisableOptions").answersNothing(204, "It is disabled").refuses(404, 409)
                        .handledBy(this::disable),
                Route.post("/jobs/{job}/enable").access(RouteAccess.OPERATOR).names("enableJob", TAG, "Enables a job")
                        .answers(200, "Enabled", "It is enabled; whether it was disabled, and whether its app still is")
                        .refuses(404, 409).handledBy(this::enable),
                Route.post("/jobs/{job}/trigger").access(RouteAccess.OPERATOR).names("triggerJob", TAG,
                        "Runs a job once, apart from its cron").description("A transient job is queued under the misfire rule,"
                        + " or with a run added; the tasks of a daemon job fire now.")
                        .optionalBody("TriggerOptions").answersNothing(202, "It is recorded and will run").refuses(404, 409)
                        .handledBy(this::trigger),
                Route.post("/jobs/{job}/kill").access(RouteAccess.OPERATOR).names("killTasks", TAG, "Kills the tasks of a job")
                        .description("A daemon's items are launched again, others are not.")
                        .answers(202, "KilledCount", "How many tasks are being killed").refuses(404, 409).handledBy(this::kill));
    }

    private void list(Call call) {
        String part = call.text(NAME).orElse("");
        List<ExecutionType> types = call.words(TYPE, ExecutionType.class);
        List<JobStatus> states = call.words(STATE, JobStatus.class);
        List<JobConfig> named = view.jobs().stream()
                .filter(job -> job.jobName().contains(part))
                .filter(job -> types.isEmpty() || types.contains(job.executionType()))
                .filter(job -> call.text(APP).filter(app -> !app.equals(job.appName())).isEmpty())
                .toList();
        if (states.isEmpty()) {
            Page.answer(call, named, JobConfig::jobName, this::summaries);
            return;
        }
        Map<String, JobFacts> facts = JobFacts.ofEach(nodes, any -> true);
        List<JobConfig> found = named.stream()
                .filter(job -> states.contains(json.status(job, facts.getOrDefault(job.jobName(), JobFacts.none(nodes))))).toList();
        Page.answer(call, found, JobConfig::jobName, this::summaries);
    }

    private List<JsonObject> summaries(List<JobConfig> jobs) {
        Set<String> names = jobs.stream().map(JobConfig::jobName).collect(Collectors.toSet());
        Map<String, JobFacts> facts = JobFacts.ofEach(nodes, names::contains);
        return jobs.stream().map(job -> json.summary(job, facts.getOrDefault(job.jobName(), JobFacts.none(nodes)))).toList();
    }

    private void show(Call call) {
        Optional<ConfigVersion> version = view.jobVersion(call.job());
        JobConfig job = stored(call);
        call.ok(json.detail(job, version, JobFacts.of(nodes, call.job())));
    }

    private void config(Call call) {
        // Taken first, so that a change in between makes an update stale instead of overwriting it.
        Optional<ConfigVersion> version = view.jobVersion(call.job());
        JobConfig job = stored(call);
        version.ifPresent(call::etag);
        call.ok(Codecs.JOB.write(job));
    }

    private JobConfig stored(Call call) {
        return view.job(call.job()).orElseThrow(() -> OperationException.notFound(
                "There is no job '%s'. Look for its name in the list of jobs, or register it.".formatted(call.job())));
    }

    private void changes(Call call) {
        call.ok(nodes.changes(RegistryPaths.jobChanges(stored(call).jobName())));
    }

    private void register(Call call) {
        JobConfig job = bodies.newJob(call);
        operations.registerJob(job, call.caller());
        call.created("/jobs", job.jobName());
    }

    private void update(Call call) {
        operations.updateJob(bodies.job(call), call.basis(), call.caller());
        call.done();
    }

    private void deregister(Call call) {
        operations.deregisterJob(call.job(), call.caller());
        call.done();
    }

    private void disable(Call call) {
        operations.disableJob(call.job(), call.body(OptionBodies::disable), call.caller());
        call.done();
    }

    private void enable(Call call) {
        Enabled enabled = operations.enableJob(call.job(), call.caller());
        JsonObject answer = new JsonObject();
        answer.addProperty("changed", enabled.changed());
        enabled.disabledApp().ifPresent(app -> answer.addProperty("disabledApp", app));
        call.ok(answer);
    }

    private void trigger(Call call) {
        operations.triggerJob(call.job(), call.body(OptionBodies::trigger), call.caller());
        call.accepted();
    }

    private void kill(Call call) {
        call.accepted(Json.count("tasks", operations.killTasks(call.job(), call.caller())));
    }
}
