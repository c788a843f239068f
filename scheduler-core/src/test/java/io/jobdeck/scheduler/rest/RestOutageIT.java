package io.jobdeck.scheduler.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.scheduler.operations.Samples;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What callers hear while ZooKeeper is away. */
class RestOutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void nothingOldIsShownAndAfterwardsEverythingWorksAgain() throws Exception {
        try (RestFixture rest = new RestFixture()) {
            rest.send("POST", "/api/app", Samples.appJson());

            rest.zooKeeper.stop();

            await().atMost(PATIENCE).untilAsserted(() -> {
                HttpResponse<String> list = rest.send("GET", "/api/app/list", null);
                assertThat(list.statusCode()).isEqualTo(503);
                assertThat(list.body()).startsWith("The registry cannot be shown: ZooKeeper is out of reach since")
                        .doesNotContain("\n");
            });
            assertThat(rest.send("GET", "/health", null).statusCode()).isEqualTo(503);
            HttpResponse<String> disable = rest.send("POST", "/api/app/foo_app/disable", null);
            assertThat(disable.statusCode()).isEqualTo(503);
            assertThat(disable.body()).contains("ZooKeeper").doesNotContain("\n", "\tat ");

            rest.zooKeeper.restart();

            await().atMost(PATIENCE).untilAsserted(() ->
                    assertThat(rest.send("GET", "/api/app/list", null).body()).contains("foo_app"));
            assertThat(rest.send("POST", "/api/app/foo_app/disable", null).statusCode()).isEqualTo(204);
        }
    }
}
