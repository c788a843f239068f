package io.jobdeck.scheduler.rest.v2;

import com.google.gson.JsonObject;
import io.jobdeck.scheduler.model.LeaderInfo;
import io.jobdeck.scheduler.model.ReconcileRequest;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.rest.http.RouteAccess;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The cluster as a whole: who leads, how much there is, and the request to reconcile. */
final class ClusterRoutes {

    private static final String TAG = "Cluster";

    private final SchedulerOperations operations;
    private final LiveNodes nodes;

    ClusterRoutes(SchedulerOperations operations, LiveNodes nodes) {
        this.operations = operations;
        this.nodes = nodes;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/cluster").names("getCluster", TAG, "Shows who leads, and how many there are of everything")
                        .answers(200, "Cluster", "The cluster").handledBy(this::show),
                Route.post("/reconcile").access(RouteAccess.ADMIN).names("reconcile", TAG,
                        "Has the leader compare tasks with what Mesos knows")
                        .description("Refused with 429 within 10 seconds of the last accepted call.")
                        .body("ReconcileOptions").answersNothing(202, "It is recorded and will be done")
                        .refuses(409, 429).handledBy(this::reconcile));
    }

    private void reconcile(Call call) {
        operations.reconcile(call.body(members -> members.requiredConstant("kind", ReconcileRequest.Kind.class,
                ReconcileRequest.Kind.EXPLICIT)), call.caller());
        call.accepted();
    }

    private enum Counted {
        APPS, JOBS, READY_JOBS, ONE_OFF_RUNS, FAILOVER_ITEMS, DISABLED_APPS, DISABLED_JOBS, CANDIDATES
    }

    private void show(Call call) {
        JsonObject json = new JsonObject();
        Json.addIfPresent(json, "leader", nodes.leader(), ClusterRoutes::json);
        nodes.text(RegistryPaths.FRAMEWORK_ID).filter(id -> !id.isEmpty())
                .ifPresent(id -> json.addProperty("frameworkId", id));
        Map<Counted, Integer> counts = count();
        json.addProperty("schedulers", counts.getOrDefault(Counted.CANDIDATES, 0));
        json.addProperty("apps", counts.getOrDefault(Counted.APPS, 0));
        json.addProperty("disabledApps", counts.getOrDefault(Counted.DISABLED_APPS, 0));
        json.addProperty("jobs", counts.getOrDefault(Counted.JOBS, 0));
        json.addProperty("disabledJobs", counts.getOrDefault(Counted.DISABLED_JOBS, 0));
        json.addProperty("readyJobs", counts.getOrDefault(Counted.READY_JOBS, 0));
        json.addProperty("oneOffRuns", counts.getOrDefault(Counted.ONE_OFF_RUNS, 0));
        json.addProperty("failoverItems", counts.getOrDefault(Counted.FAILOVER_ITEMS, 0));
        json.addProperty("tasks", JobFacts.ofEach(nodes, any -> true).values().stream()
                .mapToInt(facts -> facts.tasks().size()).sum());
        call.ok(json);
    }

    static JsonObject json(LeaderInfo leader) {
        JsonObject json = new JsonObject();
        json.addProperty("address", leader.address());
        json.addProperty("since", leader.since().toString());
        json.addProperty("zone", leader.zone().getId());
        json.addProperty("version", leader.version());
        return json;
    }

    private Map<Counted, Integer> count() {
        Map<Counted, Integer> counts = new EnumMap<>(Counted.class);
        nodes.below(List.of("/config/", "/state/", "/ha/", RegistryPaths.RUNS + "/"), (address, node) -> {
            Counted counted = counted(address);
            if (counted != null) {
                counts.merge(counted, 1, Integer::sum);
            }
        });
        return counts;
    }

    private static Counted counted(NodeAddress address) {
        if (address instanceof NodeAddress.App) {
            return Counted.APPS;
        } else if (address instanceof NodeAddress.Job) {
            return Counted.JOBS;
        } else if (address instanceof NodeAddress.Ready) {
            return Counted.READY_JOBS;
        } else if (address instanceof NodeAddress.Run) {
            return Counted.ONE_OFF_RUNS;
        } else if (address instanceof NodeAddress.Failover) {
            return Counted.FAILOVER_ITEMS;
        } else if (address instanceof NodeAddress.DisabledApp) {
            return Counted.DISABLED_APPS;
        } else if (address instanceof NodeAddress.DisabledJob) {
            return Counted.DISABLED_JOBS;
        }
        return address instanceof NodeAddress.Candidate ? Counted.CANDIDATES : null;
    }
}
