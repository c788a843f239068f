package io.jobdeck.scheduler.embedded.agent;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jobdeck.scheduler.embedded.cluster.MesosVersion;
import io.jobdeck.scheduler.mesos.json.MesosJson;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.mesos.v1.Protos.AgentInfo;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.Resource;
import org.apache.mesos.v1.Protos.Value;

/** What {@code /state} of the agent says: itself, and the frameworks with their executors and tasks, the last of those that are over included. */
final class StateReport {

    private final AgentState state;
    private final WorkDirectory directory;
    private final Instant started;
    private final MesosJson json = new MesosJson();

    StateReport(AgentState state, WorkDirectory directory, Instant started) {
        this.state = state;
        this.directory = directory;
        this.started = started;
    }

    /** Returns the report as JSON; to be called on the event loop. */
    String write(AgentInfo agent) {
        JsonObject report = new JsonObject();
        report.addProperty("version", MesosVersion.SHOWN);
        report.addProperty("start_time", StatusUpdates.seconds(started));
        report.addProperty("id", agent.getId().getValue());
        report.addProperty("pid", "slave(1)@127.0.0.1:" + agent.getPort());
        report.addProperty("hostname", agent.getHostname());
        report.add("resources", resources(agent.getResourcesList()));
        report.add("reserved_resources", new JsonObject());
        report.add("unreserved_resources", resources(agent.getResourcesList()));
        JsonObject attributes = new JsonObject();
        agent.getAttributesList().stream().filter(attribute -> attribute.getType() == Value.Type.TEXT)
                .forEach(attribute -> attributes.addProperty(attribute.getName(), attribute.getText().getValue()));
        report.add("attributes", attributes);
        report.addProperty("master_hostname", "localhost");
        report.add("flags", flags(agent));
        JsonArray frameworks = new JsonArray();
        JsonArray completed = new JsonArray();
        state.remembered().forEach(found ->
                (state.runsOf(found.id()).isEmpty() ? completed : frameworks).add(framework(found)));
        report.add("frameworks", frameworks);
        report.add("completed_frameworks", completed);
        return report.toString();
    }

    private JsonObject flags(AgentInfo agent) {
        JsonObject flags = new JsonObject();
        flags.addProperty("hostname", agent.getHostname());
        flags.addProperty("port", Integer.toString(agent.getPort()));
        flags.addProperty("work_dir", directory.root().toString());
        return flags;
    }

    private JsonObject framework(FrameworkRun framework) {
        FrameworkInfo info = framework.info();
        JsonObject report = new JsonObject();
        report.addProperty("id", info.getId().getValue());
        report.addProperty("name", info.getName());
        report.addProperty("user", info.getUser());
        report.addProperty("failover_timeout", info.getFailoverTimeout());
        report.addProperty("checkpoint", info.getCheckpoint());
        report.addProperty("hostname", info.getHostname());
        JsonArray executors = new JsonArray();
        JsonArray completed = new JsonArray();
        state.runsOf(info.getId()).forEach(run -> (run.hasEnded() ? completed : executors).add(executor(run)));
        state.completedRunsOf(info.getId()).forEach(run -> completed.add(executor(run)));
        report.add("executors", executors);
        report.add("completed_executors", completed);
        return report;
    }

    // ExecutorInfo.source is deprecated, but Mesos still shows it.
    @SuppressWarnings("deprecation")
    private JsonObject executor(ExecutorRun run) {
        JsonObject report = new JsonObject();
        report.addProperty("id", run.id().getValue());
        report.addProperty("name", run.info().getName());
        report.addProperty("source", run.info().getSource());
        report.addProperty("container", run.container());
        report.addProperty("directory", directory.sandbox(state.agent(), run).toString());
        report.add("resources", resources(run.info().getResourcesList()));
        report.addProperty("type", run.info().getType().name());
        JsonArray tasks = new JsonArray();
        JsonArray queued = new JsonArray();
        JsonArray completed = new JsonArray();
        for (TaskRun task : run.tasks()) {
            JsonArray group = task.hasEnded() ? completed : task.isDelivered() ? tasks : queued;
            group.add(task(task));
        }
        run.completed().forEach(task -> completed.add(task(task)));
        report.add("tasks", tasks);
        report.add("queued_tasks", queued);
        report.add("completed_tasks", completed);
        return report;
    }

    private JsonObject task(TaskRun task) {
        JsonObject report = new JsonObject();
        report.addProperty("id", task.id().getValue());
        report.addProperty("name", task.info().getName());
        report.addProperty("framework_id", task.executor().framework().id().getValue());
        report.addProperty("executor_id", task.executor().isCommand() ? "" : task.executor().id().getValue());
        report.addProperty("slave_id", state.agent().getValue());
        report.addProperty("state", task.state().name());
        report.add("resources", resources(task.info().getResourcesList()));
        JsonArray statuses = new JsonArray();
        if (task.latest() != null) {
            JsonObject latest = new JsonObject();
            latest.addProperty("state", task.state().name());
            latest.addProperty("timestamp", task.latest().getTimestamp());
            if (task.latest().hasContainerStatus()) {
                latest.add("container_status", JsonParser.parseString(json.write(task.latest().getContainerStatus())));
            }
            statuses.add(latest);
        }
        report.add("statuses", statuses);
        return report;
    }

    private static JsonObject resources(List<Resource> resources) {
        JsonObject report = new JsonObject();
        for (String scalar : List.of("disk", "mem", "gpus", "cpus")) {
            report.addProperty(scalar, resources.stream().filter(resource -> resource.getName().equals(scalar))
                    .mapToDouble(resource -> resource.getScalar().getValue()).sum());
        }
        resources.stream().filter(resource -> resource.getName().equals("ports")).forEach(ports ->
                report.addProperty("ports", ports.getRanges().getRangeList().stream()
                        .map(range -> range.getBegin() + "-" + range.getEnd())
                        .collect(Collectors.joining(", ", "[", "]"))));
        return report;
    }
}
