package io.jobdeck.scheduler.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.operations.Samples;
import io.jobdeck.scheduler.rest.RestFixture;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the table of calls in spec section 11, as a script written for 2.1.5 makes them, one after the other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CallsOf215IT {

    /** As the documentation of 2.1.5 has them: the job with members that belong to the app, numbers as texts. */
    private static final String APP = """
            {"appName":"foo_app","appURL":"http://h/x.tar.gz","cpuCount":"0.1","memoryMB":"64","bootstrapScript":"bin/start.sh",
            "appCacheEnable":true,"eventTraceSamplingCount":"0"}""";
    private static final String JOB = """
            {"jobName":"%s","appName":"foo_app","jobClass":"x.Y","jobType":"%s","jobExecutionType":"%s","cron":"%s",
            "shardingTotalCount":2,"cpuCount":0.1,"memoryMB":64,"appURL":"http://ignored","bootstrapScript":"ignored",
            "failover":true,"misfire":true}""";
    private static RestFixture rest;

    @BeforeAll
    static void start() throws Exception {
        rest = new RestFixture();
    }

    @AfterAll
    static void stop() throws IOException {
        rest.close();
    }

    private static String body(String name) {
        return switch (name) {
            case "-" -> null;
            case "APP" -> APP;
            case "JOB" -> JOB.formatted("t1", "SIMPLE", "TRANSIENT", "0 0 0 1 1 ? 2099");
            case "JOB_LATER" -> JOB.formatted("t1", "SIMPLE", "TRANSIENT", "0 0 1 1 1 ? 2099");
            case "DAEMON" -> JOB.formatted("d1", "DATAFLOW", "DAEMON", "0/5 * * * * ?");
            default -> name;
        };
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3} {4}")
    @Order(1)
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "POST   | /app                                | APP       | 204 | ``",
        "POST   | /app                                | APP       | 409 | App 'foo_app' is registered already",
        "PUT    | /app                                | APP       | 204 | ``",
        "PUT    | /app                                | {\"appName\":\"unknown\",\"appURL\":\"/x\",\"bootstrapScript\":\"y\"} | 204 | ``",
        "GET    | /app/foo_app                        | -         | 200 | {\"appName\":\"foo_app\",\"appURL\":\"http://h/x.tar.gz\",\"bootstrapScript\":\"bin/start.sh\",\"cpuCount\":0.1,\"memoryMB\":64.0,\"appCacheEnable\":true,\"eventTraceSamplingCount\":0",
        "GET    | /app/unknown                        | -         | 404 | There is no app",
        "GET    | /app/list                           | -         | 200 | [{\"appName\":\"foo_app\"",
        "GET    | /app/foo_app/disable                | -         | 200 | false",
        "POST   | /app/foo_app/disable                | -         | 204 | ``",
        "GET    | /app/foo_app/disable                | -         | 200 | true",
        "DELETE | /app/foo_app/disable                | -         | 204 | ``",
        "POST   | /job/register                       | JOB       | 204 | ``",
        "POST   | /job/register                       | JOB       | 409 | Job 't1' is registered already",
        "POST   | /job/register                       | DAEMON    | 204 | ``",
        "PUT    | /job/update                         | JOB_LATER | 204 | ``",
        "GET    | /job/t1/disable                     | -         | 200 | false",
        "GET    | /job/unknown/disable                | -         | 200 | true",
        "POST   | /job/t1/disable                     | -         | 204 | ``",
        "GET    | /job/t1/disable                     | -         | 200 | true",
        "DELETE | /job/t1/disable                     | -         | 204 | ``",
        "POST   | /job/trigger                        | t1        | 204 | ``",
        "POST   | /job/trigger                        | \"t1\"    | 204 | ``",
        "GET    | /job/jobs                           | -         | 200 | [{\"jobName\":\"d1\"",
        "GET    | /job/jobs/t1                        | -         | 200 | {\"jobName\":\"t1\",\"jobClass\":\"x.Y\",\"jobType\":\"SIMPLE\",\"cron\":\"0 0 1 1 1 ? 2099\",\"shardingTotalCount\":2,\"shardingItemParameters\":\"\",\"jobParameter\":\"\",\"failover\":true,\"misfire\":true,\"description\":\"\",\"jobProperties\":{\"job_exception_handler\":",
        "GET    | /job/jobs/unknown                   | -         | 404 | There is no job",
        "GET    | /job/tasks/running                  | -         | 200 | []",
        "GET    | /job/tasks/ready                    | -         | 200 | [{\"jobName\":\"d1\",\"times\":\"1\"},{\"jobName\":\"t1\",\"times\":\"2\"}]",
        "GET    | /job/tasks/failover                 | -         | 200 | []",
        "GET    | /job/statistics/jobs/type           | -         | 200 | {\"scriptJobCount\":0,\"simpleJobCount\":1,\"dataflowJobCount\":1}",
        "GET    | /job/statistics/jobs/executionType  | -         | 200 | {\"transientJobCount\":1,\"daemonJobCount\":1}",
        "DELETE | /job/deregister                     | t1        | 204 | ``",
        "DELETE | /job/deregister                     | \"d1\"    | 204 | ``",
        "DELETE | /job/deregister                     | unknown   | 204 | ``",
        "POST   | /job/unknown/disable                | -         | 204 | ``",
        "DELETE | /app/foo_app                        | -         | 204 | ``",
        "DELETE | /app/unknown                        | -         | 204 | ``",
        "POST   | /app/unknown/disable                | -         | 204 | ``",
    })
    void theCallsOfADay(String method, String path, String body, int status, String answer) throws Exception {
        HttpResponse<String> response = rest.send(method, "/api" + path, body(body));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).startsWith(answer).doesNotContain("\n");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(
                status == 204 ? "" : status == 200 ? "application/json" : "text/plain");
    }

    @ParameterizedTest
    @Order(2)
    @ValueSource(strings = {"/job/events/executions?per_page=10&page=1&sort=startTime&order=DESC",
        "/job/events/statusTraces?jobName=t1", "/job/statistics/tasks/results?since=last24hours",
        "/job/statistics/tasks/results/online", "/job/statistics/tasks/results/lastMinute",
        "/job/statistics/tasks/running?since=lastWeek", "/job/statistics/jobs/running?since=lastWeek",
        "/job/statistics/jobs/register"})
    void whatThisVersionDoesNotHaveSaysSoInOneLine(String path) throws Exception {
        HttpResponse<String> response = rest.send("GET", "/api" + path, null);

        assertThat(response.statusCode()).isEqualTo(501);
        assertThat(response.body()).startsWith("This version").doesNotContain("\n");
    }

    @Test
    @Order(3)
    void aStrictClientIsToldThatThereIsNothing() throws Exception {
        for (List<String> call : List.of(List.of("DELETE", "/api/app/no"), List.of("POST", "/api/app/no/disable"),
                List.of("POST", "/api/job/no/disable"))) {
            assertThat(rest.send(call.get(0), call.get(1), null, "Prefer", "handling=strict").statusCode()).isEqualTo(404);
        }
        assertThat(rest.send("PUT", "/api/app", Samples.appJson("appName", "\"no\""), "Prefer", "handling=strict").statusCode())
                .isEqualTo(404);
    }
}
