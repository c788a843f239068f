package io.jobdeck.scheduler.rest.v1;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.LaunchPolicy;
import io.jobdeck.scheduler.operations.ConfigReader;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.RegistryView;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.rest.http.Answers;
import io.jobdeck.scheduler.rest.http.Requests;
import io.jobdeck.scheduler.rest.http.RouteAccess;

/** {@code /api/job} of spec section 11: operations, configs and queues. */
public final class JobRoutes {

    private final SchedulerOperations operations;
    private final RegistryView view;
    private final ConfigReader reader;

    public JobRoutes(SchedulerOperations operations, RegistryView view, ConfigReader reader) {
        this.operations = operations;
        this.view = view;
        this.reader = reader;
    }

    /** Adds its routes. */
    public void addTo(RoutesConfig routes) {
        routes.post("/api/job/register", this::register, RouteAccess.ADMIN);
        routes.put("/api/job/update", this::update, RouteAccess.ADMIN);
        routes.delete("/api/job/deregister", this::deregister, RouteAccess.ADMIN);
        routes.post("/api/job/trigger", this::trigger, RouteAccess.OPERATOR);
        routes.get("/api/job/jobs", context -> Answers.array(context, view.jobs(), Codecs.JOB::write),
                RouteAccess.VIEWER);
        routes.get("/api/job/jobs/{job}", this::get, RouteAccess.VIEWER);
        routes.get("/api/job/tasks/running",
                context -> Answers.array(context, view.runningTasks(), TaskJson::running), RouteAccess.VIEWER);
        routes.get("/api/job/tasks/ready",
                context -> Answers.array(context, view.ready().entrySet(), TaskJson::ready), RouteAccess.VIEWER);
        routes.get("/api/job/tasks/failover",
                context -> Answers.array(context, view.failover(), TaskJson::failover), RouteAccess.VIEWER);
        routes.get("/api/job/statistics/jobs/type", context -> Answers.json(context, TaskJson.jobTypes(view.jobs())),
                RouteAccess.VIEWER);
        routes.get("/api/job/statistics/jobs/executionType",
                context -> Answers.json(context, TaskJson.executionTypes(view.jobs())), RouteAccess.VIEWER);
        routes.get("/api/job/{job}/disable",
                context -> Answers.json(context, Boolean.toString(view.isJobDisabled(job(context)))), RouteAccess.VIEWER);
        routes.post("/api/job/{job}/disable", this::disable, RouteAccess.OPERATOR);
        routes.delete("/api/job/{job}/disable", this::enable, RouteAccess.OPERATOR);
    }

    private static String job(Context context) {
        return context.pathParam("job");
    }

    private void register(Context context) {
        operations.registerJob(reader.readJob(Requests.jsonBody(context)), Requests.caller(context));
        Answers.done(context);
    }

    private void update(Context context) {
        JobConfig sent = reader.readJob(Requests.jsonBody(context));
        operations.updateJob(withStoredPolicy(sent), Requests.caller(context));
        Answers.done(context);
    }

    /** A client of 2.1.5 does not know the launch policy, so what it does not say must not change it. */
    private JobConfig withStoredPolicy(JobConfig sent) {
        return sent.policy().equals(LaunchPolicy.STANDARD)
                ? view.job(sent.jobName()).map(stored -> sent.withPolicy(stored.policy())).orElse(sent)
                : sent;
    }

    private void deregister(Context context) {
        String job = Requests.nameBody(context);
        Refusals.allowingNotFound(context, () -> operations.deregisterJob(job, Requests.caller(context)));
    }

    private void trigger(Context context) {
        operations.triggerJob(Requests.nameBody(context), Requests.caller(context));
        Answers.done(context);
    }

    private void get(Context context) {
        JobConfig job = view.job(job(context)).orElseThrow(
                () -> OperationException.notFound("There is no job '%s'.".formatted(job(context))));
        Answers.json(context, Codecs.JOB.write(job));
    }

    private void disable(Context context) {
        Refusals.allowingNotFound(context, () -> operations.disableJob(job(context), Requests.caller(context)));
    }

    private void enable(Context context) {
        operations.enableJob(job(context), Requests.caller(context));
        Answers.done(context);
    }
}
