package io.jobdeck.scheduler.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is told of a scheduler that is not well. */
class HealthIT {

    private final AtomicReference<Optional<Monitoring.LoopState>> loop = new AtomicReference<>(Optional.empty());

    private final Monitoring monitoring = new Monitoring() {

        @Override
        public Optional<LoopState> loop() {
            return loop.get();
        }

        @Override
        public String metrics(String contentType) {
            return "a_metric 1\n";
        }

        @Override
        public void answered(String method, String route, int status, Duration took) {
            // Not looked at here.
        }
    };

    @Test
    void statesAreToldByTheirStatusCodes() throws Exception {
        try (RestFixture rest = new RestFixture(RestSecurity.none(), monitoring)) {
            loop.set(Optional.of(new Monitoring.LoopState(Duration.ofMillis(3), false)));
            HttpResponse<String> withoutMesos = rest.send("GET", "/health/ready", null);
            assertThat(withoutMesos.statusCode()).as("Mesos out of reach keeps nobody from operating").isEqualTo(200);
            assertThat(withoutMesos.body()).contains("\"mesos\":{\"status\":\"DOWN\"", "\"lagMillis\":3");

            loop.set(Optional.of(new Monitoring.LoopState(Duration.ofSeconds(61), true)));
            assertThat(rest.send("GET", "/health/live", null).statusCode()).isEqualTo(503);
            assertThat(rest.send("GET", "/health/ready", null).body()).contains("the scheduling loop hangs");

            loop.set(Optional.empty());
            rest.leadership.set(Leadership.of("other:1"));
            assertThat(rest.send("GET", "/health/ready", null).statusCode()).isEqualTo(200);
            rest.leadership.set(Leadership.none());
            assertThat(rest.send("GET", "/health/ready", null).statusCode()).isEqualTo(503);
            assertThat(rest.send("GET", "/health/live", null).statusCode()).isEqualTo(200);

            assertThat(rest.get("/metrics")).isEqualTo("a_metric 1\n");
        }
    }
}
