package io.jobdeck.executor.internal.mesos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.jobdeck.executor.internal.mesos.RecordedScenario.Step;
import io.jobdeck.executor.testing.FakeAgent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Plays the agent's side of recorded traffic to a session over HTTP, makes the session report what the recorded executor
 * reported, and compares what it says with what was recorded.
 */
class RecordedTrafficIT {

    /** The recorder's executor set these; Jobdeck's does not. Timestamps lose digits on the way through a double. */
    private static final List<String> NOT_COMPARED = List.of("labels", "healthy", "reason", "timestamp");

    private final FakeAgent agent = new FakeAgent().greeting(false).acknowledging(false);
    private final RecordingListener listener = new RecordingListener();
    private final List<String> expectedToHear = new ArrayList<>();
    private final Set<String> reported = new HashSet<>();
    private final Set<String> acknowledged = new HashSet<>();
    private AgentSession session;
    private boolean started;
    private boolean shutdown;
    private int subscriptions;

    @AfterEach
    void close() {
        if (session != null) {
            session.close();
        }
        agent.close();
    }

    @ParameterizedTest
    @CsvSource({
        "03-custom-executor-lifecycle, executor-ex-1",
        "07-executor-crash-exit-7, executor-ex-1",
        "07-executor-exit-0, executor-ex-1",
        "08-shutdown-executor-with-tasks, executor-ex-1",
        "08-shutdown-executor-with-tasks, executor-ex-2",
        "12-teardown-with-running-task, executor-ex-1",
        "16-executor-api-errors, executor-ex-1",
        "17-reconcile-and-kill-while-staging, executor-ex-2",
        "20-agent-update-while-agent-down, executor-ex-1",
    })
    void saysWhatARealAgentWasTold(String scenario, String executor) throws Exception {
        RecordedScenario recording = RecordedScenario.of(scenario, executor);
        List<Step> steps = recording.steps();
        assertThat(steps).as("steps recorded").hasSizeGreaterThan(1);
        session = session(recording.environment());

        for (int at = 0; at < steps.size(); at++) {
            play(steps.get(at), steps.subList(at, steps.size()));
        }

        eventually(() -> assertThat(listener.heard).containsExactlyElementsOf(expectedToHear));
        eventually(() -> assertThat(listener.ends).hasSize(shutdown ? 1 : 0));
        CompletableFuture<Void> allAcknowledged = session.allAcknowledged();
        if (acknowledged.containsAll(reported)) {
            eventually(() -> assertThat(allAcknowledged).isDone());
        } else {
            await().during(Duration.ofMillis(100)).until(() -> !allAcknowledged.isDone());
        }
    }

    private void play(Step step, List<Step> following) throws IOException {
        if (step instanceof Step.Subscribe subscribe) {
            subscribe(subscribe.call());
        } else if (step instanceof Step.Update update) {
            report(status(update.call()));
        } else if (step instanceof Step.EndOfStream) {
            agent.kill();
        } else if (step instanceof Step.Event event) {
            beforeEvent(event.event(), following);
            agent.sendRaw(event.bytes());
        }
    }

    private void subscribe(JsonObject recorded) {
        subscriptions++;
        recordedUpdates(recorded).forEach(update -> session.send(toUpdate(update)));
        if (!started) {
            started = true;
            session.start(listener);
        } else {
            agent.start();
        }
        eventually(() -> assertThat(agent.calls("SUBSCRIBE")).hasSize(subscriptions));
        assertThat(comparable(agent.calls("SUBSCRIBE").get(subscriptions - 1))).isEqualTo(comparable(recorded));
    }

    /** A real agent often acknowledges an update before it has answered the call, and so before the call was recorded. */
    private void beforeEvent(JsonObject event, List<Step> following) {
        switch (event.get("type").getAsString()) {
            case "LAUNCH" -> expectedToHear.add("launch " + id(event.getAsJsonObject("launch").getAsJsonObject("task")));
            case "KILL" -> expectedToHear.add("kill " + id(event.getAsJsonObject("kill")));
            case "MESSAGE" -> expectedToHear.add("message " + new String(Base64.getDecoder().decode(
                    event.getAsJsonObject("message").get("data").getAsString()), StandardCharsets.UTF_8));
            case "SHUTDOWN" -> shutdown = true;
            case "ACKNOWLEDGED" -> {
                String uuid = event.getAsJsonObject("acknowledged").get("uuid").getAsString();
                acknowledged.add(uuid);
                following.stream()
                        .filter(step -> step instanceof Step.Update update && uuid(status(update.call())).equals(uuid))
                        .forEach(step -> report(status(((Step.Update) step).call())));
            }
            default -> assertThat(event.get("type").getAsString()).isEqualTo("SUBSCRIBED");
        }
    }

    private void report(JsonObject recorded) {
        if (recorded.get("state").getAsString().equals("TASK_STARTING") || !reported.add(uuid(recorded))) {
            return;
        }
        session.send(toUpdate(recorded));
        eventually(() -> assertThat(agent.statuses(id(recorded)))
                .anySatisfy(status -> assertThat(comparable(status)).isEqualTo(comparable(recorded))));
    }

    private List<JsonObject> recordedUpdates(JsonObject subscribe) {
        List<JsonObject> updates = new ArrayList<>();
        if (subscribe.getAsJsonObject("subscribe").has("unacknowledged_updates")) {
            for (JsonElement update : subscribe.getAsJsonObject("subscribe").getAsJsonArray("unacknowledged_updates")) {
                JsonObject status = update.getAsJsonObject().getAsJsonObject("status");
                if (reported.add(uuid(status))) {
                    updates.add(status);
                }
            }
        }
        return updates;
    }

    private AgentSession session(Map<String, String> environment) throws NotStartedByAgentException {
        environment.put("MESOS_AGENT_ENDPOINT", agent.endpoint());
        environment.put("MESOS_SUBSCRIPTION_BACKOFF_MAX", "100ms");
        return new AgentSession(ExecutorEnvironment.from(environment));
    }

    private static StatusUpdate toUpdate(JsonObject status) {
        ByteBuffer uuid = ByteBuffer.wrap(Base64.getDecoder().decode(uuid(status)));
        return new StatusUpdate(
                id(status),
                UpdateState.valueOf(status.get("state").getAsString()),
                status.has("message") ? status.get("message").getAsString() : "",
                status.has("data") ? Base64.getDecoder().decode(status.get("data").getAsString()) : new byte[0],
                new UUID(uuid.getLong(), uuid.getLong()),
                Instant.ofEpochMilli((long) (status.get("timestamp").getAsDouble() * 1000)));
    }

    private static JsonObject comparable(JsonObject original) {
        JsonObject copy = original.deepCopy();
        strip(copy);
        return copy;
    }

    private static void strip(JsonElement element) {
        if (element.isJsonObject()) {
            NOT_COMPARED.forEach(element.getAsJsonObject()::remove);
            element.getAsJsonObject().asMap().values().forEach(RecordedTrafficIT::strip);
        } else if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(RecordedTrafficIT::strip);
        }
    }

    private static JsonObject status(JsonObject call) {
        return call.getAsJsonObject("update").getAsJsonObject("status");
    }

    private static String id(JsonObject owner) {
        return owner.getAsJsonObject("task_id").get("value").getAsString();
    }

    private static String uuid(JsonObject status) {
        return status.get("uuid").getAsString();
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(5)).untilAsserted(assertion);
    }
}
