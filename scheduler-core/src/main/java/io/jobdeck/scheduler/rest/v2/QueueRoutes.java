package io.jobdeck.scheduler.rest.v2;

import com.google.gson.JsonObject;
import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeNode;
import io.jobdeck.scheduler.rest.http.RouteAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The ready and failover queues, and what is disabled. */
final class QueueRoutes {

    private static final String TAG = "Queues";
    private static final QueryParameter JOB = QueryParameter.text("job", "Only entries of this job.", "daily-report");
    private static final QueryParameter RUNS = QueryParameter.whole("runs",
            "How many runs to take out at most; all, one-off runs included, if it is not given.", "2", 1, Integer.MAX_VALUE,
            OptionalInt.empty());

    private final SchedulerOperations operations;
    private final LiveNodes nodes;

    QueueRoutes(SchedulerOperations operations, LiveNodes nodes) {
        this.operations = operations;
        this.nodes = nodes;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/queues/ready").names("listReady", TAG, "Lists the jobs with runs to be launched, and why they wait")
                        .takes(JOB, Page.LIMIT, Page.AFTER).answers(200, "ReadyPage", "A page of jobs").handledBy(this::ready),
                Route.delete("/queues/ready/{job}").access(RouteAccess.OPERATOR).names("removeReady", TAG,
                        "Takes runs of a job out of the ready queue").takes(RUNS)
                        .answers(200, "RemovedCount", "How many there were").refuses(404, 409).handledBy(this::removeReady),
                Route.delete("/queues/ready/{job}/runs/{run}").access(RouteAccess.OPERATOR).names("removeRun", TAG,
                        "Takes a one-off run out of the queue before it is launched")
                        .answersNothing(204, "It will not run").refuses(404, 409).handledBy(this::removeRun),
                Route.get("/queues/failover").names("listFailover", TAG, "Lists the items to be launched again after a failure")
                        .takes(JOB, Page.LIMIT, Page.AFTER).answers(200, "FailoverPage", "A page of items")
                        .handledBy(this::failover),
                Route.delete("/queues/failover/{job}").access(RouteAccess.OPERATOR).names("clearFailover", TAG,
                        "Takes all items of a job out of the failover queue")
                        .answers(200, "RemovedCount", "How many there were").refuses(404, 409).handledBy(this::clearFailover),
                Route.delete("/queues/failover/{job}/{item}").access(RouteAccess.OPERATOR).names("removeFailover", TAG,
                        "Takes an item out of the failover queue").description("A daemon's item is then launched afresh.")
                        .answers(200, "RemovedCount", "1, or 0 if it was not there").refuses(404, 409)
                        .handledBy(this::removeFailover),
                Route.get("/queues/disabled").names("listDisabled", TAG, "Lists what is disabled: by whom, since and until when")
                        .takes(Page.LIMIT, Page.AFTER).answers(200, "DisabledPage", "A page of apps and jobs")
                        .handledBy(this::disabled));
    }

    private void ready(Call call) {
        Optional<String> wanted = call.text(JOB);
        SortedMap<String, JobFacts> facts = JobFacts.ofEach(nodes, job -> wanted.isEmpty() || wanted.get().equals(job));
        TreeSet<String> jobs = new TreeSet<>();
        facts.forEach((job, each) -> {
            if (each.oneOffRuns() > 0) {
                jobs.add(job);
            }
        });
        nodes.children(RegistryPaths.READY).stream().filter(job -> wanted.isEmpty() || wanted.get().equals(job)).forEach(jobs::add);
        Page.answerEach(call, List.copyOf(jobs), job -> job,
                job -> QueueJson.ready(job, facts.getOrDefault(job, JobFacts.none(nodes)), nodes));
    }

    private void removeReady(Call call) {
        call.ok(Json.count("removed", operations.removeReady(call.job(), call.whole(RUNS), call.caller())));
    }

    private void removeRun(Call call) {
        operations.removeRun(call.job(), call.path("run"), call.caller());
        call.done();
    }

    private void failover(Call call) {
        Optional<String> wanted = call.text(JOB);
        List<Map.Entry<MetaInfo, TreeNode>> entries = new ArrayList<>();
        JobFacts.ofEach(nodes, job -> wanted.isEmpty() || wanted.get().equals(job)).values()
                .forEach(facts -> entries.addAll(facts.failover().entrySet()));
        entries.sort((one, other) -> one.getKey().toString().compareTo(other.getKey().toString()));
        Page.answerEach(call, entries, entry -> entry.getKey().toString(),
                entry -> QueueJson.failover(entry.getKey(), entry.getValue()));
    }

    private void clearFailover(Call call) {
        call.ok(Json.count("removed", operations.removeFailover(call.job(), OptionalInt.empty(), call.caller())));
    }

    private void removeFailover(Call call) {
        if (!call.path("item").matches("[0-9]{1,9}")) {
            throw OperationException.notFound("There is no item '%s'. Items are whole numbers from 0."
                    .formatted(call.path("item")));
        }
        OptionalInt item = OptionalInt.of(Integer.parseInt(call.path("item")));
        call.ok(Json.count("removed", operations.removeFailover(call.job(), item, call.caller())));
    }

    /** What is disabled; its key tells apps and jobs of one name apart. */
    private record Disabled(String kind, String name, Optional<Disablement> how) {

        String key() {
            return kind + "/" + name;
        }

        JsonObject json() {
            JsonObject json = new JsonObject();
            json.addProperty("kind", kind);
            json.addProperty("name", name);
            Json.addIfPresent(json, "disabled", how, Json::of);
            return json;
        }
    }

    private void disabled(Call call) {
        Stream<Disabled> apps = nodes.children(RegistryPaths.DISABLED_APPS).stream()
                .map(app -> new Disabled("APP", app, nodes.appDisablement(app).flatMap(how -> how)));
        Stream<Disabled> jobs = nodes.children(RegistryPaths.DISABLED_JOBS).stream()
                .map(job -> new Disabled("JOB", job, nodes.jobDisablement(job).flatMap(how -> how)));
        Page.answerEach(call, Stream.concat(apps, jobs).toList(), Disabled::key, Disabled::json);
    }
}
