package io.jobdeck.scheduler.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;
import io.jobdeck.scheduler.model.ExecutorIds;
import io.jobdeck.scheduler.model.LaunchType;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskRecord.Origin;
import io.jobdeck.scheduler.model.TaskRecord.Step;
import io.jobdeck.scheduler.model.TaskState;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tasks of one run that are kept in one node: what they have in common once, and a short row for each, so that a run of
 * ten thousand items can be recorded in one transaction.
 *
 * <p>A row is {@code [item, agent]} while the task is as it was launched, {@code [item, agent, state, since]} after that,
 * with {@code agent} as an index into the agents and {@code since} in milliseconds after the launch. An object may follow
 * with what is rare, such as the states {@code [state, since, ...]} that it passed between its launch and the present one;
 * members of it that this version does not know are skipped. Times are kept to the millisecond.
 */
final class RunPartCodec implements Codec<List<TaskRecord>> {

    private static final int PLACED = 2;
    private static final int WITH_STATE = 4;

    /**
     * @throws IllegalArgumentException if there are no tasks or they are not of one run
     */
    @Override
    public String write(List<TaskRecord> tasks) {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a part of a run has at least one task");
        }
        StringWriter text = new StringWriter(400 + 24 * tasks.size());
        try (JsonWriter json = new JsonWriter(text)) {
            json.setHtmlSafe(false);
            json.beginObject();
            Map<String, Integer> agents = writeCommon(json, tasks);
            json.name("tasks").beginArray();
            for (TaskRecord task : tasks) {
                demandSameRun(tasks.get(0), task);
                writeRow(json, task, agents.get(task.taskId().agentId()));
            }
            json.endArray().endObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return text.toString();
    }

    private static Map<String, Integer> writeCommon(JsonWriter json, List<TaskRecord> tasks) throws IOException {
        TaskRecord first = tasks.get(0);
        json.name("job").value(first.taskId().jobName());
        json.name("app").value(first.appName());
        json.name("run").value(first.runId());
        json.name("type").value(first.taskId().type().name());
        json.name("config").value(first.configDigest());
        json.name("launchedAt").value(first.launchedAt().toString());
        json.name("executor").value(first.executorId().isPresent());
        if (first.origin().daemon()) {
            json.name("daemon").value(true);
        }
        if (first.origin().jobParameter().isPresent()) {
            json.name("jobParameter").value(first.origin().jobParameter().get());
        }
        if (first.origin().part() > 0) {
            json.name("part").value(first.origin().part());
        }
        Map<String, Integer> agents = new LinkedHashMap<>();
        json.name("agents").beginArray();
        for (TaskRecord task : tasks) {
            String agent = task.taskId().agentId();
            if (agents.putIfAbsent(agent, agents.size()) == null) {
                json.beginArray().value(agent).value(task.agentHost()).endArray();
            }
        }
        json.endArray();
        return agents;
    }

    private static void writeRow(JsonWriter json, TaskRecord task, int agent) throws IOException {
        json.beginArray().value(task.taskId().item()).value(agent);
        if (task.state() != TaskState.STAGING || !task.since().equals(task.launchedAt())) {
            json.value(task.state().name()).value(Duration.between(task.launchedAt(), task.since()).toMillis());
        }
        boolean ownUnique = !task.taskId().unique().equals(task.runId());
        boolean unheardOf = !task.started() && task.state() != TaskState.STAGING;
        if (ownUnique || task.idle() || task.originalTaskId().isPresent() || unheardOf || !task.passed().isEmpty()) {
            json.beginObject();
            if (ownUnique) {
                json.name("unique").value(task.taskId().unique());
            }
            if (task.idle()) {
                json.name("idle").value(true);
            }
            if (task.originalTaskId().isPresent()) {
                json.name("original").value(task.originalTaskId().get());
            }
            if (unheardOf) {
                json.name("started").value(false);
            }
            if (!task.passed().isEmpty()) {
                writePassed(json, task);
            }
            json.endObject();
        }
        json.endArray();
    }

    private static void writePassed(JsonWriter json, TaskRecord task) throws IOException {
        json.name("passed").beginArray();
        for (Step step : task.passed()) {
            json.value(step.state().name()).value(Duration.between(task.launchedAt(), step.since()).toMillis());
        }
        json.endArray();
    }

    private static void demandSameRun(TaskRecord first, TaskRecord task) {
        if (!task.runId().equals(first.runId()) || !task.origin().equals(first.origin())
                || !task.taskId().jobName().equals(first.taskId().jobName())) {
            throw new IllegalArgumentException("%s is of another run than %s".formatted(task.taskId(), first.taskId()));
        }
    }

    @Override
    public List<TaskRecord> read(String text) {
        return ConfigReading.of(text, RunPartCodec::read).orThrow();
    }

    private static List<TaskRecord> read(Members members) {
        Common common = Common.read(members);
        List<TaskRecord> tasks = new ArrayList<>();
        List<Agent> agents = members.rows("agents", "an agent's id and host name", row -> Agent.read(row, common));
        tasks.addAll(members.rows("tasks", "a row such as [0,0] or [0,0,\"RUNNING\",250]",
                row -> readRow(row, common, agents)));
        return tasks;
    }

    private static TaskRecord readRow(JsonArray row, Common common, List<Agent> agents) {
        int item = row.get(0).getAsInt();
        Agent agent = agents.get(row.get(1).getAsInt());
        boolean stated = row.size() > PLACED && row.get(PLACED).isJsonPrimitive();
        TaskState state = stated ? TaskState.valueOf(row.get(PLACED).getAsString()) : TaskState.STAGING;
        Instant since = stated ? common.launchedAt().plusMillis(row.get(PLACED + 1).getAsLong()) : common.launchedAt();
        int next = stated ? WITH_STATE : PLACED;
        JsonObject rare = row.size() > next ? row.get(next).getAsJsonObject() : new JsonObject();
        String unique = rare.has("unique") ? rare.get("unique").getAsString() : common.run();
        TaskId id = new TaskId(new MetaInfo(common.job(), item), common.type(), agent.id(), unique);
        boolean started = rare.has("started") ? rare.get("started").getAsBoolean() : state != TaskState.STAGING;
        return new TaskRecord(id, common.app(), agent.host(), agent.executorId(), common.run(), common.config(), state,
                common.launchedAt(), since, rare.has("idle") && rare.get("idle").getAsBoolean(),
                Optional.ofNullable(rare.get("original")).map(JsonElement::getAsString), common.origin(), started,
                rare.has("passed") ? readPassed(rare.get("passed").getAsJsonArray(), common) : List.of());
    }

    private static List<Step> readPassed(JsonArray passed, Common common) {
        List<Step> steps = new ArrayList<>();
        for (int index = 0; index < passed.size(); index += 2) {
            steps.add(new Step(TaskState.valueOf(passed.get(index).getAsString()),
                    common.launchedAt().plusMillis(passed.get(index + 1).getAsLong())));
        }
        return steps;
    }

    /** What all tasks of a run have in common. The names are few and shared by many nodes, so each is held once. */
    private record Common(String job, String app, String run, LaunchType type, String config, Instant launchedAt,
            boolean executor, Origin origin) {

        static Common read(Members members) {
            return new Common(members.requiredText("job").intern(), members.requiredText("app").intern(),
                    members.requiredText("run"),
                    members.requiredConstant("type", LaunchType.class, LaunchType.READY),
                    members.requiredText("config").intern(), Codecs.instant(members, "launchedAt"),
                    members.flag("executor", false),
                    new Origin(members.flag("daemon", false), Optional.ofNullable(members.text("jobParameter", null)),
                            members.wholeAtLeast("part", 0, 0)));
        }
    }

    private record Agent(String id, String host, Optional<String> executorId) {

        static Agent read(JsonArray row, Common common) {
            String id = ((JsonPrimitive) row.get(0)).getAsString().intern();
            return new Agent(id, ((JsonPrimitive) row.get(1)).getAsString().intern(), common.executor()
                    ? Optional.of(ExecutorIds.of(common.app(), id).intern())
                    : Optional.empty());
        }
    }
}
