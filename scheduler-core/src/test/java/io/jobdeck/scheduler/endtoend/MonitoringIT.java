package io.jobdeck.scheduler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.scheduler.EmbeddedScheduler;
import io.jobdeck.scheduler.access.AccountCommands;
import io.jobdeck.scheduler.access.Authenticator;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.embedded.EmbeddedOptions;
import io.jobdeck.scheduler.embedded.simulation.SimulationOptions;
import io.jobdeck.scheduler.model.ClusterPolicy;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.rest.RestAddress;
import io.jobdeck.scheduler.rest.RestSecurity;
import io.jobdeck.scheduler.rest.RestUrls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metrics and health of a scheduler at work, on simulated agents and with accounts. */
class MonitoringIT {

    private static final Caller CALLER = new Caller("test", "here");

    @TempDir
    private static Path directory;
    private static EmbeddedScheduler cluster;
    private static String token;
    /** What was counted for the sample app, which may have been launched before it was deregistered. */
    private static double launchedBefore;
    private static double latenciesBefore;
    private static double finishedBefore;

    @BeforeAll
    static void start() throws Exception {
        Path accounts = directory.resolve("accounts");
        token = new AccountCommands(accounts, () -> new char[0]).run(List.of("token", "prometheus", "viewer")).get(1);
        RestSecurity security = new RestSecurity(Optional.of(Authenticator.of(accounts)), false, Optional.empty());
        cluster = EmbeddedScheduler.start(
                EmbeddedOptions.in(directory.resolve("data")).withSimulation(SimulationOptions.of(4, 8, 8192)),
                "jobdeck-test", RestAddress.loopback(0), security, ClusterPolicy.STANDARD, step -> { });
        SchedulerOperations operations = cluster.scheduler().operations();
        soon().until(cluster.scheduler()::leads);
        operations.deregisterApp("sample", CALLER);
        soon().until(() -> metric("jobdeck_queue_length{queue=\"running\"}") == 0);
        launchedBefore = metric("jobdeck_tasks_launched_total");
        latenciesBefore = metric("jobdeck_launch_latency_seconds_count");
        finishedBefore = metric("jobdeck_tasks_ended_total{state=\"finished\"}");
        operations.registerApp(Codecs.APP_REST.read("""
                {"appName":"shop","appURL":"http://nowhere/shop.tar.gz","bootstrapScript":"bin/start.sh","cpuCount":0.5,
                "memoryMB":64,"executor":"JOBDECK"}"""), CALLER);
        registerJob("short", "simulate=100ms");
        registerJob("long", "simulate=1h");
        registerJob("off", "simulate=1h");
        operations.disableJob("off", CALLER);
        operations.triggerJob("short", CALLER);
        operations.triggerJob("long", CALLER);
    }

    private static void registerJob(String name, String parameter) {
        cluster.scheduler().operations().registerJob(Codecs.JOB.read("""
                {"jobName":"%s","appName":"shop","jobClass":"Orders","jobType":"SIMPLE","jobExecutionType":"TRANSIENT",
                "cron":"0 0 0 1 1 ? 2099","shardingTotalCount":3,"jobParameter":"%s","cpuCount":1,"memoryMB":16}"""
                .formatted(name, parameter)), CALLER);
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create(RestUrls.of(cluster.scheduler().address()) + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static double metric(String line) throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/metrics", "Authorization", "Bearer " + token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().filter(each -> each.startsWith(line + " ")).findFirst()
                .map(found -> Double.parseDouble(found.substring(line.length() + 1)))
                .orElseThrow(() -> new AssertionError("no " + line + " in\n" + answer.body()));
    }

    @Test
    void whatTheSchedulerDoesIsCounted() throws Exception {
        soon().until(() -> metric("jobdeck_tasks_ended_total{state=\"finished\"}") - finishedBefore == 3);
        soon().until(() -> metric("jobdeck_queue_length{queue=\"running\"}") == 3);

        assertThat(metric("jobdeck_queue_length{queue=\"disabled\"}")).isEqualTo(1);
        assertThat(metric("jobdeck_queue_length{queue=\"ready\"}")).isZero();
        assertThat(metric("jobdeck_queue_length{queue=\"failover\"}")).isZero();
        assertThat(metric("jobdeck_tasks_launched_total") - launchedBefore).isEqualTo(6);
        assertThat(metric("jobdeck_launch_latency_seconds_count") - latenciesBefore).isEqualTo(2);
        assertThat(metric("jobdeck_launch_latency_seconds_bucket{le=\"60.0\"}") - latenciesBefore).isEqualTo(2);
        assertThat(metric("jobdeck_leader")).isEqualTo(1);
        assertThat(metric("jobdeck_mesos_subscribed")).isEqualTo(1);
        assertThat(metric("jobdeck_zookeeper_connected")).isEqualTo(1);
        assertThat(metric("jobdeck_mesos_calls_total{type=\"subscribe\"}")).isEqualTo(1);
        assertThat(metric("jobdeck_mesos_calls_total{type=\"accept\"}")).isPositive();
        assertThat(metric("jobdeck_mesos_calls_rejected_total{type=\"accept\"}")).isZero();
        assertThat(metric("jobdeck_offers_received_total")).isPositive();
        assertThat(metric("jobdeck_offers_held")).isNotNegative();
        assertThat(metric("jobdeck_offers_oldest_age_seconds")).isNotNegative();
        assertThat(metric("jobdeck_zookeeper_transaction_seconds_count{result=\"committed\"}")).isPositive();
        assertThat(metric("jobdeck_loop_wait_seconds_count")).isPositive();
        assertThat(metric("jobdeck_loop_batch_events_count")).isPositive();
        assertThat(metric("jobdeck_loop_lag_seconds")).isBetween(0.0, 60.0);
        assertThat(metric("jobdeck_cron_firings_missed_total")).isZero();
        assertThat(metric("jobdeck_http_requests_seconds_count{method=\"GET\",route=\"/metrics\",status=\"200\"}"))
                .isPositive();
        assertThat(metric("jvm_threads_live_threads")).isPositive();
    }

    @Test
    void metricsTakeAnAccountAndComeInBothFormsOfPrometheus() throws Exception {
        assertThat(get("/metrics").statusCode()).isEqualTo(401);
        assertThat(get("/metrics", "Authorization", "Bearer " + token).headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/plain").contains("version=0.0.4");
        HttpResponse<String> open = get("/metrics", "Authorization", "Bearer " + token,
                "Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5");
        assertThat(open.headers().firstValue("Content-Type").orElse("")).startsWith("application/openmetrics-text");
        assertThat(open.body()).endsWith("# EOF\n");
    }

    @Test
    void healthIsToldToOrchestratorsAndItsDetailsToThoseWithAnAccount() throws Exception {
        soon().until(() -> metric("jobdeck_mesos_subscribed") == 1);
        assertThat(get("/health/live").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/health/ready").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/health").body().strip()).isEqualTo("ok");

        HttpResponse<String> ready = get("/health/ready", "Authorization", "Bearer " + token);
        assertThat(ready.statusCode()).isEqualTo(200);
        for (String check : new String[] {"zookeeper", "leadership", "mesos", "loop"}) {
            assertThat(JsonText.object(ready.body()).getAsJsonObject("checks").getAsJsonObject(check).get("status").getAsString())
                    .as(check).isEqualTo("UP");
        }
    }
}
