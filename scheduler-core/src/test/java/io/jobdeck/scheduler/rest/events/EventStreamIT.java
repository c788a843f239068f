package io.jobdeck.scheduler.rest.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.operations.Samples;
import io.jobdeck.scheduler.rest.Leadership;
import io.jobdeck.scheduler.rest.RestFixture;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client is told as it happens, and how it goes on after a break. */
class EventStreamIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RestFixture rest;
    private final List<Client> clients = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        rest = new RestFixture();
        rest.send("POST", "/api/v2/apps", Samples.appJson());
        rest.send("POST", "/api/v2/jobs", Samples.jobJson("misfire", "true"));
    }

    @AfterEach
    void stop() throws IOException {
        rest.close();
        clients.forEach(Client::awaitEnd);
    }

    private record Event(String name, Optional<String> id, JsonObject data) { }

    /** Reads a stream of events on a thread of its own. */
    private final class Client {

        final List<Event> events = new CopyOnWriteArrayList<>();
        private final Thread thread;

        Client(String query, Optional<String> lastEventId) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + rest.address() + "/api/v2/events" + query));
            lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
            HttpResponse<Stream<String>> response = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofLines());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            thread = new Thread(() -> read(response.body()), "event-client");
            thread.start();
            clients.add(this);
        }

        private void read(Stream<String> lines) {
            List<String> event = new ArrayList<>();
            lines.forEach(line -> {
                if (!line.isEmpty()) {
                    event.add(line);
                } else {
                    parse(event);
                    event.clear();
                }
            });
        }

        private void parse(List<String> lines) {
            field(lines, "event").ifPresent(name -> events.add(new Event(name, field(lines, "id"),
                    JsonText.object(field(lines, "data").orElseThrow()))));
        }

        private static Optional<String> field(List<String> lines, String name) {
            return lines.stream().filter(line -> line.startsWith(name + ": ")).map(line -> line.substring(name.length() + 2)).findFirst();
        }

        Event await(String name, String text) {
            return Awaitility.await().atMost(PATIENCE).until(() -> events.stream()
                    .filter(event -> event.name().equals(name) && event.data().toString().contains(text)).findFirst().orElse(null),
                    event -> event != null);
        }

        List<String> names() {
            return events.stream().map(Event::name).toList();
        }

        void awaitEnd() {
            try {
                thread.join(PATIENCE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void changesArriveWithWhatIsNow() throws Exception {
        Client client = new Client("", Optional.empty());
        assertThat(client.await("snapshot", "complete").data().get("complete").getAsBoolean()).isFalse();

        rest.send("POST", "/api/v2/jobs/t1/trigger", null);
        assertThat(client.await("ready", "\"runs\":1").data().get("job").getAsString()).isEqualTo("t1");
        rest.send("POST", "/api/v2/jobs/t1/disable", null);
        client.await("ready", "\"value\":null");
        assertThat(client.await("disabled", "anonymous").data().get("key").getAsString()).isEqualTo("JOB/t1");
        rest.send("DELETE", "/api/v2/jobs/t1", null);
        client.await("job", "\"value\":null");
    }

    @Test
    void aFilterLeavesOutTheRestAndASnapshotBegins() throws Exception {
        Client client = new Client("?kind=job,ready&job=t1&snapshot=true", Optional.empty());
        client.await("snapshot", "\"complete\":true");
        assertThat(client.names()).containsExactly("job", "snapshot");
        assertThat(client.events.get(0).id()).isEmpty();

        rest.send("POST", "/api/v2/jobs", Samples.jobJson("jobName", "\"t2\""));
        rest.send("POST", "/api/v2/jobs/t1/trigger", null);

        client.await("ready", "t1");
        assertThat(client.names()).containsExactly("job", "snapshot", "ready");
    }

    @Test
    void aClientGoesOnWhereItBrokeOffUnlessThatIsHeldNoMore() throws Exception {
        Client first = new Client("", Optional.empty());
        String place = first.await("snapshot", "").id().orElseThrow();
        rest.send("POST", "/api/v2/jobs/t1/trigger", null);
        rest.send("POST", "/api/v2/jobs/t1/disable", null);
        first.await("disabled", "JOB/t1");

        Client second = new Client("?kind=disabled", Optional.of(place));
        second.await("disabled", "JOB/t1");
        assertThat(second.names()).containsExactly("disabled");

        Client stranger = new Client("", Optional.of("ffffffff-12"));
        assertThat(stranger.await("reset", "reason").id()).isPresent();
    }

    @Test
    void anOutageOfZooKeeperIsToldAndThenToReadAfresh() throws Exception {
        Client client = new Client("", Optional.empty());
        client.await("snapshot", "");

        rest.zooKeeper.stop();
        client.await("stale", "ZooKeeper is out of reach");
        rest.zooKeeper.restart();

        client.await("reset", "read afresh");
    }

    @Test
    void whenTheLeadMovesTheStreamEndsAndTheClientIsSentToTheLeader() throws Exception {
        Client client = new Client("", Optional.empty());
        client.await("snapshot", "");

        rest.leadership.set(Leadership.of("other:8899"));

        client.await("closed", "does not lead any more");
        client.awaitEnd();
        assertThat(rest.send("GET", "/api/v2/events", null).statusCode()).isEqualTo(307);
    }

    @Test
    void whenTheServerStopsTheStreamEndsAtOnce() throws Exception {
        Client client = new Client("", Optional.empty());
        client.await("snapshot", "");
        long began = System.nanoTime();

        rest.server.close();

        client.awaitEnd();
        assertThat(client.names()).contains("closed");
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began)).isLessThan(10);
    }
}
