package io.jobdeck.scheduler.insight;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jobdeck.scheduler.insight.SandboxListing.Owner;
import io.jobdeck.scheduler.insight.SandboxListing.Sandbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Agents and listings as JSON, both ways, as they go between a scheduler and a console. */
public final class InsightJson {

    private InsightJson() {
    }

    /** Writes an agent; what is not known is left out. */
    public static JsonObject write(AgentSummary agent) {
        JsonObject json = new JsonObject();
        json.addProperty("id", agent.id());
        json.addProperty("host", agent.host());
        json.addProperty("state", agent.state().name());
        json.addProperty("version", agent.version());
        JsonObject attributes = new JsonObject();
        agent.attributes().forEach(attributes::addProperty);
        json.add("attributes", attributes);
        json.add("total", write(agent.resources().total()));
        json.add("used", write(agent.resources().used()));
        json.add("offered", write(agent.resources().offered()));
        json.add("reserved", write(agent.resources().reserved()));
        json.addProperty("tasks", agent.tasks());
        json.addProperty("executors", agent.executors());
        agent.registered().ifPresent(since -> json.addProperty("registeredAt", since.toString()));
        agent.unreachableSince().ifPresent(since -> json.addProperty("unreachableSince", since.toString()));
        return json;
    }

    private static JsonObject write(AgentResources resources) {
        JsonObject json = new JsonObject();
        json.addProperty("cpus", resources.cpus());
        json.addProperty("memoryMB", resources.memoryMb());
        json.addProperty("diskMB", resources.diskMb());
        json.addProperty("gpus", resources.gpus());
        return json;
    }

    /**
     * Reads an agent back.
     *
     * @throws RuntimeException if it is none
     */
    public static AgentSummary readAgent(JsonObject json) {
        Map<String, String> attributes = new LinkedHashMap<>();
        json.getAsJsonObject("attributes").entrySet()
                .forEach(attribute -> attributes.put(attribute.getKey(), attribute.getValue().getAsString()));
        return new AgentSummary(json.get("id").getAsString(), json.get("host").getAsString(),
                AgentState.valueOf(json.get("state").getAsString()), json.get("version").getAsString(), attributes,
                new AgentSummary.Resources(resources(json, "total"), resources(json, "used"), resources(json, "offered"),
                        resources(json, "reserved")),
                json.get("tasks").getAsInt(), json.get("executors").getAsInt(), instant(json, "registeredAt"),
                instant(json, "unreachableSince"));
    }

    private static AgentResources resources(JsonObject agent, String name) {
        JsonObject json = agent.getAsJsonObject(name);
        return new AgentResources(json.get("cpus").getAsDouble(), json.get("memoryMB").getAsDouble(),
                json.get("diskMB").getAsDouble(), json.get("gpus").getAsDouble());
    }

    private static Optional<Instant> instant(JsonObject json, String name) {
        return Optional.ofNullable(json.get(name)).map(JsonElement::getAsString).map(Instant::parse);
    }

    /** Writes a listing. */
    public static JsonObject write(SandboxListing listing) {
        JsonObject json = new JsonObject();
        json.addProperty("agentHost", listing.sandbox().agentHost());
        json.addProperty("directory", listing.sandbox().directory());
        json.addProperty("owner", listing.sandbox().owner().name());
        json.addProperty("path", listing.path());
        JsonArray files = new JsonArray();
        listing.files().forEach(file -> files.add(write(file)));
        json.add("files", files);
        return json;
    }

    private static JsonObject write(SandboxFile file) {
        JsonObject json = new JsonObject();
        json.addProperty("name", file.name());
        json.addProperty("directory", file.directory());
        json.addProperty("size", file.size());
        json.addProperty("modifiedAt", file.modified().toString());
        json.addProperty("mode", file.mode());
        return json;
    }

    /**
     * Reads a listing back.
     *
     * @throws RuntimeException if it is none
     */
    public static SandboxListing readListing(JsonObject json) {
        Sandbox sandbox = new Sandbox(json.get("agentHost").getAsString(), json.get("directory").getAsString(),
                Owner.valueOf(json.get("owner").getAsString()));
        return new SandboxListing(sandbox, json.get("path").getAsString(), list(json.getAsJsonArray("files"), file ->
                new SandboxFile(file.get("name").getAsString(), file.get("directory").getAsBoolean(), file.get("size").getAsLong(),
                        Instant.parse(file.get("modifiedAt").getAsString()), file.get("mode").getAsString())));
    }

    /**
     * Reads the executors' sandboxes that {@code /api/operate/sandbox} lists.
     *
     * @throws RuntimeException if it is no such list
     */
    public static List<ExecutorSandbox> readSandboxes(String text) {
        return list(JsonParser.parseString(text).getAsJsonArray(), sandbox ->
                new ExecutorSandbox(sandbox.get("hostname").getAsString(), sandbox.get("path").getAsString()));
    }

    private static <T> List<T> list(JsonArray array, Function<JsonObject, T> read) {
        List<T> values = new ArrayList<>(array.size());
        array.forEach(element -> values.add(read.apply(element.getAsJsonObject())));
        return values;
    }
}
