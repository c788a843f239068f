package io.jobdeck.scheduler.mesos;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.jobdeck.scheduler.mesos.ScriptedMaster.Exchange;
import io.jobdeck.scheduler.mesos.captures.Captures;
import io.jobdeck.scheduler.mesos.captures.Timeline;
import io.jobdeck.scheduler.mesos.json.MesosJson;
import io.jobdeck.scheduler.mesos.master.MasterLocation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The driver against the bytes that a real master sent: it makes the same requests as the recorder did, and delivers the
 * same events in the same order.
 */
class HttpMesosReplayIT {

    private static final String LIFECYCLE = "03-custom-executor-lifecycle";

    private final MesosJson json = new MesosJson();
    private final RecordingScheduler scheduler = RecordingScheduler.passive();
    private final ManualTimer timer = new ManualTimer();
    private final Random random = new Random(20_261_122);
    private Captures captures;
    private ScriptedMaster master;
    private MesosDriver driver;
    private WireFormat format;

    @BeforeEach
    void startMaster() throws Exception {
        captures = Captures.orSkip();
        master = new ScriptedMaster();
    }

    @AfterEach
    void stop() throws Exception {
        if (driver != null) {
            driver.close();
        }
        if (master != null) {
            master.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "01-subscribe-offers-decline, JSON", "01-subscribe-offers-decline, PROTOBUF",
        "03-custom-executor-lifecycle, JSON", "03-custom-executor-lifecycle, PROTOBUF",
        "04-unacknowledged-update-retry, JSON", "04-unacknowledged-update-retry, PROTOBUF",
        "05-reconcile-kill-unknown, JSON", "05-reconcile-kill-unknown, PROTOBUF",
        "05-reconcile-kill-unknown-partition-aware, JSON", "05-reconcile-kill-unknown-partition-aware, PROTOBUF",
        "07-executor-crash-exit-7, JSON", "07-executor-crash-exit-7, PROTOBUF",
        "07-executor-crash-exit-7-partition-aware, JSON", "07-executor-crash-exit-7-partition-aware, PROTOBUF",
        "07-executor-exit-0, JSON", "07-executor-exit-0, PROTOBUF",
        "07-executor-exit-0-partition-aware, JSON", "07-executor-exit-0-partition-aware, PROTOBUF",
        "07-executor-never-starts, JSON", "07-executor-never-starts, PROTOBUF",
        "14-command-task, JSON", "14-command-task, PROTOBUF",
        "14-command-task-partition-aware-task-killing, JSON", "14-command-task-partition-aware-task-killing, PROTOBUF",
        "17-reconcile-and-kill-while-staging, JSON", "17-reconcile-and-kill-while-staging, PROTOBUF"})
    void makesTheRecordedRequestsAndDeliversTheRecordedEvents(String scenario, WireFormat recorded) throws Exception {
        // given a driver that is told of a master
        connect(recorded);

        // when scheduler and master do what was recorded, the stream's bytes coming in random pieces
        Exchange stream = null;
        int events = 0;
        for (Timeline.Step step : Timeline.read(directory(scenario))) {
            if (step instanceof Timeline.Subscribe subscribe) {
                stream = subscribe(subscribe.exchange());
            } else if (step instanceof Timeline.Send send) {
                send(send);
            } else if (step instanceof Timeline.Receive receive) {
                stream = inRandomChunks(stream, receive.frame());
                assertThat(scheduler.nextEvent()).isEqualTo(event(receive.record()));
                events++;
            } else {
                stream.endOfChunks();
                scheduler.next(RecordingScheduler.Disconnected.class);
            }
        }

        // then nothing else was delivered or requested, and all on one thread
        assertThat(events).isGreaterThan(3);
        assertThat(scheduler.hasMore()).isFalse();
        assertThat(master.hasMore()).isFalse();
        assertThat(scheduler.threads()).containsExactly("mesos-driver");
    }

    @ParameterizedTest
    @CsvSource({"01-subscribe-offers-decline, JSON", "01-subscribe-offers-decline, PROTOBUF",
        "03-custom-executor-lifecycle, JSON", "03-custom-executor-lifecycle, PROTOBUF"})
    void readsTheStreamAsItWasOnTheWire(String scenario, WireFormat recorded) throws Exception {
        connect(recorded);
        Path exchange = directory(scenario).resolve("01-subscribe");
        Exchange stream = subscribe(exchange);

        byte[] wire = Captures.bytes(Path.of(exchange + ".response.wire.bin"));
        for (byte[] piece : pieces(wire)) {
            stream.send(piece);
        }

        for (byte[] record : records(scenario)) {
            assertThat(scheduler.nextEvent()).isEqualTo(event(record));
        }
        scheduler.next(RecordingScheduler.Disconnected.class);
    }

    @ParameterizedTest
    @EnumSource(WireFormat.class)
    void doesNotCareWhereTheStreamIsSplit(WireFormat recorded) throws Exception {
        connect(recorded);
        Exchange stream = subscribe(directory(LIFECYCLE).resolve("01-subscribe"));

        // when every byte of the stream comes alone
        for (byte each : Captures.bytes(responseBody(directory(LIFECYCLE).resolve("01-subscribe")))) {
            stream.chunk(new byte[] {each});
        }

        // then the events are whole
        for (byte[] record : records(LIFECYCLE)) {
            assertThat(scheduler.nextEvent()).isEqualTo(event(record));
        }
    }

    @ParameterizedTest
    @EnumSource(WireFormat.class)
    void reportsEveryRecordedRefusalInTheMastersWords(WireFormat recorded) throws Exception {
        Path directory = captures.directory("13-http-errors", recorded.name().toLowerCase(Locale.ROOT));
        connect(recorded);
        Path subscribed = directory.resolve("01-subscribe");
        Exchange stream = subscribe(subscribed);
        inRandomChunks(stream, Captures.bytes(responseBody(subscribed)));
        int events = Captures.records(responseBody(subscribed)).size();
        for (int i = 0; i < events; i++) {
            scheduler.nextEvent();
        }

        int refused = 0;
        for (Path answer : captures.files(".response.txt").stream().filter(file -> file.startsWith(directory)).toList()) {
            // given a call that a real master refused
            Call call = Call.newBuilder().setType(Call.Type.REVIVE).build();
            driver.send(call);
            master.next().send(recordedHead(Captures.sibling(answer, ".headers.txt"))).send(Captures.bytes(answer));

            // then its words reach the scheduler
            RecordingScheduler.Rejected rejected = scheduler.next(RecordingScheduler.Rejected.class);
            assertThat(rejected.call()).isEqualTo(call);
            assertThat(rejected.reason()).isEqualTo(Captures.text(answer));
            assertThat(rejected.status()).isBetween(400, 415);
            refused++;
        }
        assertThat(refused).isGreaterThan(15);
    }

    @ParameterizedTest
    @CsvSource({"JSON, 33-subscribe-invalid-role", "JSON, 34-subscribe-roles-without-multi-role",
        "PROTOBUF, 25-subscribe-invalid-role", "PROTOBUF, 26-subscribe-roles-without-multi-role"})
    void deliversTheErrorThatASubscriptionIsRefusedWithAndThenDisconnects(WireFormat recorded, String name)
            throws Exception {
        connect(recorded);
        Path exchange = directory("13-http-errors").resolve(name);
        Exchange stream = subscribe(exchange);
        byte[] body = Captures.bytes(responseBody(exchange));

        inRandomChunks(stream, body).endOfChunks();

        Event error = scheduler.nextEvent();
        assertThat(error.getType()).isEqualTo(Event.Type.ERROR);
        assertThat(error).isEqualTo(event(Captures.records(responseBody(exchange)).get(0)));
        scheduler.next(RecordingScheduler.Disconnected.class);
    }

    private void connect(WireFormat wanted) {
        format = wanted;
        driver = new HttpMesos(scheduler, scheduler, MasterLocation.parse("127.0.0.1:" + master.port()).detector(),
                DriverSettings.usual().with(wanted), timer,
                new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), () -> 0)).start();
        scheduler.next(RecordingScheduler.Connected.class);
    }

    private Exchange subscribe(Path exchange) {
        driver.send(recordedCall(exchange));
        return assertAsRecorded(master.next(), exchange)
                .send(recordedHead(Path.of(exchange + ".headers.txt")));
    }

    private void send(Timeline.Send step) {
        boolean kept = Files.exists(Path.of(step.exchange() + ".headers.txt"));
        Call call = kept ? recordedCall(step.exchange())
                : json.merge(step.summary(), Call.newBuilder().setType(Call.Type.valueOf(step.type()))).build();
        driver.send(call);
        Exchange request = master.next();
        if (!kept) {
            assertThat(call(request.body())).isEqualTo(call);
            request.accept();
            return;
        }
        assertAsRecorded(request, step.exchange()).send(recordedHead(Path.of(step.exchange() + ".headers.txt")));
        Path words = Path.of(step.exchange() + ".response.txt");
        if (Files.exists(words)) {
            request.send(Captures.bytes(words));
            assertThat(scheduler.next(RecordingScheduler.Rejected.class).reason()).isEqualTo(Captures.text(words));
        }
    }

    private Exchange assertAsRecorded(Exchange request, Path exchange) {
        List<String> head = Captures.text(Path.of(exchange + ".headers.txt")).lines().toList();
        assertThat(request.requestLine()).isEqualTo(head.get(0));
        Map<String, String> recorded = new LinkedHashMap<>();
        head.stream().skip(1).takeWhile(line -> !line.isBlank()).map(line -> line.split(": ", 2))
                .filter(header -> !List.of("Host", "Content-Length").contains(header[0]))
                .forEach(header -> recorded.put(header[0].toLowerCase(Locale.ROOT), header[1]));
        assertThat(request.headers()).containsAllEntriesOf(recorded).containsKey("content-length");
        assertThat(request.headers().containsKey("mesos-stream-id")).isEqualTo(recorded.containsKey("mesos-stream-id"));
        assertThat(call(request.body())).isEqualTo(recordedCall(exchange));
        return request;
    }

    private static byte[] recordedHead(Path headers) {
        String both = Captures.text(headers);
        return both.substring(both.indexOf("HTTP/1.1 ", both.indexOf("\r\n\r\n"))).getBytes(StandardCharsets.UTF_8);
    }

    private Call recordedCall(Path exchange) {
        return call(Captures.bytes(Path.of(exchange + (format == WireFormat.JSON ? ".request.json" : ".request.bin"))));
    }

    private Call call(byte[] body) {
        try {
            return format == WireFormat.PROTOBUF ? Call.parseFrom(body)
                    : withoutDefaults(json.merge(new String(body, StandardCharsets.UTF_8), Call.newBuilder()).build());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Mesos' JSON writes defaults and the recorder's did not; both mean the same. */
    private Call withoutDefaults(Call call) {
        return json.merge(json.write(call), Call.newBuilder()).build();
    }

    private Event event(byte[] record) throws Exception {
        return format == WireFormat.PROTOBUF ? Event.parseFrom(record)
                : json.merge(new String(record, StandardCharsets.UTF_8), Event.newBuilder()).build();
    }

    private Path directory(String scenario) {
        return captures.directory(scenario, format.name().toLowerCase(Locale.ROOT));
    }

    private List<byte[]> records(String scenario) {
        return Captures.records(responseBody(directory(scenario).resolve("01-subscribe")));
    }

    private Path responseBody(Path exchange) {
        return Path.of(exchange + (format == WireFormat.JSON ? ".response.jsonrec" : ".response.bin"));
    }

    private Exchange inRandomChunks(Exchange stream, byte[] bytes) {
        for (byte[] piece : pieces(bytes)) {
            stream.chunk(piece);
        }
        return stream;
    }

    private List<byte[]> pieces(byte[] bytes) {
        List<byte[]> pieces = new ArrayList<>();
        int start = 0;
        while (start < bytes.length) {
            int end = Math.min(bytes.length, start + 1 + random.nextInt(120));
            pieces.add(Arrays.copyOfRange(bytes, start, end));
            start = end;
        }
        return pieces;
    }
}
