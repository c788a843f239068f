package io.jobdeck.scheduler.mesos.endpoints;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads one framework's runs of executors from an agent's {@code /state}. */
final class AgentRuns {

    private final String framework;
    private final String task;
    private final List<SandboxRun> found = new ArrayList<>();

    private AgentRuns(String framework, String task) {
        this.framework = framework;
        this.task = task;
    }

    static List<SandboxRun> read(byte[] text, String framework, String task) throws EndpointException {
        return Json.read(text, StandardCharsets.UTF_8, json -> {
            AgentRuns runs = new AgentRuns(framework, task);
            Json.object(json, runs::member);
            return runs.found;
        });
    }

    private void member(String name, JsonReader json) throws IOException {
        if (name.equals("frameworks") || name.equals("completed_frameworks")) {
            Json.array(json, this::framework, found::addAll);
        } else {
            json.skipValue();
        }
    }

    private List<SandboxRun> framework(JsonReader json) throws IOException {
        List<SandboxRun> runs = new ArrayList<>();
        String[] id = {""};
        Json.object(json, (name, value) -> {
            switch (name) {
                case "id" -> id[0] = Json.text(value);
                case "executors" -> Json.array(value, each -> run(each, true), runs::add);
                case "completed_executors" -> Json.array(value, each -> run(each, false), runs::add);
                default -> value.skipValue();
            }
        });
        return id[0].equals(framework) ? runs : List.of();
    }

    private SandboxRun run(JsonReader json, boolean live) throws IOException {
        String[] texts = {"", ""};
        boolean[] known = {false};
        Json.object(json, (name, value) -> {
            switch (name) {
                case "id" -> texts[0] = Json.text(value);
                case "directory" -> texts[1] = Json.text(value);
                case "tasks", "queued_tasks", "completed_tasks" ->
                        Json.array(value, this::isWanted, wanted -> known[0] |= wanted);
                default -> value.skipValue();
            }
        });
        return new SandboxRun(texts[0], texts[1], live, known[0]);
    }

    private boolean isWanted(JsonReader json) throws IOException {
        boolean[] wanted = {false};
        Json.object(json, (name, value) -> {
            if (name.equals("id")) {
                wanted[0] = task.equals(Json.text(value));
            } else {
                value.skipValue();
            }
        });
        return wanted[0];
    }
}
