package io.jobdeck.scheduler.embedded.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.jobdeck.scheduler.mesos.captures.Captures;
import io.jobdeck.scheduler.mesos.json.MesosJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;

/**
 * Plays the scheduler's side of a recorded scenario against a master, with an agent that reports what the recorded one
 * did, and compares every event and every answer with the recording. The master's allocation runs at the recorded times.
 */
final class CaptureReplay implements AutoCloseable {

    private static final MesosJson JSON = new MesosJson();
    private static final double AT_ONCE_SECONDS = 0.3;
    /** A refusal that ends within milliseconds of an allocation may count for it or not. */
    private static final double TICK_BLUR_SECONDS = 0.1;

    private final Path directory;
    private final boolean protobuf;
    private final List<Row> rows;
    private final AtomicLong nanos = new AtomicLong();
    private final EmbeddedMaster master;
    private final ScriptedAgent agent = new ScriptedAgent();
    private final AgentID agentId;
    private final SchedulerClient client;
    private final IdMap ids = new IdMap();
    private final Map<String, LiveEvents> streams = new HashMap<>();
    private final Set<Integer> sent = new HashSet<>();
    private final Map<String, TaskState> lastStates = new HashMap<>();
    private final Set<ByteString> reported = new HashSet<>();
    private Optional<String> lastStream = Optional.empty();

    CaptureReplay(Captures captures, Path stateDirectory, String scenario, String form) throws IOException {
        directory = captures.directory(scenario, form);
        protobuf = form.equals("protobuf");
        rows = Row.read(directory);
        MasterOptions options =
                new MasterOptions(Duration.ofDays(1), Duration.ofSeconds(15), Duration.ofMinutes(10));
        master = EmbeddedMaster.start(0, new AgentRegistry(stateDirectory.resolve("agents")), options, nanos::get);
        agentId = master.register(ScriptedAgent.recordedInfo(), List.of(), agent);
        client = new SchedulerClient(master.address());
    }

    ScriptedAgent agent() {
        return agent;
    }

    /** Plays all rows. Throws an assertion error, naming the row, at the first difference. */
    void play() {
        rememberLastStates();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            try {
                play(i, row);
            } catch (AssertionError | RuntimeException difference) {
                throw new AssertionError("At " + row + " of " + directory, difference);
            }
        }
        streams.forEach((name, events) -> assertThat(events.left()).as("events that were not recorded").isEmpty());
    }

    private void play(int index, Row row) {
        nanos.set((long) (row.seconds() * 1e9));
        if (row.isSubscribe()) {
            subscribe(row);
        } else if (row.isCall()) {
            OptionalInt answer = Row.nextAnswer(rows, index);
            call(rows.get(answer.orElseThrow()), Optional.of(row));
            sent.add(answer.getAsInt());
        } else if (row.isAnswer()) {
            if (!sent.contains(index)) {
                call(row, Optional.empty());
            }
        } else if (row.isEvent()) {
            event(index, row);
        } else if (row.isEndByPeer()) {
            assertThat(streams.get(row.file()).subscription().end().orTimeout(5, TimeUnit.SECONDS)
                    .join()).as("ended with the terminating chunk").isTrue();
        } else if (row.isEndByUs()) {
            disconnect(index, row);
        }
    }

    private void subscribe(Row row) {
        byte[] body = toLive(row.requestBody(directory).orElseThrow());
        SchedulerClient.Subscription subscription = client.subscribe(headers(row), body);
        compareHead(row, subscription.response().statusCode(), subscription.response().headers().map());
        ids.put(recordedStreamId(row), subscription.streamId());
        streams.put(row.file(), new LiveEvents(subscription));
        lastStream = Optional.of(row.file());
    }

    private String recordedStreamId(Row row) {
        return parseHead(row, 1).get("mesos-stream-id");
    }

    /** Waits until the master has noticed, and, if the framework had too little time, until it is gone. */
    private void disconnect(int index, Row row) {
        LiveEvents stream = streams.get(row.file());
        stream.subscription().close();
        double away = rows.get(index + 1).seconds() - row.seconds();
        String framework = stream.frameworkId();
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            JsonObject state = JsonParser.parseString(client.get("/state").body()).getAsJsonObject();
            return state.getAsJsonArray("frameworks").asList().stream()
                    .map(it -> it.getAsJsonObject())
                    .filter(it -> it.get("id").getAsString().equals(framework))
                    .allMatch(it -> !it.get("connected").getAsBoolean()
                            && it.get("failover_timeout").getAsDouble() > away);
        });
        reportWhileAway(index, away);
    }

    /** What happened before the scheduler came back, by the status' own time, reaches the master while it is away. */
    private void reportWhileAway(int index, double away) {
        double start = firstStatusTime();
        for (Row row : rows.subList(index, rows.size())) {
            if (row.isEvent() && row.eventType().equals("UPDATE")) {
                TaskStatus status = decode(row.record(directory)).getUpdate().getStatus();
                double happened = status.getTimestamp() - start;
                if (happened < rows.get(index).seconds() + away) {
                    report(status);
                }
            }
        }
    }

    /** Returns the time of day at which the recording began, as far as the first status tells. */
    private double firstStatusTime() {
        return rows.stream()
                .filter(row -> row.isEvent() && row.eventType().equals("UPDATE"))
                .mapToDouble(row -> decode(row.record(directory)).getUpdate().getStatus().getTimestamp() - row.seconds())
                .findFirst().orElse(0);
    }

    /** Some acknowledgements were not kept; they are made from what the timeline says. */
    private void call(Row answer, Optional<Row> call) {
        byte[] body = answer.requestBody(directory).map(this::toLive)
                .orElseGet(() -> call.map(this::made).orElse(new byte[0]));
        Map<String, String> headers = headers(answer);
        if (headers.isEmpty() && call.isPresent()) {
            headers = Map.of("Content-Type", protobuf ? "application/x-protobuf" : "application/json",
                    "Mesos-Stream-Id", streams.get(lastStream.orElseThrow()).subscription().streamId());
        }
        String[] start = answer.headers(directory).map(text -> text.lines().findFirst().orElseThrow().split(" "))
                .orElse(new String[] {"POST", SchedulerClient.PATH});
        SchedulerClient.Answer live = client.send(start[0], start[1], headers, body);
        assertThat(live.status()).as("status").isEqualTo(answer.answerStatus());
        if (answer.headers(directory).isPresent()) {
            compareHead(answer, live.status(), live.headers().map());
        }
        if (start[1].contains("/api/")) {
            assertThat(live.body()).isEqualTo(ids.toLive(answer.responseBody(directory).orElse("")));
        }
    }

    private byte[] made(Row call) {
        JsonObject json = JsonParser.parseString(ids.toLive(call.callSummary())).getAsJsonObject();
        json.addProperty("type", call.callType());
        return protobuf
                ? JSON.merge(json.toString(), Call.newBuilder()).build().toByteArray()
                : json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] toLive(byte[] recorded) {
        if (!protobuf) {
            return ids.toLive(new String(recorded, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        }
        try {
            Call call = Call.parseFrom(recorded);
            if (call.hasType() && call.getUnknownFields().asMap().isEmpty()) {
                return ids.toLive(call).toByteArray();
            }
        } catch (InvalidProtocolBufferException notACall) {
            return ids.toLive(recorded);
        }
        return ids.toLive(recorded);
    }

    private void event(int index, Row row) {
        LiveEvents stream = streams.get(row.file());
        Event recorded = stream.subscription().event(row.record(directory));
        switch (recorded.getType()) {
            case HEARTBEAT -> {
                if (row.seconds() < 1 || index == 0) {
                    stream.await(row.eventType(), any -> true);
                }
            }
            case SUBSCRIBED -> subscribed(stream, recorded);
            case OFFERS -> offers(index, row, stream, recorded);
            case UPDATE -> {
                report(recorded.getUpdate().getStatus());
                String task = recorded.getUpdate().getStatus().getTaskId().getValue();
                compare(recorded, stream.await("UPDATE",
                        it -> it.getUpdate().getStatus().getTaskId().getValue().equals(task)));
            }
            case FAILURE -> {
                Event.Failure failure = recorded.getFailure();
                master.executorTerminated(agentId, stream.framework(), failure.getExecutorId(), failure.getStatus());
                compare(recorded, stream.await("FAILURE", any -> true));
            }
            case MESSAGE -> {
                await().until(() -> agent.asked().stream().anyMatch(it -> it.startsWith("message to ")));
                master.messageFromExecutor(agentId, stream.framework(),
                        recorded.getMessage().getExecutorId(), recorded.getMessage().getData());
                compare(recorded, stream.await("MESSAGE", any -> true));
            }
            default -> compare(recorded, stream.await(row.eventType(), any -> true));
        }
    }

    private void subscribed(LiveEvents stream, Event recorded) {
        Event live = stream.await("SUBSCRIBED", any -> true);
        Event.Subscribed was = recorded.getSubscribed();
        Event.Subscribed is = live.getSubscribed();
        stream.setFramework(is.getFrameworkId());
        ids.put(was.getFrameworkId().getValue(), is.getFrameworkId().getValue());
        ids.put(was.getMasterInfo().getId(), is.getMasterInfo().getId());
        ids.put(was.getMasterInfo().getId() + "-S0", agentId.getValue());
        String expected = JSON.write(recorded)
                .replace("5050", Integer.toString(master.port()));
        assertThat(JsonParser.parseString(JSON.write(live)))
                .isEqualTo(JsonParser.parseString(ids.toLive(expected)));
        assertThat(stream.indexOf(live)).as("SUBSCRIBED is the first event").isZero();
    }

    /** Offers that follow SUBSCRIBE or REVIVE at once must come by themselves, all others at an allocation. */
    private void offers(int index, Row row, LiveEvents stream, Event recorded) {
        if (!isAtOnce(index, row)) {
            for (double time = previousTick(index, row); time < row.seconds() - 0.5; time++) {
                nanos.set((long) ((time - TICK_BLUR_SECONDS) * 1e9));
                master.allocate();
            }
            assertThat(stream.left()).as("no offers before their time").isEmpty();
            nanos.set((long) (row.seconds() * 1e9));
            master.allocate();
        }
        Event live = stream.await("OFFERS", any -> true);
        for (int i = 0; i < Math.min(recorded.getOffers().getOffersCount(), live.getOffers().getOffersCount()); i++) {
            ids.put(recorded.getOffers().getOffers(i).getId().getValue(),
                    live.getOffers().getOffers(i).getId().getValue());
        }
        compare(recorded, live);
    }

    private boolean isAtOnce(int index, Row offers) {
        for (int i = index - 1; i >= 0 && offers.seconds() - rows.get(i).seconds() < AT_ONCE_SECONDS; i--) {
            Row row = rows.get(i);
            if (row.isSubscribe() || row.isCall()) {
                return row.isSubscribe() || row.callType().equals("REVIVE");
            }
        }
        return false;
    }

    private double previousTick(int index, Row offers) {
        double since = index == 0 ? 0 : rows.get(index - 1).seconds();
        double time = offers.seconds();
        while (time - 1 > since + 2 * TICK_BLUR_SECONDS) {
            time--;
        }
        return time;
    }

    /** What came from an executor or agent is reported again, word for word. */
    private void report(TaskStatus recorded) {
        if (recorded.getSource() == TaskStatus.Source.SOURCE_MASTER) {
            return;
        }
        String task = recorded.getTaskId().getValue();
        await().untilAsserted(() -> assertThat(agent.task(task)).as("task %s was launched", task).isNotNull());
        boolean again = !reported.add(recorded.getUuid());
        LiveEvents stream = streams.get(lastStream.orElseThrow());
        TaskStatus status = ids.toLive(recorded);
        master.statusUpdate(agentId, stream.framework(), status,
                again ? lastStates.get(task) : recorded.getState());
    }

    private void rememberLastStates() {
        for (Row row : rows) {
            if (row.isEvent() && row.eventType().equals("UPDATE")) {
                Event event = decode(row.record(directory));
                lastStates.put(event.getUpdate().getStatus().getTaskId().getValue(),
                        event.getUpdate().getStatus().getState());
            }
        }
    }

    private Event decode(byte[] record) {
        try {
            return protobuf ? Event.parseFrom(record)
                    : JSON.merge(new String(record, StandardCharsets.UTF_8), Event.newBuilder()).build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private void compare(Event recorded, Event live) {
        assertThat(normal(live)).isEqualTo(normal(ids.toLive(recorded)));
    }

    /** Times are only compared for being there; executors of an offer are a set. */
    private static Event normal(Event event) {
        Event.Builder normal = event.toBuilder();
        if (event.getUpdate().getStatus().hasTimestamp()) {
            normal.getUpdateBuilder().getStatusBuilder().setTimestamp(1);
        }
        normal.getOffersBuilder().getOffersBuilderList().forEach(offer -> {
            var sorted = offer.getExecutorIdsList().stream()
                    .sorted(Comparator.comparing(ExecutorID::getValue)).toList();
            offer.clearExecutorIds().addAllExecutorIds(sorted);
        });
        if (!event.hasOffers()) {
            normal.clearOffers();
        }
        return normal.build();
    }

    private Map<String, String> headers(Row row) {
        Map<String, String> headers = new LinkedHashMap<>();
        parseHead(row, 0).forEach((name, value) -> {
            if (!Set.of("host", "content-length", "connection").contains(name)) {
                headers.put(name, ids.toLive(value));
            }
        });
        return headers;
    }

    /** Which headers an answer has, and what they say except for times, lengths and ids, must be as recorded. */
    private void compareHead(Row row, int status, Map<String, List<String>> live) {
        Map<String, String> recorded = parseHead(row, 1);
        assertThat(row.headers(directory).orElseThrow().split("\n\n|\r\n\r\n")[1].strip())
                .startsWith("HTTP/1.1 " + status + " ");
        Set<String> names = new TreeSet<>();
        live.keySet().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        assertThat(names).as("headers").isEqualTo(new TreeSet<>(recorded.keySet()));
        recorded.forEach((name, value) -> {
            if (!Set.of("date", "content-length", "mesos-stream-id").contains(name)) {
                assertThat(live.get(name)).as(name).containsExactly(value);
            }
        });
    }

    /** Returns the headers, by lower-case name, of the request (0) or the response (1). */
    private Map<String, String> parseHead(Row row, int which) {
        Map<String, String> headers = new LinkedHashMap<>();
        row.headers(directory).ifPresent(text -> text.strip().split("\r?\n\r?\n")[which].lines().skip(1)
                .forEach(line -> {
                    int colon = line.indexOf(':');
                    headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
                }));
        return headers;
    }

    @Override
    public void close() {
        master.close();
    }
}
