package io.jobdeck.scheduler.rest.v2;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.FailedItem;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.registry.TreeNode;

/** The JSON of what waits. */
final class QueueJson {

    private QueueJson() {
    }

    static JsonObject ready(String job, JobFacts facts, LiveNodes nodes) {
        JsonObject json = new JsonObject();
        json.addProperty("job", job);
        json.addProperty("runs", nodes.ready(job));
        json.add("oneOffRuns", Json.array(facts.runsWaiting(), Json::of));
        Json.addIfPresent(json, "waiting", nodes.waiting(job), Json::of);
        return json;
    }

    static JsonArray failover(JobFacts facts) {
        JsonArray entries = new JsonArray();
        facts.failover().forEach((item, node) -> entries.add(failover(item, node)));
        return entries;
    }

    static JsonObject failover(MetaInfo item, TreeNode node) {
        JsonObject json = new JsonObject();
        json.addProperty("job", item.jobName());
        json.addProperty("item", item.item());
        json.addProperty("originalTaskId", node.text());
        return json;
    }

    static JsonArray failedItems(JobFacts facts, LiveNodes nodes) {
        JsonArray items = new JsonArray();
        facts.attempts().forEach((item, node) -> items.add(failed(item, node, nodes)));
        return items;
    }

    static JsonObject failed(MetaInfo item, TreeNode node, LiveNodes nodes) {
        JsonObject json = new JsonObject();
        json.addProperty("job", item.jobName());
        json.addProperty("item", item.item());
        nodes.parse(node, Codecs.FAILED_ITEM::read).ifPresent(failed -> addTo(json, failed));
        return json;
    }

    private static void addTo(JsonObject json, FailedItem failed) {
        json.addProperty("failures", failed.failures());
        json.addProperty("losses", failed.losses());
        json.addProperty("givenUp", failed.givenUp());
        json.addProperty("notBefore", failed.notBefore().toString());
        JsonArray agents = new JsonArray();
        failed.agents().forEach(agents::add);
        json.add("agents", agents);
        json.addProperty("message", failed.message());
        failed.jobParameter().ifPresent(parameter -> json.addProperty("jobParameter", parameter));
    }
}
