package io.jobdeck.scheduler.rest.v2;

import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.AuditEntry;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who did what. */
final class AuditRoutes {

    private static final QueryParameter BEFORE = QueryParameter.text("before",
            "Returns what is older than this entry: the member next of the page before.", "20260131T120000.000Z-000001-1f2e");
    private static final QueryParameter BY = QueryParameter.text("by", "Only what this person or account asked for.", "alice");
    private static final QueryParameter TARGET = QueryParameter.text("target", "Only what was done to this app, job or task.",
            "daily-report");

    private final LiveNodes nodes;

    AuditRoutes(LiveNodes nodes) {
        this.nodes = nodes;
    }

    List<Route> routes() {
        return List.of(Route.get("/audit").names("listAudit", "Cluster", "Lists who did what, newest first")
                .description("As many entries are kept as the setting audit_entries says.")
                .takes(BY, TARGET, Page.LIMIT, BEFORE).answers(200, "AuditPage", "A page of entries").handledBy(this::list));
    }

    private void list(Call call) {
        int limit = call.whole(Page.LIMIT).orElseThrow();
        List<Named> found = new ArrayList<>();
        List<String> names = nodes.children(RegistryPaths.AUDIT);
        for (int index = names.size() - 1; index >= 0 && found.size() <= limit; index--) {
            String name = names.get(index);
            if (call.text(BEFORE).filter(before -> name.compareTo(before) >= 0).isEmpty()) {
                entry(call, name).ifPresent(json -> found.add(new Named(name, json)));
            }
        }
        List<Named> page = found.subList(0, Math.min(limit, found.size()));
        JsonObject answer = new JsonObject();
        answer.add("items", Json.array(page, Named::json));
        if (found.size() > limit) {
            answer.addProperty("next", page.get(limit - 1).name());
        }
        call.ok(answer);
    }

    private record Named(String name, JsonObject json) { }

    private Optional<JsonObject> entry(Call call, String name) {
        return nodes.read(RegistryPaths.audit(name), Codecs.AUDIT_ENTRY)
                .filter(entry -> call.text(BY).filter(by -> !by.equals(entry.by())).isEmpty())
                .filter(entry -> call.text(TARGET).filter(target -> !target.equals(entry.target())).isEmpty())
                .map(AuditRoutes::json);
    }

    private static JsonObject json(AuditEntry entry) {
        JsonObject json = new JsonObject();
        json.addProperty("at", entry.at().toString());
        json.addProperty("by", entry.by());
        json.addProperty("origin", entry.origin());
        json.addProperty("operation", entry.operation());
        json.addProperty("target", entry.target());
        json.addProperty("result", entry.result());
        if (!entry.details().isEmpty()) {
            json.addProperty("details", entry.details());
        }
        return json;
    }
}
