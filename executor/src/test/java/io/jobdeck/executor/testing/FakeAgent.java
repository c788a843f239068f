package io.jobdeck.executor.testing;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jobdeck.executor.recordio.RecordIo;
import io.jobdeck.executor.wire.TaskPayload;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Mesos agent as one executor sees it. It can be killed and started again on the same port, and be told not to
 * acknowledge.
 */
public final class FakeAgent implements AutoCloseable {

    public static final String FRAMEWORK = "f-1";
    public static final String EXECUTOR = "app@-@agent-1";

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fake-agent");
        thread.setDaemon(true);
        return thread;
    });
    private final List<JsonObject> calls = new CopyOnWriteArrayList<>();
    private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
    private final Deque<int[]> refusals = new ArrayDeque<>();
    private HttpServer server;
    private int port;
    private Optional<OutputStream> stream = Optional.empty();
    private volatile boolean acknowledging = true;
    private volatile boolean greeting = true;

    /** Starts an agent on a free port of the loopback interface. */
    public FakeAgent() {
        start();
    }

    /** Starts the agent again, on the port it had. */
    public void start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = server.getAddress().getPort();
        server.setExecutor(threads);
        server.createContext("/api/v1/executor", this::handle);
        server.start();
    }

    /** Breaks all connections and accepts no more. */
    public void kill() {
        server.stop(0);
        synchronized (this) {
            stream = Optional.empty();
        }
    }

    /** Sets whether updates are acknowledged as soon as they come. */
    public FakeAgent acknowledging(boolean yes) {
        acknowledging = yes;
        return this;
    }

    /** Sets whether a subscription is answered with SUBSCRIBED. */
    public FakeAgent greeting(boolean yes) {
        greeting = yes;
        return this;
    }

    /** Answers the next call with an error instead of taking it. */
    public synchronized FakeAgent refuseNext(int status) {
        refusals.add(new int[] {status});
        return this;
    }

    public String endpoint() {
        return "127.0.0.1:" + port;
    }

    /** Returns what a real agent puts into the environment, with a grace period of two seconds. */
    public Map<String, String> environment(boolean checkpoint) {
        return Map.of(
                "MESOS_AGENT_ENDPOINT", endpoint(),
                "MESOS_FRAMEWORK_ID", FRAMEWORK,
                "MESOS_EXECUTOR_ID", EXECUTOR,
                "MESOS_SLAVE_ID", "agent-1",
                "MESOS_CHECKPOINT", checkpoint ? "1" : "0",
                "MESOS_RECOVERY_TIMEOUT", "30secs",
                "MESOS_SUBSCRIPTION_BACKOFF_MAX", "100ms",
                "MESOS_EXECUTOR_SHUTDOWN_GRACE_PERIOD", "2secs");
    }

    /** Launches a task. */
    public void launch(TaskPayload payload) {
        launch(payload.taskId(), payload.toBytes());
    }

    /** Launches a task with any data. */
    public void launch(String taskId, byte[] data) {
        send("""
                {"type":"LAUNCH","launch":{"task":{"name":"%1$s","task_id":{"value":"%1$s"},"data":"%2$s"}}}"""
                .formatted(taskId, Base64.getEncoder().encodeToString(data)));
    }

    public void kill(String taskId) {
        send("{\"type\":\"KILL\",\"kill\":{\"task_id\":{\"value\":\"%s\"}}}".formatted(taskId));
    }

    public void message(String text) {
        send("{\"type\":\"MESSAGE\",\"message\":{\"data\":\"%s\"}}"
                .formatted(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
    }

    public void shutdown() {
        send("{\"type\":\"SHUTDOWN\"}");
    }

    /** Acknowledges an update that was held back. */
    public void acknowledge(JsonObject status) {
        send("{\"type\":\"ACKNOWLEDGED\",\"acknowledged\":{\"task_id\":%s,\"uuid\":%s}}"
                .formatted(status.get("task_id"), status.get("uuid")));
    }

    /** Sends one event on the present subscription. */
    public void send(String event) {
        sendRaw(RecordIo.frame(event.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends bytes on the present subscription as they are. */
    public synchronized void sendRaw(byte[] bytes) {
        try {
            OutputStream out = stream.orElseThrow(() -> new IllegalStateException("no executor is subscribed"));
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the present subscription in an orderly way. */
    public synchronized void endStream() {
        try {
            stream.orElseThrow().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stream = Optional.empty();
    }

    public synchronized boolean isSubscribed() {
        return stream.isPresent();
    }

    /** Returns the calls of a type, in the order they came. */
    public List<JsonObject> calls(String type) {
        return calls.stream().filter(call -> call.get("type").getAsString().equals(type)).toList();
    }

    /** Returns the request headers of all calls. */
    public List<Map<String, List<String>>> headers() {
        return headers;
    }

    /** Returns the statuses that came by UPDATE for a task, in the order they came. */
    public List<JsonObject> statuses(String taskId) {
        return calls("UPDATE").stream()
                .map(call -> call.getAsJsonObject("update").getAsJsonObject("status"))
                .filter(status -> status.getAsJsonObject("task_id").get("value").getAsString().equals(taskId))
                .toList();
    }

    /** Returns the states that came by UPDATE for a task, without their {@code TASK_}. */
    public List<String> states(String taskId) {
        List<String> states = new ArrayList<>();
        statuses(taskId).forEach(status -> states.add(status.get("state").getAsString().substring("TASK_".length())));
        return states;
    }

    /** Returns the message of the newest update of a task; empty if it has none. */
    public String lastMessage(String taskId) {
        List<JsonObject> statuses = statuses(taskId);
        JsonObject last = statuses.get(statuses.size() - 1);
        return last.has("message") ? last.get("message").getAsString() : "";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonObject call = JsonParser.parseString(body).getAsJsonObject();
        int refusal = nextRefusal();
        if (refusal != 0) {
            answer(exchange, refusal, "refused by the test");
            return;
        }
        headers.add(exchange.getRequestHeaders());
        if ("SUBSCRIBE".equals(call.get("type").getAsString())) {
            subscribe(exchange, call);
        } else {
            calls.add(call);
            answer(exchange, 202, "");
            acknowledgeIfSo(call.getAsJsonObject("update").getAsJsonObject("status"));
        }
    }

    private synchronized int nextRefusal() {
        return refusals.isEmpty() ? 0 : refusals.remove()[0];
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private void subscribe(HttpExchange exchange, JsonObject call) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        synchronized (this) {
            stream = Optional.of(exchange.getResponseBody());
            exchange.getResponseBody().flush();
            calls.add(call);
        }
        if (greeting) {
            send("""
                    {"type":"SUBSCRIBED","subscribed":{"executor_info":{},"framework_info":{},\
                    "agent_info":{"hostname":"localhost","id":{"value":"agent-1"}}}}""");
        }
        if (call.getAsJsonObject("subscribe").has("unacknowledged_updates")) {
            call.getAsJsonObject("subscribe").getAsJsonArray("unacknowledged_updates").forEach(update ->
                    acknowledgeIfSo(update.getAsJsonObject().getAsJsonObject("status")));
        }
    }

    private void acknowledgeIfSo(JsonObject status) {
        if (acknowledging && isSubscribed()) {
            acknowledge(status);
        }
    }
}
