package io.jobdeck.scheduler.embedded.master;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Message;
import io.jobdeck.scheduler.mesos.json.MesosJson;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.mesos.v1.Protos.Attribute;
import org.apache.mesos.v1.Protos.ExecutorInfo;
import org.apache.mesos.v1.Protos.FrameworkInfo.Capability;
import org.apache.mesos.v1.Protos.MasterInfo;
import org.apache.mesos.v1.Protos.TaskStatus;

/** What GET /state, /frameworks and /slaves tell, under Mesos' names. Used by the master's thread only. */
final class StateReport {

    private static final List<String> AGENT_CAPABILITIES = List.of("MULTI_ROLE", "HIERARCHICAL_ROLE");
    private static final List<String> ALWAYS_SHOWN = List.of("disk", "mem", "gpus", "cpus");

    private final ClusterState state;
    private final MasterInfo master;
    private final Instant started = Instant.now();
    private final MesosJson json = new MesosJson();

    StateReport(ClusterState state, MasterInfo master) {
        this.state = state;
        this.master = master;
    }

    JsonObject state() {
        JsonObject report = new JsonObject();
        report.addProperty("version", master.getVersion());
        report.addProperty("start_time", seconds(started));
        report.addProperty("elected_time", seconds(started));
        report.addProperty("id", master.getId());
        report.addProperty("pid", master.getPid());
        report.addProperty("hostname", master.getHostname());
        report.add("capabilities", strings(Stream.of("AGENT_UPDATE", "AGENT_DRAINING", "QUOTA_V2")));
        report.addProperty("activated_slaves", (double) state.agents().size());
        report.addProperty("deactivated_slaves", 0.0);
        report.addProperty("unreachable_slaves", 0.0);
        report.addProperty("leader", master.getPid());
        report.add("leader_info", leader());
        report.addProperty("cluster", "embedded");
        report.add("flags", flags());
        slaves().entrySet().forEach(member -> report.add(member.getKey(), member.getValue()));
        frameworks().entrySet().forEach(member -> report.add(member.getKey(), member.getValue()));
        return report;
    }

    private JsonObject leader() {
        JsonObject leader = new JsonObject();
        leader.addProperty("id", master.getId());
        leader.addProperty("pid", master.getPid());
        leader.addProperty("port", master.getPort());
        leader.addProperty("hostname", master.getHostname());
        return leader;
    }

    private JsonObject flags() {
        JsonObject flags = new JsonObject();
        flags.addProperty("hostname", master.getHostname());
        flags.addProperty("ip", master.getAddress().getIp());
        flags.addProperty("port", Integer.toString(master.getPort()));
        return flags;
    }

    JsonObject slaves() {
        JsonObject report = new JsonObject();
        report.add("slaves", array(state.agents().stream().map(StateReport::slave)));
        report.add("recovered_slaves", array(state.awaitedAgents().stream().map(id -> {
            JsonObject awaited = new JsonObject();
            awaited.addProperty("id", id);
            return awaited;
        })));
        return report;
    }

    static JsonObject slave(Agent agent) {
        JsonObject report = new JsonObject();
        report.addProperty("id", agent.id().getValue());
        report.addProperty("hostname", agent.info().getHostname());
        report.addProperty("port", agent.info().getPort());
        JsonObject attributes = new JsonObject();
        agent.info().getAttributesList().forEach(attribute -> add(attributes, attribute));
        report.add("attributes", attributes);
        report.addProperty("pid", "slave(1)@127.0.0.1:" + agent.info().getPort());
        report.addProperty("registered_time", seconds(agent.registered()));
        report.add("resources", resources(agent.total()));
        report.add("used_resources", resources(agent.used()));
        report.add("offered_resources", resources(agent.offered()));
        report.add("reserved_resources", new JsonObject());
        report.add("unreserved_resources", resources(agent.total()));
        report.addProperty("active", true);
        report.addProperty("deactivated", false);
        report.addProperty("version", EmbeddedMaster.MESOS_VERSION);
        report.add("capabilities", strings(AGENT_CAPABILITIES.stream()));
        return report;
    }

    private static void add(JsonObject attributes, Attribute attribute) {
        if (attribute.hasScalar()) {
            attributes.addProperty(attribute.getName(), attribute.getScalar().getValue());
        } else if (attribute.hasRanges()) {
            attributes.addProperty(attribute.getName(), RangeSet.of(attribute.getRanges()).toString());
        } else {
            attributes.addProperty(attribute.getName(), attribute.getText().getValue());
        }
    }

    JsonObject frameworks() {
        JsonObject report = new JsonObject();
        report.add("frameworks", array(state.frameworks().stream().map(it -> framework(it, true))));
        report.add("completed_frameworks", array(state.completedFrameworks().stream().map(it -> framework(it, false))));
        report.add("unregistered_frameworks", new JsonArray());
        return report;
    }

    private JsonObject framework(Framework framework, boolean present) {
        ResourceSet offered = sum(framework.offers().stream().map(HeldOffer::resources));
        ResourceSet used = used(framework);
        JsonObject report = new JsonObject();
        report.addProperty("id", framework.name());
        report.addProperty("name", framework.info().getName());
        report.add("used_resources", resources(used));
        report.add("offered_resources", resources(offered));
        report.add("capabilities", strings(framework.info().getCapabilitiesList().stream()
                .map(Capability::getType).map(Enum::name)));
        report.addProperty("hostname", framework.info().getHostname());
        report.addProperty("webui_url", framework.info().getWebuiUrl());
        report.addProperty("active", framework.isConnected());
        report.addProperty("connected", framework.isConnected());
        report.addProperty("recovered", present && framework.stream().isEmpty());
        report.addProperty("user", framework.info().getUser());
        report.addProperty("failover_timeout", framework.info().getFailoverTimeout());
        report.addProperty("checkpoint", framework.info().getCheckpoint());
        report.addProperty("registered_time", seconds(framework.registered()));
        report.add("resources", resources(used.plus(offered)));
        report.addProperty("role", FrameworkRules.roles(framework.info()).stream().findFirst().orElse("*"));
        report.add("tasks", tasks(framework, framework.tasks()));
        report.add("unreachable_tasks", new JsonArray());
        report.add("completed_tasks", tasks(framework, framework.completedTasks()));
        report.add("offers", array(framework.offers().stream().map(StateReport::offer)));
        report.add("executors", array(state.agents().stream().flatMap(agent ->
                agent.executors(framework.name()).stream().map(executor -> executor(executor, agent, framework)))));
        return report;
    }

    ResourceSet used(Framework framework) {
        Stream<ResourceSet> tasks = framework.tasks().stream()
                .filter(task -> !task.isReleased()).map(Task::resources);
        Stream<ResourceSet> executors = state.agents().stream()
                .flatMap(agent -> agent.executors(framework.name()).stream())
                .map(executor -> ResourceSet.of(executor.getResourcesList()));
        return sum(Stream.concat(tasks, executors));
    }

    private static ResourceSet sum(Stream<ResourceSet> sets) {
        return sets.reduce(ResourceSet.EMPTY, ResourceSet::plus);
    }

    private JsonArray tasks(Framework framework, Collection<Task> tasks) {
        return array(tasks.stream().map(task -> {
            JsonObject report = new JsonObject();
            report.addProperty("id", task.id());
            report.addProperty("name", task.info().getName());
            report.addProperty("framework_id", framework.name());
            report.addProperty("executor_id", task.info().hasExecutor() ? task.executorId() : "");
            report.addProperty("slave_id", task.agentId());
            report.addProperty("state", task.latest().name());
            report.add("resources", resources(task.resources()));
            report.add("statuses", array(task.statuses().stream().map(this::status)));
            if (task.info().hasLabels()) {
                report.add("labels", of(task.info().getLabels()).getAsJsonObject().get("labels"));
            }
            return report;
        }));
    }

    private JsonObject status(TaskStatus status) {
        JsonObject report = new JsonObject();
        report.addProperty("state", status.getState().name());
        report.addProperty("timestamp", status.getTimestamp());
        if (status.hasContainerStatus()) {
            report.add("container_status", of(status.getContainerStatus()));
        }
        if (status.hasHealthy()) {
            report.addProperty("healthy", status.getHealthy());
        }
        return report;
    }

    private static JsonObject offer(HeldOffer offer) {
        JsonObject report = new JsonObject();
        report.addProperty("id", offer.id());
        report.addProperty("framework_id", offer.framework().name());
        report.addProperty("slave_id", offer.agent().id().getValue());
        report.add("resources", resources(offer.resources()));
        return report;
    }

    private JsonObject executor(ExecutorInfo executor, Agent agent, Framework framework) {
        JsonObject report = new JsonObject();
        report.addProperty("executor_id", executor.getExecutorId().getValue());
        report.addProperty("name", executor.getName());
        report.addProperty("framework_id", framework.name());
        report.add("command", of(executor.getCommand()));
        report.add("resources", resources(ResourceSet.of(executor.getResourcesList())));
        report.addProperty("type", executor.getType().name());
        report.addProperty("slave_id", agent.id().getValue());
        return report;
    }

    static JsonObject resources(ResourceSet resources) {
        JsonObject report = new JsonObject();
        ALWAYS_SHOWN.forEach(name -> report.addProperty(name, resources.scalar(name)));
        resources.names().forEach(name -> resources.range(name).ifPresentOrElse(
                range -> report.addProperty(name, range.toString()),
                () -> report.addProperty(name, resources.scalar(name))));
        return report;
    }

    private JsonElement of(Message message) {
        return JsonParser.parseString(json.write(message));
    }

    static JsonArray strings(Stream<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    static JsonArray array(Stream<JsonObject> elements) {
        JsonArray array = new JsonArray();
        elements.forEach(array::add);
        return array;
    }

    private static double seconds(Instant time) {
        return time.getEpochSecond() + time.getNano() / 1e9;
    }
}
