package io.jobdeck.scheduler.mesos.endpoints;

import com.google.gson.stream.JsonReader;
import io.jobdeck.scheduler.insight.AgentResources;
import io.jobdeck.scheduler.insight.AgentSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the agents of a master's {@code /state-summary}. */
final class StateSummary {

    private static final Set<String> LIVE_STATES = Set.of("TASK_STAGING", "TASK_STARTING", "TASK_RUNNING", "TASK_KILLING");

    private StateSummary() {
    }

    static List<MasterAgent> agents(byte[] text) throws EndpointException {
        return Json.read(text, StandardCharsets.UTF_8, json -> {
            List<MasterAgent> agents = new ArrayList<>();
            Json.object(json, (name, value) -> {
                if (name.equals("slaves")) {
                    Json.array(value, each -> new Reading().agent(each), agents::add);
                } else {
                    value.skipValue();
                }
            });
            return agents;
        });
    }

    /** One agent as its members come in. */
    private static final class Reading {

        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final Map<String, AgentResources> resources = new LinkedHashMap<>();
        private final Map<String, String> texts = new LinkedHashMap<>();
        private String drainState = "";
        private boolean active;
        private boolean deactivated;
        private int tasks;
        private Optional<Instant> registered = Optional.empty();

        MasterAgent agent(JsonReader json) throws IOException {
            Json.object(json, this::member);
            return new MasterAgent(text("id"), text("hostname"), AgentAddress.ofPid(text("pid")), active, deactivated,
                    drainState, text("version"), attributes, new AgentSummary.Resources(amount("resources"),
                    amount("used_resources"), amount("offered_resources"), amount("reserved_resources")), tasks, registered);
        }

        private String text(String name) {
            return texts.getOrDefault(name, "");
        }

        private AgentResources amount(String name) {
            return resources.getOrDefault(name, AgentResources.NONE);
        }

        private void member(String name, JsonReader json) throws IOException {
            switch (name) {
                case "id", "hostname", "pid", "version" -> texts.put(name, Json.text(json));
                case "active" -> active = Json.flag(json);
                case "deactivated" -> deactivated = Json.flag(json);
                case "registered_time" -> registered = Optional.of(Json.instant(Json.number(json)));
                case "attributes" -> Json.object(json, (attribute, value) -> attributes.put(attribute, Json.text(value)));
                case "resources", "used_resources", "offered_resources" -> resources.put(name, amount(json));
                case "reserved_resources" -> Json.object(json, (role, value) ->
                        resources.merge(name, amount(value), AgentResources::plus));
                case "drain_info" -> Json.object(json, this::drain);
                default -> other(name, json);
            }
        }

        private void drain(String name, JsonReader json) throws IOException {
            if (name.equals("state")) {
                drainState = Json.text(json);
            } else {
                json.skipValue();
            }
        }

        private void other(String name, JsonReader json) throws IOException {
            if (LIVE_STATES.contains(name)) {
                tasks += (int) Json.number(json);
            } else {
                json.skipValue();
            }
        }

        private static AgentResources amount(JsonReader json) throws IOException {
            Map<String, Double> amounts = new LinkedHashMap<>();
            Json.object(json, (name, value) -> amounts.put(name, Json.number(value)));
            return new AgentResources(amounts.getOrDefault("cpus", 0.0), amounts.getOrDefault("mem", 0.0),
                    amounts.getOrDefault("disk", 0.0), amounts.getOrDefault("gpus", 0.0));
        }
    }
}
