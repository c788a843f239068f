package io.jobdeck.scheduler.rest.v2;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jobdeck.scheduler.insight.AgentState;
import io.jobdeck.scheduler.insight.AgentSummary;
import io.jobdeck.scheduler.insight.AgentsReport;
import io.jobdeck.scheduler.insight.ClusterInsight;
import io.jobdeck.scheduler.insight.InsightJson;
import io.jobdeck.scheduler.model.ExecutorIds;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Agents and the executors on them. */
final class AgentRoutes {

    private static final String TAG = "Agents";
    private static final QueryParameter HOST = QueryParameter.text("host", "Only agents whose host names hold this text.", "rack7");
    private static final QueryParameter STATE = QueryParameter.words("state", "Only agents in one of these states.",
            Stream.of(AgentState.values()).map(Enum::name).toList());

    private final ClusterInsight insight;
    private final LiveNodes nodes;

    AgentRoutes(ClusterInsight insight, LiveNodes nodes) {
        this.insight = insight;
        this.nodes = nodes;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/agents").names("listAgents", TAG, "Lists the agents by their ids")
                        .description("As the Mesos master tells, some seconds ago at most.")
                        .takes(HOST, STATE, Page.LIMIT, Page.AFTER)
                        .answers(200, "AgentPage", "A page of agents").handledBy(this::list),
                Route.get("/agents/{agent}").names("getAgent", TAG, "Shows an agent with this scheduler's executors on it")
                        .description("Its tasks are those of /tasks with its id.")
                        .answers(200, "AgentDetail", "The agent").refuses(404).handledBy(this::show),
                Route.get("/apps/{app}/executors").names("listExecutors", TAG, "Lists the executors of an app")
                        .description("Those that were started and have not been seen to end.")
                        .answers(200, "Executors", "The executors").refuses(404).handledBy(this::executors));
    }

    private void list(Call call) {
        Optional<String> host = call.text(HOST);
        List<AgentState> states = call.words(STATE, AgentState.class);
        AgentsReport report = insight.agents();
        List<AgentSummary> agents = report.agents().stream()
                .filter(agent -> host.isEmpty() || agent.host().contains(host.get()))
                .filter(agent -> states.isEmpty() || states.contains(agent.state()))
                .sorted(Comparator.comparing(AgentSummary::id)).toList();
        JsonObject more = new JsonObject();
        more.addProperty("asOf", report.asOf().toString());
        Page.answer(call, agents, AgentSummary::id, page -> page.stream().map(InsightJson::write).toList(), more);
    }

    private void show(Call call) {
        String id = call.path("agent");
        AgentSummary agent = insight.agents().agent(id).orElseThrow(() -> OperationException.notFound(
                "There is no agent '%s'. Look for it in the list of agents; it may have been removed.".formatted(id)));
        JsonObject json = InsightJson.write(agent);
        json.add("executorsOfApps", array(executors().stream()
                .filter(executor -> ExecutorIds.agentOf(executor).equals(id)).toList(), Map.of(id, agent.host())));
        call.ok(json);
    }

    private void executors(Call call) {
        String app = call.app();
        if (!nodes.has(RegistryPaths.configApp(app))) {
            throw OperationException.notFound("There is no app '%s'.".formatted(app));
        }
        List<String> its = executors().stream().filter(executor -> ExecutorIds.appOf(executor).equals(app)).toList();
        JsonObject json = new JsonObject();
        json.add("items", array(its, its.isEmpty() ? Map.of() : hosts()));
        call.ok(json);
    }

    private List<String> executors() {
        return nodes.children(RegistryPaths.EXECUTORS);
    }

    private Map<String, String> hosts() {
        return insight.agents().agents().stream().collect(Collectors.toMap(AgentSummary::id, AgentSummary::host));
    }

    private static JsonArray array(List<String> executors, Map<String, String> hosts) {
        return Json.array(new ArrayList<>(executors), executor -> {
            String agent = ExecutorIds.agentOf(executor);
            JsonObject json = new JsonObject();
            json.addProperty("id", executor);
            json.addProperty("app", ExecutorIds.appOf(executor));
            json.addProperty("agentId", agent);
            Optional.ofNullable(hosts.get(agent)).filter(host -> !host.isEmpty())
                    .ifPresent(host -> json.addProperty("agentHost", host));
            return json;
        });
    }
}
