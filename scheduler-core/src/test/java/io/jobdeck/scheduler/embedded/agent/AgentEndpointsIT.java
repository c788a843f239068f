package io.jobdeck.scheduler.embedded.agent;

import static io.jobdeck.scheduler.embedded.agent.TestTasks.FRAMEWORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.executor.Protos.Call;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent's HTTP side; errors in the words recorded in 16-executor-api-errors, 13-http-errors and 31-agent-endpoints. */
class AgentEndpointsIT {

    private static final String FRAMEWORK_ID = FRAMEWORK.getId().getValue();
    private static final String UUID = Base64.getEncoder().encodeToString(new byte[16]);

    @TempDir
    private Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private final RecordingMaster master = new RecordingMaster();
    private Agent agent;

    @BeforeEach
    void startAgentWithAnExecutorThatDoesNotSubscribe() throws IOException {
        agent = new Agent(AgentOptions.in(directory).withResources(Resources.of(4, 4096)), master);
        agent.start();
        var task = TestTasks.task("t-1", "ex-1", "run");
        master.agent().runTask(FRAMEWORK, task.toBuilder().setExecutor(task.getExecutor().toBuilder().setCommand(
                task.getExecutor().getCommand().toBuilder().setValue("echo out; echo err >&2; exec sleep 1000"))).build());
    }

    @AfterEach
    void stop() {
        agent.stopExecutors(Duration.ofMillis(100));
        agent.close();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + agent.port() + path);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String post(String body) throws Exception {
        HttpResponse<String> answer = post(body, "application/json", "application/json");
        return answer.statusCode() + " " + answer.body();
    }

    private HttpResponse<String> post(String body, String type, String accept) throws Exception {
        return http.send(HttpRequest.newBuilder(uri("/api/v1/executor")).header("Content-Type", type)
                .header("Accept", accept).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String call(String framework, String executor, String rest) {
        return "{\"framework_id\":{\"value\":\"%s\"},\"executor_id\":{\"value\":\"%s\"},%s}"
                .formatted(framework, executor, rest);
    }

    private static String update(String rest) {
        return call(FRAMEWORK_ID, "ex-1", "\"type\":\"UPDATE\",\"update\":{\"status\":{\"task_id\":{\"value\":\"t-1\"},"
                + "\"state\":\"TASK_RUNNING\"" + rest + "}}");
    }

    @Test
    void wrongCallsAreRefusedInTheWordsOfMesos() throws Exception {
        String subscribe = "\"type\":\"SUBSCRIBE\",\"subscribe\":{}";
        assertThat(post(call("nope", "ex-1", subscribe))).isEqualTo("400 Framework cannot be found");
        assertThat(post(call(FRAMEWORK_ID, "nope", subscribe))).isEqualTo("400 Executor cannot be found");
        assertThat(post(call(FRAMEWORK_ID, "ex-1", "\"type\":\"UPDATE\"")))
                .isEqualTo("400 Failed to validate Executor::Call: Expecting 'update' to be present");
        assertThat(post("}{")).isEqualTo("400 Failed to parse body into JSON: syntax error at line 1 near: }{");
        assertThat(post(update(",\"source\":\"SOURCE_EXECUTOR\"")))
                .isEqualTo("400 Failed to validate Executor::Call: Expecting 'uuid' to be present");
        assertThat(post(update(",\"source\":\"SOURCE_EXECUTOR\",\"uuid\":\"c2hvcnQ=\"")))
                .isEqualTo("400 Failed to validate Executor::Call: Not a valid UUID");
        assertThat(post(update(",\"source\":\"SOURCE_MASTER\",\"uuid\":\"" + UUID + "\"")))
                .isEqualTo("400 Failed to validate Executor::Call: Received Call from executor ex-1 of framework "
                        + FRAMEWORK_ID + " with invalid source, expecting 'SOURCE_EXECUTOR'");
        assertThat(post(update(",\"source\":\"SOURCE_EXECUTOR\",\"uuid\":\"" + UUID + "\"")))
                .isEqualTo("403 Executor is not subscribed");
    }

    @Test
    void wrongRequestsAreRefusedInTheWordsOfMesos() throws Exception {
        HttpResponse<String> get = get("/api/v1/executor");
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.body()).isEqualTo("405 Method Not Allowed. Expecting one of { 'POST' }, but received 'GET'.");
        assertThat(get.headers().firstValue("Allow")).hasValue("POST");
        assertThat(post("{}", "text/plain", "application/json").statusCode()).isEqualTo(415);
        String subscribe = call(FRAMEWORK_ID, "ex-1", "\"type\":\"SUBSCRIBE\",\"subscribe\":{}");
        assertThat(post(subscribe, "application/json", "text/html").statusCode()).isEqualTo(406);
    }

    @Test
    void protobufIsSpokenToo() throws Exception {
        Call call = Call.newBuilder().setType(Call.Type.SUBSCRIBE).setSubscribe(Call.Subscribe.newBuilder())
                .setFrameworkId(FRAMEWORK.getId()).setExecutorId(TestTasks.executor("ex-1")).build();
        var answer = http.send(HttpRequest.newBuilder(uri("/api/v1/executor"))
                .header("Content-Type", "application/x-protobuf").header("Accept", "application/x-protobuf")
                .POST(HttpRequest.BodyPublishers.ofByteArray(call.toByteArray())).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            StringBuilder length = new StringBuilder();
            for (int c = body.read(); c != '\n'; c = body.read()) {
                length.append((char) c);
            }
            var event = org.apache.mesos.v1.executor.Protos.Event.parseFrom(
                    body.readNBytes(Integer.parseInt(length.toString())));

            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-protobuf");
            assertThat(event.getSubscribed().getAgentInfo().getId()).isEqualTo(agent.id());
        }
    }

    @Test
    void sandboxOfATaskIsFoundListedAndRead() throws Exception {
        JsonObject executor = JsonParser.parseString(get("/state").body()).getAsJsonObject()
                .getAsJsonArray("frameworks").get(0).getAsJsonObject()
                .getAsJsonArray("executors").get(0).getAsJsonObject();
        String sandbox = executor.get("directory").getAsString();
        await().atMost(Duration.ofSeconds(30)).until(() ->
                get("/files/read?path=" + sandbox + "/stderr&offset=0&length=100").body().contains("err"));

        JsonArray listed = JsonParser.parseString(get("/files/browse?path=" + sandbox).body()).getAsJsonArray();
        assertThat(listed).hasSize(2);
        assertThat(listed.get(1).getAsJsonObject().get("path").getAsString()).isEqualTo(sandbox + "/stdout");
        assertThat(listed.get(1).getAsJsonObject().keySet())
                .containsExactly("gid", "mode", "mtime", "nlink", "path", "size", "uid");
        assertThat(get("/files/read?path=" + sandbox + "/stdout&offset=1&length=2").body())
                .isEqualTo("{\"data\":\"ut\",\"offset\":1}");
        assertThat(get("/files/read?path=" + sandbox + "/stdout&offset=-1").body()).isEqualTo("{\"data\":\"\",\"offset\":4}");
        HttpResponse<String> download = get("/files/download?path=" + sandbox + "/stdout");
        assertThat(download.body()).isEqualTo("out\n");
        assertThat(download.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=stdout");
    }

    @Test
    void nothingOutsideOfSandboxesCanBeRead() throws Exception {
        assertThat(get("/files/browse?path=/nope").statusCode()).isEqualTo(404);
        assertThat(get("/files/browse?path=" + directory.resolve("slaves")).statusCode()).isEqualTo(404);
        assertThat(get("/files/read?offset=0&path=/etc/passwd").statusCode()).isEqualTo(404);
        assertThat(get("/files/read?offset=0&path=" + directory + "/slaves/../meta/journal").statusCode()).isEqualTo(404);
    }

    @Test
    void aLinkLeadsNeitherOutOfASandboxNorIntoAnother() throws Exception {
        Path sandbox = sandboxOfTheTask();
        Path other = Files.createDirectories(sandbox.resolveSibling("another-run"));
        Files.writeString(other.resolve("secret"), "of others");
        Files.createSymbolicLink(sandbox.resolve("out"), Path.of("/etc"));
        Files.createSymbolicLink(sandbox.resolve("other"), other);
        Files.createSymbolicLink(sandbox.resolve("own"), sandbox.resolve("stdout"));

        assertThat(get("/files/browse?path=" + sandbox + "/out").statusCode()).isEqualTo(404);
        assertThat(get("/files/read?offset=0&path=" + sandbox + "/out/passwd").statusCode()).isEqualTo(404);
        assertThat(get("/files/download?path=" + sandbox + "/other/secret").statusCode()).isEqualTo(404);
        assertThat(get("/files/read?offset=0&path=" + sandbox + "/own").statusCode()).isEqualTo(200);
    }

    @Test
    void bytesThatAreNoTextAreReadAsTheyAre() throws Exception {
        Path sandbox = sandboxOfTheTask();
        Files.write(sandbox.resolve("binary"), new byte[] {'"', '\\', 0, '\n', (byte) 0xFF, (byte) 0xC3, (byte) 0xA9});

        byte[] answer = http.send(HttpRequest.newBuilder(uri("/files/read?offset=0&path=" + sandbox + "/binary")).build(),
                HttpResponse.BodyHandlers.ofByteArray()).body();

        assertThat(new String(answer, StandardCharsets.ISO_8859_1))
                .isEqualTo("{\"data\":\"\\\"\\\\\\u0000\\n\u00ff\u00c3\u00a9\",\"offset\":0}");
    }

    private Path sandboxOfTheTask() throws Exception {
        await().atMost(Duration.ofSeconds(30)).until(() -> get("/state").body().contains("\"directory\""));
        Path sandbox = Path.of(JsonParser.parseString(get("/state").body()).getAsJsonObject()
                .getAsJsonArray("frameworks").get(0).getAsJsonObject()
                .getAsJsonArray("executors").get(0).getAsJsonObject().get("directory").getAsString());
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(sandbox.resolve("stdout")));
        return sandbox;
    }

    @Test
    void whatRanStaysKnownAfterItsEnd() throws Exception {
        Path sandbox = sandboxOfTheTask();
        master.agent().shutdownExecutor(FRAMEWORK.getId(), TestTasks.executor("ex-1"));
        await().atMost(Duration.ofSeconds(30)).until(() -> master.statesOf("t-1").size() == 1);
        master.updates().forEach(status -> master.agent().acknowledge(FRAMEWORK.getId(), status.getTaskId(), status.getUuid()));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonObject state = JsonParser.parseString(get("/state").body()).getAsJsonObject();
            assertThat(state.getAsJsonArray("frameworks")).isEmpty();
            JsonObject run = state.getAsJsonArray("completed_frameworks").get(0).getAsJsonObject()
                    .getAsJsonArray("completed_executors").get(0).getAsJsonObject();
            assertThat(run.get("directory").getAsString()).isEqualTo(sandbox.toString());
            assertThat(run.getAsJsonArray("completed_tasks").get(0).getAsJsonObject().get("id").getAsString()).isEqualTo("t-1");
        });
    }

    @Test
    void killedBeforeItSubscribedIsTold() {
        master.agent().killTask(FRAMEWORK.getId(), TestTasks.id("t-1"));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
                assertThat(master.statesOf("t-1")).containsExactly(TaskState.TASK_KILLED));
    }
}
