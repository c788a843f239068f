package io.jobdeck.scheduler.rest.v2;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jobdeck.scheduler.model.ConfigUpdate;
import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.Waiting;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** The JSON of what several resources show. What is not known is left out; times are ISO-8601 in UTC. */
final class Json {

    private Json() {
    }

    static JsonObject of(Disablement disablement) {
        JsonObject json = new JsonObject();
        json.addProperty("by", disablement.by());
        json.addProperty("since", disablement.since().toString());
        disablement.until().ifPresent(until -> json.addProperty("until", until.toString()));
        json.addProperty("keepBacklog", disablement.keepBacklog());
        return json;
    }

    static JsonObject of(Waiting waiting) {
        JsonObject json = new JsonObject();
        json.addProperty("reason", waiting.reason());
        json.addProperty("help", waiting.help());
        json.addProperty("since", waiting.since().toString());
        json.addProperty("kind", waiting.kind().name());
        return json;
    }

    static JsonObject of(RunResult result) {
        JsonObject json = new JsonObject();
        json.addProperty("runId", result.runId());
        json.addProperty("outcome", result.outcome().name());
        json.addProperty("at", result.at().toString());
        json.addProperty("message", result.message());
        result.launchedAt().ifPresent(launched -> json.addProperty("launchedAt", launched.toString()));
        result.usual().ifPresent(usual -> json.addProperty("usual", usual.toString()));
        return json;
    }

    static JsonObject of(OneOffRun run) {
        JsonObject json = new JsonObject();
        json.addProperty("id", run.runId());
        run.jobParameter().ifPresent(parameter -> json.addProperty("jobParameter", parameter));
        JsonArray items = new JsonArray();
        run.items().forEach(items::add);
        json.add("items", items);
        json.addProperty("by", run.by());
        json.addProperty("at", run.at().toString());
        return json;
    }

    /** Returns the JSON of a task of which only the id is known. */
    static JsonObject of(TaskId task) {
        JsonObject json = new JsonObject();
        json.addProperty("id", task.toString());
        json.addProperty("job", task.jobName());
        json.addProperty("item", task.item());
        json.addProperty("type", task.type().name());
        json.addProperty("agentId", task.agentId());
        return json;
    }

    static JsonObject of(TaskRecord task) {
        JsonObject json = of(task.taskId());
        json.addProperty("app", task.appName());
        json.addProperty("agentHost", task.agentHost());
        task.executorId().ifPresent(executor -> json.addProperty("executorId", executor));
        json.addProperty("runId", task.runId());
        json.addProperty("state", task.state().name());
        json.addProperty("idle", task.idle());
        json.addProperty("launchedAt", task.launchedAt().toString());
        json.addProperty("since", task.since().toString());
        task.originalTaskId().ifPresent(original -> json.addProperty("originalTaskId", original));
        return json;
    }

    static JsonObject of(ConfigUpdate update) {
        JsonObject json = new JsonObject();
        json.addProperty("by", update.by());
        json.addProperty("at", update.at().toString());
        json.addProperty("before", update.before().text());
        json.addProperty("after", update.after().text());
        json.add("fields", array(update.fields(), Json::of));
        return json;
    }

    private static JsonObject of(ConfigUpdate.Field field) {
        JsonObject json = new JsonObject();
        json.addProperty("field", field.name());
        field.before().ifPresent(before -> json.addProperty("before", before));
        field.after().ifPresent(after -> json.addProperty("after", after));
        return json;
    }

    static <T> JsonArray array(Collection<T> values, Function<T, JsonObject> write) {
        JsonArray array = new JsonArray(values.size());
        values.forEach(value -> array.add(write.apply(value)));
        return array;
    }

    static <T> void addIfPresent(JsonObject json, String name, Optional<T> value, Function<T, JsonObject> write) {
        value.ifPresent(present -> json.add(name, write.apply(present)));
    }

    static JsonObject count(String name, int count) {
        JsonObject json = new JsonObject();
        json.addProperty(name, count);
        return json;
    }
}
