package io.jobdeck.scheduler.rest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.model.ReconcileRequest;
import io.jobdeck.scheduler.operations.DisableOptions;
import io.jobdeck.scheduler.operations.JobAction;
import io.jobdeck.scheduler.operations.JobOutcome;
import io.jobdeck.scheduler.operations.TriggerOptions;
import io.jobdeck.scheduler.rest.http.HttpProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the client sends and reads besides configs. */
final class OptionJson {

    private OptionJson() {
    }

    static String write(DisableOptions options) {
        return JsonText.write(addTo(new JsonObject(), options));
    }

    static String write(TriggerOptions options) {
        return JsonText.write(addTo(new JsonObject(), options));
    }

    static String write(ReconcileRequest.Kind kind) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", kind.name());
        return JsonText.write(json);
    }

    static String write(List<String> jobs, JobAction action) {
        JsonObject json = new JsonObject();
        JsonArray names = new JsonArray(jobs.size());
        jobs.forEach(names::add);
        json.add("jobs", names);
        if (action instanceof JobAction.Disable disable) {
            addTo(json, disable.options());
        } else if (action instanceof JobAction.Trigger trigger) {
            addTo(json, trigger.options());
        }
        return JsonText.write(json);
    }

    private static JsonObject addTo(JsonObject json, DisableOptions options) {
        json.addProperty("keepBacklog", options.keepBacklog());
        options.until().ifPresent(until -> json.addProperty("until", until.toString()));
        return json;
    }

    private static JsonObject addTo(JsonObject json, TriggerOptions options) {
        json.addProperty("addRun", options.addRun());
        options.jobParameter().ifPresent(parameter -> json.addProperty("jobParameter", parameter));
        JsonArray items = new JsonArray(options.items().size());
        options.items().forEach(items::add);
        json.add("items", items);
        return json;
    }

    /** Returns the last part of the path at which the action is done to many jobs. */
    static String name(JobAction action) {
        if (action instanceof JobAction.Disable) {
            return "disable";
        } else if (action instanceof JobAction.Enable) {
            return "enable";
        } else if (action instanceof JobAction.Deregister) {
            return "deregister";
        } else if (action instanceof JobAction.Trigger) {
            return "trigger";
        } else if (action instanceof JobAction.KillTasks) {
            return "kill";
        }
        return action instanceof JobAction.ClearReady ? "clear-ready" : "clear-failover";
    }

    static List<JobOutcome> outcomes(JsonObject answer) {
        List<JobOutcome> outcomes = new ArrayList<>();
        for (JsonElement element : answer.getAsJsonArray("results")) {
            JsonObject result = element.getAsJsonObject();
            outcomes.add(new JobOutcome(result.get("job").getAsString(),
                    Optional.ofNullable(result.getAsJsonObject("problem"))
                            .map(problem -> HttpProblem.of(problem.get("status").getAsInt(), problem).refusal()),
                    Optional.ofNullable(result.get("note")).map(JsonElement::getAsString)));
        }
        return outcomes;
    }
}
