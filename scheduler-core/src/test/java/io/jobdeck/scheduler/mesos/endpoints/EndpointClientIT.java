package io.jobdeck.scheduler.mesos.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.scheduler.insight.FileDownload;
import io.jobdeck.scheduler.insight.FilePart;
import io.jobdeck.scheduler.mesos.Credentials;
import io.jobdeck.scheduler.mesos.master.MasterLocation;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A master or an agent that fails in its answers makes one clear error within a bounded time. */
class EndpointClientIT {

    private final CountDownLatch testIsOver = new CountDownLatch(1);
    private ScriptedEndpoint endpoint;
    private EndpointClient client;

    @BeforeEach
    void start() throws IOException {
        endpoint = new ScriptedEndpoint();
        client = new EndpointClient(Optional.of(new Credentials("ops", "secret")), Duration.ofMillis(500));
    }

    @AfterEach
    void stop() {
        testIsOver.countDown();
        client.close();
        endpoint.close();
    }

    private URI uri(String path) {
        return URI.create("http://" + endpoint.address() + path);
    }

    private AgentAddress agent() {
        return new AgentAddress(endpoint.address());
    }

    private void demand(EndpointException.Kind kind, String words, Asking asking) {
        assertThatThrownBy(asking::ask).isInstanceOfSatisfying(EndpointException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e.getMessage()).contains(words).doesNotContain("secret");
        });
    }

    private interface Asking {

        void ask() throws Exception;
    }

    @Test
    void eachFailureHasItsKindAndItsWords() {
        endpoint.on("/unauthorized", 401, "401 Unauthorized.".getBytes(StandardCharsets.UTF_8));
        endpoint.on("/bad", 400, "Cannot read a directory.\n".getBytes(StandardCharsets.UTF_8));
        endpoint.on("/long", 200, new byte[1001]);
        endpoint.on("/silent", exchange -> awaitEnd());
        endpoint.on("/unfinished", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            awaitEnd();
        });

        demand(EndpointException.Kind.REFUSED, "credentials", () -> client.get(uri("/unauthorized"), 1000));
        demand(EndpointException.Kind.BAD_REQUEST, "Cannot read a directory", () -> client.get(uri("/bad"), 1000));
        demand(EndpointException.Kind.NOT_FOUND, "404", () -> client.get(uri("/nothing"), 1000));
        demand(EndpointException.Kind.ODD, "longer than 1000 bytes", () -> client.get(uri("/long"), 1000));
        demand(EndpointException.Kind.AWAY, "no answer in time", () -> client.get(uri("/silent"), 1000));
        demand(EndpointException.Kind.AWAY, "no answer in time", () -> client.get(uri("/unfinished"), 1000));
        endpoint.close();
        demand(EndpointException.Kind.AWAY, "connection refused", () -> client.get(uri("/gone"), 1000));
    }

    private void awaitEnd() {
        try {
            testIsOver.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void givenADownloadThatStalls_whenNothingComesForTooLong_thenItBreaksOff() throws Exception {
        endpoint.on("/files/download", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write("begin".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            awaitEnd();
        });

        try (FileDownload download = new AgentEndpoints(client).download(agent(), "/run/stdout")) {
            assertThat(download.size()).hasValue(100);
            assertThat(new String(download.bytes().readNBytes(5), StandardCharsets.UTF_8)).isEqualTo("begin");
            assertThatThrownBy(() -> download.bytes().read()).isInstanceOf(IOException.class).hasMessageContaining("nothing came");
        }
    }

    @Test
    void givenAnAgentThatGivesSixtyFourKilobytesAtOnce_whenMoreIsRead_thenItIsPutTogether() throws Exception {
        String line = "0123456789abcdef";
        endpoint.on("/files/read", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            int offset = Integer.parseInt(query.replaceAll(".*offset=(-?\\d+).*", "$1"));
            int length = Math.min(65_536, 200_000 - offset);
            String data = offset < 0 ? "" : line.repeat(4096).substring(0, length);
            ScriptedEndpoint.send(exchange, 200, "{\"data\":\"%s\",\"offset\":%d}"
                    .formatted(data, offset < 0 ? 200_000 : offset).getBytes(StandardCharsets.UTF_8));
        });
        AgentEndpoints agents = new AgentEndpoints(client);

        FilePart end = agents.read(agent(), "/run/a file", OptionalLong.empty(), 150_000);
        FilePart behind = agents.read(agent(), "/run/a file", OptionalLong.of(300_000), 100);

        assertThat(end.offset()).isEqualTo(50_000);
        assertThat(end.bytes()).hasSize(150_000);
        assertThat(behind).as("of a file that became shorter").isEqualTo(new FilePart(200_000, new byte[0], 200_000));
        assertThat(endpoint.asked()).allSatisfy(asked -> assertThat(asked).contains("path=%2Frun%2Fa%20file"));
    }

    @Test
    void givenAMasterThatDoesNotLead_whenAsked_thenTheLeaderIsAsked() throws Exception {
        try (ScriptedEndpoint leader = new ScriptedEndpoint();
                MasterEndpoints masters = new MasterEndpoints(MasterLocation.parse("127.0.0.1:1," + endpoint.address()), client)) {
            endpoint.on("/state-summary", exchange -> {
                assertThat(exchange.getRequestHeaders().getFirst("Authorization")).startsWith("Basic ");
                exchange.getResponseHeaders().add("Location", "//" + leader.address() + "/master/state-summary");
                ScriptedEndpoint.send(exchange, 307, new byte[0]);
            });
            leader.on("/master/state-summary", 200, "{\"slaves\":[{\"id\":\"S0\"}]}".getBytes(StandardCharsets.UTF_8));

            assertThat(masters.agents()).extracting(MasterAgent::id).containsExactly("S0");
        }
    }
}
