package io.jobdeck.executor.internal.mesos;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records the calls of a session, and lets the test answer them. */
final class FakeTransport implements AgentTransport {

    record Sent(JsonObject call, CompletableFuture<Answer> answer) {

        String state() {
            return call.getAsJsonObject("update").getAsJsonObject("status").get("state").getAsString();
        }

        String uuid() {
            return call.getAsJsonObject("update").getAsJsonObject("status").get("uuid").getAsString();
        }

        void accept() {
            answer.complete(new Answer(202, ""));
        }
    }

    record Subscription(JsonObject call, EventStream stream) {

        void event(String json) {
            stream.event(json.getBytes(StandardCharsets.UTF_8));
        }

        void subscribed() {
            event("{\"type\":\"SUBSCRIBED\",\"subscribed\":{\"agent_info\":{\"hostname\":\"h\",\"id\":{\"value\":\"S1\"}}}}");
        }

        void launch(String taskId) {
            event("{\"type\":\"LAUNCH\",\"launch\":{\"task\":{\"task_id\":{\"value\":\"%s\"}}}}".formatted(taskId));
        }

        void acknowledge(String taskId, String uuid) {
            event("{\"type\":\"ACKNOWLEDGED\",\"acknowledged\":{\"task_id\":{\"value\":\"%s\"},\"uuid\":\"%s\"}}"
                    .formatted(taskId, uuid));
        }
    }

    final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    final List<Sent> updates = new CopyOnWriteArrayList<>();

    @Override
    public void subscribe(JsonObject call, EventStream stream) {
        subscriptions.add(new Subscription(call, stream));
    }

    @Override
    public CompletableFuture<Answer> call(JsonObject call) {
        Sent sent = new Sent(call, new CompletableFuture<>());
        updates.add(sent);
        return sent.answer();
    }

    @Override
    public void close() {
        subscriptions.clear();
    }
}
