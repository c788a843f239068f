package io.jobdeck.scheduler.rest.v2;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.operations.RegistryView;
import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.rest.events.Entry;
import io.jobdeck.scheduler.rest.events.EventFilter;
import io.jobdeck.scheduler.rest.events.EventKind;
import io.jobdeck.scheduler.rest.events.EventStreams;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes as they happen. */
final class EventRoutes {

    private static final QueryParameter KIND = QueryParameter.words("kind", "Only events of these kinds.", EventKind.texts());
    private static final QueryParameter JOB = QueryParameter.text("job", "Only events of this job.", "daily-report");
    private static final QueryParameter SNAPSHOT = QueryParameter.flag("snapshot",
            "Whether what there is now is sent first, as events without an id.");
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final EventStreams streams;
    private final RegistryView view;
    private final LiveNodes nodes;

    EventRoutes(EventStreams streams, RegistryView view, LiveNodes nodes) {
        this.streams = streams;
        this.view = view;
        this.nodes = nodes;
    }

    List<Route> routes() {
        return List.of(Route.get("/events").names("streamEvents", "Events", "Sends changes as they happen (server-sent events)")
                .description("An event is named after its kind; its data holds the key of what changed, the job or app that it"
                        + " belongs to, and the value that it has when it is sent, null if it is no more. The first event,"
                        + " snapshot, marks where the stream begins: read what you show after it has come, or ask for a"
                        + " snapshot. With Last-Event-ID the stream goes on where it broke off. The event reset says that"
                        + " changes may have been missed, stale that ZooKeeper is out of reach, closed why the stream ends;"
                        + " its data holds a reason. A comment comes every 15 seconds if nothing else does.")
                .takes(KIND, JOB, SNAPSHOT).resumable()
                .answersWith(200, EventStreams.MEDIA_TYPE, "EventStream", "A stream of events").handledBy(this::stream));
    }

    private void stream(Call call) {
        List<EventKind> kinds = call.words(KIND, EventKind.class);
        EventFilter filter = new EventFilter(kinds.isEmpty() ? EnumSet.allOf(EventKind.class) : EnumSet.copyOf(kinds),
                call.text(JOB));
        streams.open(call.context(), filter, Optional.ofNullable(call.context().header(LAST_EVENT_ID)),
                call.flag(SNAPSHOT) ? Optional.of(this::present) : Optional.empty(), this::value);
    }

    /** Returns everything there is, each once. */
    private Stream<Entry.Changed> present() {
        Map<String, Entry.Changed> present = new LinkedHashMap<>();
        nodes.below(List.of("/"), (address, node) -> Entry.of(address)
                .ifPresent(entry -> present.putIfAbsent(entry.kind() + "/" + entry.owner() + "/" + entry.key(), entry)));
        return present.values().stream().filter(entry -> value(entry).isPresent());
    }

    private Optional<JsonElement> value(Entry.Changed change) {
        return switch (change.kind()) {
            case APP -> view.appVersion(change.owner())
                    .flatMap(version -> view.app(change.owner()).map(app -> config(Codecs.APP_REST.write(app), version)));
            case JOB -> view.jobVersion(change.owner())
                    .flatMap(version -> view.job(change.owner()).map(job -> config(Codecs.JOB.write(job), version)));
            case READY -> Optional.of(nodes.ready(change.owner())).filter(runs -> runs > 0).map(runs -> Json.count("runs", runs));
            case RUN -> nodes.read(RegistryPaths.run(change.owner(), change.key()), Codecs.ONE_OFF_RUN).map(Json::of);
            case RUNNING -> nodes.read(RegistryPaths.runPart(change.owner(), change.key()), Codecs.RUN_PART)
                    .map(tasks -> Json.array(tasks, Json::of));
            case FAILOVER -> failover(change.address());
            case FAILED -> failed(change.address());
            case DISABLED -> disabled(change);
            case WAITING -> nodes.waiting(change.owner()).map(Json::of);
            case RESULT -> nodes.lastResult(change.owner()).map(Json::of);
            case LEADER -> nodes.leader().map(ClusterRoutes::json);
        };
    }

    private static JsonObject config(String config, ConfigVersion version) {
        JsonObject json = new JsonObject();
        json.addProperty("version", version.text());
        json.add("config", JsonText.object(config));
        return json;
    }

    private Optional<JsonElement> failover(NodeAddress address) {
        return address instanceof NodeAddress.Failover item
                ? nodes.node(RegistryPaths.failover(item.task())).map(node -> QueueJson.failover(item.task(), node))
                : Optional.empty();
    }

    private Optional<JsonElement> failed(NodeAddress address) {
        return address instanceof NodeAddress.Attempt item
                ? nodes.node(RegistryPaths.attempt(item.task())).map(node -> QueueJson.failed(item.task(), node, nodes))
                : Optional.empty();
    }

    private Optional<JsonElement> disabled(Entry.Changed change) {
        return (change.ofJob() ? nodes.jobDisablement(change.owner()) : nodes.appDisablement(change.owner()))
                .map(how -> how.map(Json::of).orElseGet(JsonObject::new));
    }
}
