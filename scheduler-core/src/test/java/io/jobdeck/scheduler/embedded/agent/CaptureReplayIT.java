package io.jobdeck.scheduler.embedded.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.ByteString;
import io.jobdeck.scheduler.mesos.captures.Captures;
import io.jobdeck.scheduler.mesos.json.MesosJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.mesos.v1.Protos.Attribute;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.Value;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plays what a scheduler did in the recorded traffic to an agent with real executors, and compares what the agent makes of
 * it, message by message, on the scheduler's and on the executor's side. What differs from run to run is blanked out; so is
 * the executor's command, which is the test executor here.
 */
class CaptureReplayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> VOLATILE = Set.of(
            "uuid", "timestamp", "executor_pid", "command", "container_id", "agent_id", "framework_id", "port", "id");

    private final MesosJson json = new MesosJson();
    private final RecordingMaster master = new RecordingMaster();
    private final Map<String, String> uuids = new HashMap<>();
    private final Set<Event> matched = new LinkedHashSet<>();
    private Captures captures;
    private Agent agent;

    @TempDir
    private Path directory;

    @BeforeEach
    void findCaptures() {
        captures = Captures.orSkip();
    }

    @AfterEach
    void stop() {
        if (agent != null) {
            agent.stopExecutors(Duration.ofSeconds(1));
            agent.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "03-custom-executor-lifecycle",
        "07-executor-crash-exit-7",
        "07-executor-crash-exit-7-partition-aware",
        "07-executor-exit-0",
        "07-executor-never-starts",
        "08-shutdown-executor-with-tasks",
        "12-teardown-with-running-task",
        "14-command-task",
        "14-command-task-partition-aware-task-killing",
        "17-reconcile-and-kill-while-staging",
        "21-executor-registration-timeout"})
    void agentAnswersAsTheRealOneDid(String scenario) throws IOException {
        Path recorded = captures.directory(scenario, "json");
        startAgent(scenario.startsWith("21") ? Duration.ofSeconds(4) : Duration.ofMinutes(1));
        FrameworkInfo framework = framework(recorded);
        List<String> rows = Files.readAllLines(recorded.resolve("timeline.tsv"));
        List<Event> expected = agentEvents(recorded);

        for (int i = 1; i < rows.size(); i++) {
            String[] columns = rows.get(i).split("\t", 4);
            if (columns[1].equals("->") && columns[2].equals("-")) {
                play(columns[3], rows.subList(i, rows.size()), recorded, framework);
            } else if (columns[1].equals("<-") && isOfAgent(columns[3])) {
                awaitNext(expected.remove(0));
            }
        }

        assertThat(expected).isEmpty();
        compareExecutors(recorded);
        assertThat(master.events()).hasSize(matched.size());
    }

    private void startAgent(Duration registrationTimeout) throws IOException {
        AgentOptions options = AgentOptions.in(directory)
                .withHostname("agent-1.example")
                .withResources(new Resources(4, 4096, 10240, 31000, 32000))
                .withRegistrationTimeouts(registrationTimeout, registrationTimeout)
                .withAttributes(List.of(
                        Attribute.newBuilder().setName("rack").setType(Value.Type.TEXT)
                                .setText(Value.Text.newBuilder().setValue("r1")).build(),
                        Attribute.newBuilder().setName("level").setType(Value.Type.SCALAR)
                                .setScalar(Value.Scalar.newBuilder().setValue(10)).build(),
                        Attribute.newBuilder().setName("span").setType(Value.Type.RANGES)
                                .setRanges(Value.Ranges.newBuilder().addRange(
                                        Value.Range.newBuilder().setBegin(1).setEnd(5))).build()));
        agent = new Agent(options, master);
        agent.start();
    }

    private FrameworkInfo framework(Path recorded) {
        Call subscribe = json.merge(Captures.text(recorded.resolve("01-subscribe.request.json")), Call.newBuilder()).build();
        return subscribe.getSubscribe().getFrameworkInfo().toBuilder().setId(TestTasks.FRAMEWORK.getId()).build();
    }

    /** Returns the events in which the agent speaks; those of the master itself are not its business. */
    private List<Event> agentEvents(Path recorded) {
        List<Event> events = new ArrayList<>();
        for (byte[] record : Captures.records(recorded.resolve("01-subscribe.response.jsonrec"))) {
            Event event = json.merge(new String(record, StandardCharsets.UTF_8), Event.newBuilder()).build();
            if (isOfAgent(event.getType().name() + json.write(event))) {
                events.add(event);
            }
        }
        return events;
    }

    private static boolean isOfAgent(String what) {
        String type = what.replaceFirst("^@\\S+ ", "");
        return type.startsWith("FAILURE") || type.startsWith("MESSAGE")
                || type.startsWith("UPDATE") && !type.contains("SOURCE_MASTER");
    }

    private void play(String what, List<String> following, Path recorded, FrameworkInfo framework) {
        String type = what.substring(0, what.indexOf(' '));
        if (type.equals("ACCEPT")) {
            String file = following.stream().map(row -> row.split("\t", 4))
                    .filter(row -> row[1].equals("->") && !row[2].equals("-")).findFirst().orElseThrow()[2];
            Call accept = json.merge(Captures.text(recorded.resolve(file + ".request.json")), Call.newBuilder()).build();
            accept.getAccept().getOperationsList().forEach(operation -> operation.getLaunch().getTaskInfosList()
                    .forEach(task -> master.agent().runTask(framework, withTestExecutor(task))));
            return;
        }
        JsonObject call = JsonParser.parseString(what.substring(type.length())).getAsJsonObject();
        call.addProperty("type", type);
        play(json.merge(call.toString(), Call.newBuilder()).build(), framework);
    }

    private void play(Call call, FrameworkInfo framework) {
        switch (call.getType()) {
            case ACKNOWLEDGE -> {
                TaskID task = call.getAcknowledge().getTaskId();
                String uuid = uuids.get(Base64.getEncoder().encodeToString(call.getAcknowledge().getUuid().toByteArray()));
                master.agent().acknowledge(framework.getId(), task,
                        ByteString.copyFrom(Base64.getDecoder().decode(uuid)));
            }
            case KILL -> master.agent().killTask(framework.getId(), call.getKill().getTaskId());
            case MESSAGE -> master.agent().sendToExecutor(
                    framework.getId(), call.getMessage().getExecutorId(), call.getMessage().getData());
            case SHUTDOWN -> master.agent().shutdownExecutor(framework.getId(), call.getShutdown().getExecutorId());
            case TEARDOWN -> master.agent().shutdownFramework(framework.getId());
            default -> { }
        }
    }

    private static TaskInfo withTestExecutor(TaskInfo task) {
        if (!task.hasExecutor() || !task.getExecutor().getCommand().getValue().contains("python")) {
            return task;
        }
        return task.toBuilder().setExecutor(task.getExecutor().toBuilder()
                .setCommand(TestTasks.executorCommand(task.getExecutor().getCommand()))).build();
    }

    private void awaitNext(Event expected) {
        JsonElement wanted = normalised(json.write(expected));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).untilAsserted(() -> assertThat(unmatched())
                .extracting(event -> normalised(json.write(event))).contains(wanted));
        Event found = unmatched().stream()
                .filter(event -> normalised(json.write(event)).equals(wanted)).findFirst().orElseThrow();
        matched.add(found);
        uuids.put(uuid(expected), uuid(found));
    }

    private List<Event> unmatched() {
        return master.events().stream().filter(event -> !matched.contains(event)).toList();
    }

    private static String uuid(Event event) {
        return Base64.getEncoder().encodeToString(event.getUpdate().getStatus().getUuid().toByteArray());
    }

    private void compareExecutors(Path recorded) throws IOException {
        try (var executors = Files.newDirectoryStream(recorded, "executor-*")) {
            for (Path executor : executors) {
                Path stream = executor.resolve("01-subscribe.response.jsonrec");
                if (Files.exists(stream)) {
                    String id = executor.getFileName().toString().replaceFirst("executor-", "");
                    List<JsonElement> expected = Captures.records(stream).stream()
                            .map(record -> normalised(new String(record, StandardCharsets.UTF_8))).toList();
                    await().atMost(PATIENCE).untilAsserted(() ->
                            assertThat(eventsOf(id)).containsExactlyInAnyOrderElementsOf(expected));
                    assertThat(eventsOf(id).get(0)).isEqualTo(expected.get(0));
                }
            }
        }
    }

    private List<JsonElement> eventsOf(String executor) throws IOException {
        Path sandbox = new WorkDirectory(directory).allSandboxes().stream()
                .filter(path -> path.getParent().getParent().getFileName().toString().equals(executor))
                .findFirst().orElseThrow();
        return Files.readAllLines(sandbox.resolve("events")).stream()
                .filter(line -> !line.contains("\"END\"")).map(CaptureReplayIT::normalised).toList();
    }

    private static JsonElement normalised(String text) {
        return normalised(JsonParser.parseString(text));
    }

    private static JsonElement normalised(JsonElement element) {
        if (element.isJsonArray()) {
            JsonArray array = new JsonArray();
            element.getAsJsonArray().forEach(member -> array.add(normalised(member)));
            return array;
        }
        if (!element.isJsonObject()) {
            return element;
        }
        JsonObject object = new JsonObject();
        element.getAsJsonObject().entrySet().forEach(member -> {
            if (VOLATILE.contains(member.getKey())) {
                object.addProperty(member.getKey(), "volatile");
            } else if (member.getKey().equals("message") && member.getValue().isJsonPrimitive()) {
                object.addProperty("message", member.getValue().getAsString()
                        .replaceFirst("container '[^']*'", "container 'volatile'").replaceFirst("(status 1) \\(.*\\)$", "$1"));
            } else {
                object.add(member.getKey(), normalised(member.getValue()));
            }
        });
        return object;
    }
}
