package io.jobdeck.scheduler.embedded.agent;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jobdeck.executor.recordio.RecordIoDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * An executor for tests that behaves as the one in the recorded traffic: it reports TASK_RUNNING at a launch and then does
 * what the task's data says (run, finish, crash, exit0, starting). Every event it gets is noted in the file {@code events}
 * of its sandbox.
 */
public final class TestExecutor {

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final URI agent = URI.create("http://" + System.getenv("MESOS_AGENT_ENDPOINT") + "/api/v1/executor");
    private final String behaviour = System.getenv().getOrDefault("EXEC_BEHAVIOUR", "");
    private final Path events = Path.of(System.getenv("MESOS_SANDBOX"), "events");
    private final Map<String, JsonObject> running = new LinkedHashMap<>();
    private final Map<String, JsonObject> unacknowledgedTasks = new LinkedHashMap<>();
    private final Map<String, JsonObject> unacknowledgedUpdates = new LinkedHashMap<>();

    public static void main(String[] args) throws Exception {
        new TestExecutor().run();
    }

    private void run() throws Exception {
        if (behaviour.equals("exit-now")) {
            System.exit(3);
        }
        if (behaviour.equals("never-subscribe")) {
            Thread.currentThread().join();
        }
        while (true) {
            try {
                subscribe();
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private void subscribe() throws Exception {
        HttpResponse<InputStream> response = http.send(request(subscribeCall()), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            System.exit(1);
        }
        RecordIoDecoder decoder = new RecordIoDecoder(1 << 24, record -> thread.execute(() -> handle(record)));
        byte[] buffer = new byte[8192];
        try (InputStream body = response.body()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                decoder.feed(ByteBuffer.wrap(buffer, 0, read));
            }
        }
        note("{\"type\":\"END\"}".getBytes(StandardCharsets.UTF_8));
        throw new IOException("stream has ended");
    }

    private JsonObject subscribeCall() throws Exception {
        return thread.submit(() -> {
            JsonObject subscribe = new JsonObject();
            if (!unacknowledgedTasks.isEmpty()) {
                JsonArray tasks = new JsonArray();
                unacknowledgedTasks.values().forEach(tasks::add);
                subscribe.add("unacknowledged_tasks", tasks);
            }
            if (!unacknowledgedUpdates.isEmpty()) {
                JsonArray updates = new JsonArray();
                unacknowledgedUpdates.values().forEach(status -> updates.add(object("status", status)));
                subscribe.add("unacknowledged_updates", updates);
            }
            return call("SUBSCRIBE", subscribe);
        }).get();
    }

    private void handle(byte[] record) {
        note(record);
        JsonObject event = JsonParser.parseString(new String(record, StandardCharsets.UTF_8)).getAsJsonObject();
        switch (event.get("type").getAsString()) {
            case "LAUNCH" -> launch(event.getAsJsonObject("launch").getAsJsonObject("task"));
            case "KILL" -> end(id(event.getAsJsonObject("kill")), "TASK_KILLED", "killed by executor on request", null);
            case "MESSAGE" -> message(event.getAsJsonObject("message").get("data").getAsString());
            case "ACKNOWLEDGED" -> {
                JsonObject acknowledged = event.getAsJsonObject("acknowledged");
                unacknowledgedUpdates.remove(acknowledged.get("uuid").getAsString());
                unacknowledgedTasks.remove(id(acknowledged));
            }
            case "SHUTDOWN" -> shutdown();
            default -> { }
        }
    }

    private void launch(JsonObject task) {
        String id = id(task);
        running.put(id, task);
        unacknowledgedTasks.put(id, task);
        String what = new String(Base64.getDecoder().decode(task.get("data").getAsString()), StandardCharsets.UTF_8);
        if (what.equals("silent")) {
            return;
        }
        if (what.equals("starting")) {
            update(id, "TASK_STARTING", null, null, false);
        }
        update(id, "TASK_RUNNING", "started", "aGVsbG8gAP8gZGF0YQ==", true);
        switch (what) {
            case "finish" -> later(500, () -> end(id, "TASK_FINISHED", null, BASE64.encodeToString("result".getBytes(StandardCharsets.UTF_8))));
            case "crash" -> later(1000, () -> System.exit(7));
            case "exit0" -> later(1000, () -> System.exit(0));
            default -> { }
        }
    }

    private void message(String data) {
        String text = new String(Base64.getDecoder().decode(data), StandardCharsets.ISO_8859_1);
        String[] words = text.split(" ");
        if (words[0].equals("sleep")) {
            later((long) (1000 * Double.parseDouble(words[1])), () -> end(words[3], words[4], null, null));
        } else {
            byte[] echo = ("echo:" + text).getBytes(StandardCharsets.ISO_8859_1);
            JsonObject message = new JsonObject();
            message.addProperty("data", BASE64.encodeToString(echo));
            post(call("MESSAGE", message));
        }
    }

    private void shutdown() {
        if (!behaviour.equals("ignore-shutdown")) {
            List.copyOf(running.keySet()).forEach(id -> end(id, "TASK_KILLED", "executor shutting down", null));
            later(300, () -> System.exit(0));
        }
    }

    private void end(String id, String state, String message, String data) {
        running.remove(id);
        update(id, state, message, data, false);
    }

    private void update(String id, String state, String message, String data, boolean healthy) {
        JsonObject status = new JsonObject();
        status.add("task_id", object("value", id));
        status.addProperty("state", state);
        status.addProperty("source", "SOURCE_EXECUTOR");
        status.add("executor_id", object("value", System.getenv("MESOS_EXECUTOR_ID")));
        String uuid = BASE64.encodeToString(uuid());
        status.addProperty("uuid", uuid);
        status.addProperty("timestamp", Instant.now().toEpochMilli() / 1000.0);
        if (message != null) {
            status.addProperty("message", message);
        }
        if (data != null) {
            status.addProperty("data", data);
        }
        if (healthy) {
            status.add("labels", JsonParser.parseString("{\"labels\":[{\"key\":\"k1\",\"value\":\"v1\"}]}"));
            status.addProperty("healthy", true);
        }
        unacknowledgedUpdates.put(uuid, status);
        post(call("UPDATE", object("status", status)));
    }

    private void post(JsonObject call) {
        try {
            http.send(request(call), HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            note("{\"type\":\"UNREACHABLE\"}".getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(JsonObject call) {
        return HttpRequest.newBuilder(agent).version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json").header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(call.toString())).build();
    }

    private static JsonObject call(String type, JsonObject content) {
        JsonObject call = new JsonObject();
        call.add("executor_id", object("value", System.getenv("MESOS_EXECUTOR_ID")));
        call.add("framework_id", object("value", System.getenv("MESOS_FRAMEWORK_ID")));
        call.addProperty("type", type);
        call.add(type.toLowerCase(Locale.ROOT), content);
        return call;
    }

    private void later(long millis, Runnable action) {
        thread.schedule(action, millis, TimeUnit.MILLISECONDS);
    }

    private synchronized void note(byte[] event) {
        try {
            Files.writeString(events, new String(event, StandardCharsets.UTF_8) + "\n",
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.exit(2);
        }
    }

    private static String id(JsonObject holder) {
        return holder.getAsJsonObject("task_id").get("value").getAsString();
    }

    private static JsonObject object(String name, JsonObject value) {
        JsonObject object = new JsonObject();
        object.add(name, value);
        return object;
    }

    private static JsonObject object(String name, String value) {
        JsonObject object = new JsonObject();
        object.addProperty(name, value);
        return object;
    }

    private static byte[] uuid() {
        UUID uuid = UUID.randomUUID();
        return ByteBuffer.allocate(16).putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits()).array();
    }
}
