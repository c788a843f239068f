package io.jobdeck.scheduler.embedded.master;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jobdeck.scheduler.mesos.json.MesosJson;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.mesos.v1.Protos.FrameworkInfo.Capability;
import org.apache.mesos.v1.Protos.MasterInfo;
import org.apache.mesos.v1.Protos.TaskState;

/**
 * What GET /state-summary and /registrar(1)/registry tell, under Mesos' names: agents and frameworks with counts instead of
 * the tasks themselves, and what outlives the master. Used by the master's thread only.
 */
final class SummaryReport {

    private static final List<TaskState> COUNTED = List.of(TaskState.TASK_STAGING, TaskState.TASK_STARTING,
            TaskState.TASK_RUNNING, TaskState.TASK_KILLING, TaskState.TASK_FINISHED, TaskState.TASK_KILLED,
            TaskState.TASK_FAILED, TaskState.TASK_LOST, TaskState.TASK_ERROR, TaskState.TASK_UNREACHABLE);

    private final ClusterState state;
    private final StateReport report;
    private final MasterInfo master;
    private final MesosJson json = new MesosJson();

    SummaryReport(ClusterState state, StateReport report, MasterInfo master) {
        this.state = state;
        this.report = report;
        this.master = master;
    }

    /** Tasks by state, and what they belong to on the other side: frameworks of an agent, or agents of a framework. */
    private static final class Count {

        private final Map<TaskState, Integer> tasks = new EnumMap<>(TaskState.class);
        private final Set<String> others = new LinkedHashSet<>();

        void add(Task task) {
            tasks.merge(task.latest(), 1, Integer::sum);
        }

        void write(JsonObject target, String othersName) {
            COUNTED.forEach(state -> target.addProperty(state.name(), tasks.getOrDefault(state, 0)));
            target.add(othersName, StateReport.strings(others.stream()));
        }
    }

    JsonObject summary() {
        Map<String, Count> ofAgents = new HashMap<>();
        Map<String, Count> ofFrameworks = new HashMap<>();
        for (Framework framework : state.frameworks()) {
            count(framework, framework.tasks(), ofAgents, ofFrameworks);
            count(framework, framework.completedTasks(), ofAgents, ofFrameworks);
        }
        JsonObject summary = new JsonObject();
        summary.addProperty("hostname", master.getHostname());
        summary.addProperty("cluster", "embedded");
        summary.add("slaves", StateReport.array(state.agents().stream().map(agent -> {
            JsonObject slave = StateReport.slave(agent);
            ofAgents.getOrDefault(agent.id().getValue(), new Count()).write(slave, "framework_ids");
            return slave;
        })));
        summary.add("frameworks", StateReport.array(state.frameworks().stream().map(framework -> {
            JsonObject each = framework(framework);
            ofFrameworks.getOrDefault(framework.name(), new Count()).write(each, "slave_ids");
            return each;
        })));
        return summary;
    }

    private static void count(Framework framework, Collection<Task> tasks, Map<String, Count> ofAgents,
            Map<String, Count> ofFrameworks) {
        Function<String, Count> none = key -> new Count();
        Count own = ofFrameworks.computeIfAbsent(framework.name(), none);
        for (Task task : tasks) {
            Count there = ofAgents.computeIfAbsent(task.agentId(), none);
            there.add(task);
            there.others.add(framework.name());
            own.add(task);
            own.others.add(task.agentId());
        }
    }

    private JsonObject framework(Framework framework) {
        JsonObject summary = new JsonObject();
        summary.addProperty("id", framework.name());
        summary.addProperty("name", framework.info().getName());
        summary.add("used_resources", StateReport.resources(report.used(framework)));
        summary.add("offered_resources", StateReport.resources(framework.offers().stream().map(HeldOffer::resources)
                .reduce(ResourceSet.EMPTY, ResourceSet::plus)));
        summary.add("capabilities", StateReport.strings(framework.info().getCapabilitiesList().stream()
                .map(Capability::getType).map(Enum::name)));
        summary.addProperty("hostname", framework.info().getHostname());
        summary.addProperty("webui_url", framework.info().getWebuiUrl());
        summary.addProperty("active", framework.isConnected());
        summary.addProperty("connected", framework.isConnected());
        summary.addProperty("recovered", framework.stream().isEmpty());
        return summary;
    }

    JsonObject registry() {
        JsonObject info = new JsonObject();
        info.add("info", JsonParser.parseString(json.write(master)));
        JsonObject admitted = new JsonObject();
        admitted.add("slaves", StateReport.array(Stream.concat(
                state.agents().stream().map(this::admitted), state.awaitedAgents().stream().map(SummaryReport::awaited))));
        JsonObject registry = new JsonObject();
        registry.add("master", info);
        registry.add("slaves", admitted);
        return registry;
    }

    private JsonObject admitted(Agent agent) {
        JsonObject slave = new JsonObject();
        slave.addProperty("deactivated", false);
        slave.add("info", JsonParser.parseString(json.write(agent.info().toBuilder().setId(agent.id()).build())));
        return slave;
    }

    /** Of an agent that has not come back the embedded master has kept the id only. */
    private static JsonObject awaited(String id) {
        JsonObject value = new JsonObject();
        value.addProperty("value", id);
        JsonObject info = new JsonObject();
        info.add("id", value);
        JsonObject slave = new JsonObject();
        slave.addProperty("deactivated", false);
        slave.add("info", info);
        return slave;
    }
}
