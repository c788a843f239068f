package io.jobdeck.scheduler.rest.v2;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.Members;
import io.jobdeck.scheduler.operations.JobAction;
import io.jobdeck.scheduler.operations.JobOutcome;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.rest.http.HttpProblem;
import io.jobdeck.scheduler.rest.http.RouteAccess;
import java.util.List;
import java.util.function.Function;

/** The same done to many jobs in one call, each with its own result. */
final class BulkRoutes {

    private static final String TAG = "Bulk";
    private static final String DESCRIPTION = "Each job is done for itself, in the order given. The answer is 200 also if some"
            + " were refused; those have a problem in their result.";

    private final SchedulerOperations operations;

    BulkRoutes(SchedulerOperations operations) {
        this.operations = operations;
    }

    List<Route> routes() {
        return List.of(
                route("disable", "Disables jobs", "BulkDisable", RouteAccess.OPERATOR,
                        members -> new JobAction.Disable(OptionBodies.disable(members))),
                route("enable", "Enables jobs", "BulkJobs", RouteAccess.OPERATOR, members -> new JobAction.Enable()),
                route("deregister", "Deregisters jobs", "BulkJobs", RouteAccess.ADMIN, members -> new JobAction.Deregister()),
                route("trigger", "Triggers jobs", "BulkTrigger", RouteAccess.OPERATOR,
                        members -> new JobAction.Trigger(OptionBodies.trigger(members))),
                route("kill", "Kills the tasks of jobs", "BulkJobs", RouteAccess.OPERATOR, members -> new JobAction.KillTasks()),
                route("clear-ready", "Empties the ready queue of jobs", "BulkJobs", RouteAccess.OPERATOR,
                        members -> new JobAction.ClearReady()),
                route("clear-failover", "Empties the failover queue of jobs", "BulkJobs", RouteAccess.OPERATOR,
                        members -> new JobAction.ClearFailover()));
    }

    private record Bulk(List<String> jobs, JobAction action) { }

    private Route route(String name, String summary, String body, RouteAccess access, Function<Members, JobAction> read) {
        return Route.post("/bulk/" + name).access(access).names("bulk" + camelCase(name), TAG, summary).description(DESCRIPTION)
                .body(body).answers(200, "BulkResult", "What came of each").handledBy(call -> {
                    Bulk bulk = call.body(members -> new Bulk(members.texts("jobs"), read.apply(members)));
                    call.ok(json(operations.onJobs(bulk.jobs(), bulk.action(), call.caller())));
                });
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("-")) {
            camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return camel.toString();
    }

    private static JsonObject json(List<JobOutcome> outcomes) {
        JsonArray results = new JsonArray(outcomes.size());
        int refused = 0;
        for (JobOutcome outcome : outcomes) {
            JsonObject result = new JsonObject();
            result.addProperty("job", outcome.job());
            result.addProperty("done", outcome.refusal().isEmpty());
            outcome.note().ifPresent(note -> result.addProperty("note", note));
            outcome.refusal().ifPresent(refusal -> result.add("problem", HttpProblem.of(refusal).json()));
            refused += outcome.refusal().isPresent() ? 1 : 0;
            results.add(result);
        }
        JsonObject json = new JsonObject();
        json.addProperty("done", outcomes.size() - refused);
        json.addProperty("refused", refused);
        json.add("results", results);
        return json;
    }
}
