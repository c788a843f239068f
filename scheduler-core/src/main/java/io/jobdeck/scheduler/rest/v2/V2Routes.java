package io.jobdeck.scheduler.rest.v2;

import io.javalin.config.RoutesConfig;
import io.jobdeck.scheduler.insight.ClusterInsight;
import io.jobdeck.scheduler.operations.ConfigReader;
import io.jobdeck.scheduler.operations.RegistryView;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.TreeNode;
import io.jobdeck.scheduler.rest.events.EventStreams;
import io.jobdeck.scheduler.rest.http.RouteAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All calls below {@code /api/v2}. */
public final class V2Routes {

    /** What every path begins with. */
    public static final String BASE = "/api/v2";

    private final List<Route> routes = new ArrayList<>();

    /**
     * @param operations what the calls do
     * @param insight what the calls about agents and files show
     * @param nodes of a live tree, by path: what the calls show
     * @param reader reads configs in bodies
     * @param events the clients that hear of changes
     */
    public V2Routes(SchedulerOperations operations, ClusterInsight insight, Map<String, TreeNode> nodes,
            ConfigReader reader, EventStreams events) {
        LiveNodes read = new LiveNodes(nodes);
        RegistryView view = new RegistryView(nodes);
        ConfigBodies bodies = new ConfigBodies(reader, view);
        routes.addAll(new AppRoutes(operations, view, read, bodies).routes());
        routes.addAll(new JobRoutes(operations, view, read, bodies).routes());
        routes.addAll(new TaskRoutes(operations, read).routes());
        routes.addAll(new FileRoutes(insight).routes());
        routes.addAll(new AgentRoutes(insight, read).routes());
        routes.addAll(new QueueRoutes(operations, read).routes());
        routes.addAll(new BulkRoutes(operations).routes());
        routes.addAll(new ClusterRoutes(operations, read).routes());
        routes.addAll(new AuditRoutes(read).routes());
        routes.addAll(new EventRoutes(events, view, read).routes());
        routes.add(Route.get("/openapi.json").access(RouteAccess.OPEN).names("getOpenApi", "About", "Returns this document")
                .answers(200, "OpenApi", "The OpenAPI document").handledBy(call -> call.ok(new OpenApi(routes).json())));
    }

    /** Returns what each route says of itself. */
    List<Route> routes() {
        return List.copyOf(routes);
    }

    /** Adds them all to a server. */
    public void addTo(RoutesConfig config) {
        routes.forEach(route -> config.addHttpHandler(route.method(), BASE + route.path(), context -> {
            Call call = new Call(context, route);
            call.demandKnownQuery();
            route.handler().accept(call);
        }, route.access()));
    }
}
