package io.jobdeck.scheduler.rest;

import static io.jobdeck.scheduler.operations.Samples.appJson;
import static io.jobdeck.scheduler.operations.Samples.jobJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.operations.Samples;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TransactionResult;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spec section 11 for apps and jobs, call by call, with the status codes that 2.1.5 lacks. */
class RestServerIT {

    private static final TaskId TASK = TaskId.parse("t1@-@0@-@READY@-@S1@-@08dd68c0-aeff-4746-b9e3-1ee2ce3fe12a");
    private static RestFixture rest;

    @BeforeAll
    static void start() throws Exception {
        rest = new RestFixture();
    }

    @AfterAll
    static void stop() throws IOException {
        rest.close();
    }

    @BeforeEach
    void registerApp() throws Exception {
        assertThat(rest.send("POST", "/api/app", appJson()).statusCode()).isEqualTo(204);
    }

    @AfterEach
    void deregisterApp() throws Exception {
        rest.leadership.set(Leadership.own());
        assertThat(rest.send("DELETE", "/api/app/foo_app", null).statusCode()).isEqualTo(204);
        assertThat(rest.stored()).isEmpty();
    }

    private static void registerJob(String... members) throws Exception {
        HttpResponse<String> response = rest.send("POST", "/api/job/register", jobJson(members));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
    }

    private static void write(Change... changes) {
        assertThat(rest.registry.commit(Transaction.of(changes))).isInstanceOf(TransactionResult.Committed.class);
    }

    @Test
    void anAppIsRegisteredShownUpdatedAndListed() throws Exception {
        assertThat(rest.get("/api/app/foo_app")).isEqualTo(Codecs.APP_REST.write(Samples.app()));

        assertThat(rest.send("PUT", "/api/app", appJson("memoryMB", "\"256\"", "executor", null)).statusCode()).isEqualTo(204);

        assertThat(rest.get("/api/app/list")).isEqualTo("[" + Codecs.APP_REST.write(Samples.app("memoryMB", "256")) + "]");
        assertThat(rest.stored().get("/config/app/foo_app")).contains("256.0").doesNotContain("executor");
    }

    @Test
    void anAppIsDisabledAndEnabledWithItsFlagShown() throws Exception {
        assertThat(rest.get("/api/app/foo_app/disable")).isEqualTo("false");
        assertThat(rest.send("POST", "/api/app/foo_app/disable", null).statusCode()).isEqualTo(204);
        assertThat(rest.get("/api/app/foo_app/disable")).isEqualTo("true");
        assertThat(rest.send("DELETE", "/api/app/foo_app/disable", null).statusCode()).isEqualTo(204);
        assertThat(rest.get("/api/app/foo_app/disable")).isEqualTo("false");
    }

    @Test
    void aJobIsRegisteredShownUpdatedAndListed() throws Exception {
        registerJob();
        assertThat(rest.get("/api/job/jobs/t1")).isEqualTo(Codecs.JOB.write(Samples.job()));

        assertThat(rest.send("PUT", "/api/job/update", jobJson("cron", "\"0 0 12 * * ?\"")).statusCode()).isEqualTo(204);

        assertThat(rest.get("/api/job/jobs")).isEqualTo("[" + Codecs.JOB.write(Samples.job("cron", "\"0 0 12 * * ?\"")) + "]");
    }

    @Test
    void anUpdateThatDoesNotKnowTheLaunchPolicyLeavesItAsItIs() throws Exception {
        registerJob();
        rest.send("PUT", "/api/job/update", jobJson("failoverMaxAttempts", "5"));

        rest.send("PUT", "/api/job/update", jobJson("cron", "\"0 0 12 * * ?\""));

        assertThat(rest.stored().get("/config/job/t1")).contains("0 0 12", "\"failoverMaxAttempts\":5");
    }

    @Test
    void aJobIsDisabledAndEnabledAndCountsAsDisabledWithItsAppAndWhenUnknown() throws Exception {
        registerJob();
        assertThat(rest.get("/api/job/t1/disable")).isEqualTo("false");
        rest.send("POST", "/api/job/t1/disable", null, "X-Jobdeck-Caller", "J%C3%BCrgen");
        assertThat(rest.get("/api/job/t1/disable")).isEqualTo("true");
        assertThat(Codecs.DISABLEMENT.read(rest.stored().get("/jobdeck/disabled/job/t1")).by()).isEqualTo("J\u00fcrgen");
        rest.send("DELETE", "/api/job/t1/disable", null);
        assertThat(rest.get("/api/job/t1/disable")).isEqualTo("false");
        rest.send("POST", "/api/app/foo_app/disable", null);
        assertThat(rest.get("/api/job/t1/disable")).isEqualTo("true");
        assertThat(rest.get("/api/job/unknown/disable")).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({"t1", "'\"t1\"'", "' t1 '"})
    void aJobIsTriggeredAndDeregisteredByItsNameRawOrQuoted(String name) throws Exception {
        registerJob("misfire", "true");
        assertThat(rest.send("POST", "/api/job/trigger", name).statusCode()).isEqualTo(204);
        assertThat(rest.send("POST", "/api/job/trigger", name).statusCode()).isEqualTo(204);
        assertThat(rest.get("/api/job/tasks/ready")).isEqualTo("[{\"jobName\":\"t1\",\"times\":\"2\"}]");

        assertThat(rest.send("DELETE", "/api/job/deregister", name).statusCode()).isEqualTo(204);
        assertThat(rest.get("/api/job/jobs")).isEqualTo("[]");
        assertThat(rest.get("/api/job/tasks/ready")).isEqualTo("[]");
    }

    @Test
    void deregisteringWhatIsNotThereSucceedsAsIn215() throws Exception {
        assertThat(rest.send("DELETE", "/api/job/deregister", "unknown").statusCode()).isEqualTo(204);
        assertThat(rest.send("DELETE", "/api/app/unknown", null).statusCode()).isEqualTo(204);
    }

    @Test
    void runningTasksAreThoseWithARecordAndDaemonsThat215Left() throws Exception {
        TaskRecord record = new TaskRecord(TASK, "foo_app", "h", Optional.empty(), "r", "d", TaskState.RUNNING,
                Instant.EPOCH, Instant.EPOCH, true, Optional.empty());
        String daemon = "d1@-@1@-@FAILOVER@-@S2@-@9f599e8e-9a9e-4cf6-ad35-bd6e61917535";
        write(new Change.Create("/jobdeck/job/t1", ""),
                new Change.Create("/jobdeck/job/t1/r-0", Codecs.RUN_PART.write(List.of(record))),
                new Change.Create("/state/running/d1", ""), new Change.Create("/state/running/d1/d1@-@1", daemon));

        assertThat(rest.get("/api/job/tasks/running")).isEqualTo("[{\"id\":\"" + daemon
                + "\",\"metaInfo\":{\"jobName\":\"d1\",\"shardingItems\":[1]},\"type\":\"FAILOVER\",\"slaveId\":\"S2\","
                + "\"idle\":false},{\"id\":\"" + TASK + "\",\"metaInfo\":{\"jobName\":\"t1\",\"shardingItems\":[0]},"
                + "\"type\":\"READY\",\"slaveId\":\"S1\",\"idle\":true}]");

        write(new Change.Delete("/jobdeck/job/t1/r-0"), new Change.Delete("/jobdeck/job/t1"),
                new Change.Delete("/state/running/d1/d1@-@1"), new Change.Delete("/state/running/d1"));
    }

    @Test
    void theFailoverQueueNamesTheTaskThatFailed() throws Exception {
        write(new Change.Create("/state/failover/t1", ""), new Change.Create("/state/failover/t1/t1@-@0", TASK.toString()));

        assertThat(rest.get("/api/job/tasks/failover")).isEqualTo("[{\"taskInfo\":{\"jobName\":\"t1\","
                + "\"shardingItems\":[0]},\"originalTaskId\":\"" + TASK + "\"}]");

        write(new Change.Delete("/state/failover/t1/t1@-@0"), new Change.Delete("/state/failover/t1"));
    }

    @Test
    void jobsAreCountedByType() throws Exception {
        registerJob();
        registerJob("jobName", "\"s\"", "jobType", "\"SCRIPT\"", "scriptCommandLine", "\"ls\"");
        registerJob("jobName", "\"d\"", "jobType", "\"DATAFLOW\"", "jobExecutionType", "\"DAEMON\"");

        assertThat(rest.get("/api/job/statistics/jobs/type"))
                .isEqualTo("{\"scriptJobCount\":1,\"simpleJobCount\":1,\"dataflowJobCount\":1}");
        assertThat(rest.get("/api/job/statistics/jobs/executionType"))
                .isEqualTo("{\"transientJobCount\":2,\"daemonJobCount\":1}");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', quoteCharacter = '`', value = {
        "POST   | /api/app                    | {                | 400 | body: This is no JSON at line 1, column",
        "POST   | /api/app                    | []               | 400 | body: A JSON object in braces is needed",
        "POST   | /api/app                    | {\"appName\":\"a/b\"} | 400 | appName: must not hold '/'. For example: billing",
        "PUT    | /api/app                    | {\"appName\":null} | 400 | appName: must not be null",
        "POST   | /api/job/register           | -                | 400 | body: A JSON object in braces is needed, this is empty.",
        "POST   | /api/job/register           | {\"cron\":\"x\"} | 400 | shardingTotalCount: is missing. For example: 3",
        "PUT    | /api/job/update             | nonsense         | 400 | body: This is no JSON",
        "POST   | /api/job/trigger            | -                | 400 | body: must be the name of a job, is empty.",
        "POST   | /api/job/trigger            | \"unclosed       | 400 | body: must be the name of a job, raw or as a JSON text.",
        "POST   | /api/job/trigger            | unknown          | 404 | There is no job 'unknown'.",
        "POST   | /api/job/trigger            | a/b              | 404 | There is no job 'a/b'.",
        "DELETE | /api/job/unknown/disable    | -                | 404 | There is no job 'unknown'.",
        "GET    | /api/app/unknown            | -                | 404 | There is no app 'unknown'.",
        "GET    | /api/job/jobs/unknown       | -                | 404 | There is no job 'unknown'.",
        "GET    | /api/nothing                | -                | 404 | There is no /api/nothing.",
        "GET    | /                           | -                | 404 | There is no /.",
        "GET    | /api/job/register           | -                | 405 | GET cannot be used with /api/job/register.",
        "PATCH  | /api/app                    | {}               | 405 | PATCH cannot be used with /api/app.",
    })
    void whatIsWrongIsAnsweredInOneLineWithItsStatus(String method, String path, String body, int status, String text)
            throws Exception {
        Map<String, String> before = rest.stored();

        HttpResponse<String> response = rest.send(method, path, body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).startsWith(text).doesNotContain("\n", "Exception", "at io.");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(rest.stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "jobName | \"\"", "jobName | \"a/b\"", "jobName | \"a@-@b\"", "jobName | \"a\\u0001\"", "jobName | \"..\"",
        "jobName | null", "jobName | [1]", "cron | \"\"", "cron | \"never\"", "cron | \"0 0 0 1 1 ? 2001\"",
        "shardingTotalCount | 0", "shardingTotalCount | -3", "shardingTotalCount | 1.5", "shardingTotalCount | \"x\"",
        "shardingTotalCount | 99999999999", "shardingItemParameters | \"0\"", "shardingItemParameters | \"7=a\"",
        "shardingItemParameters | \"0=a,0=b\"", "cpuCount | 0", "cpuCount | \"NaN\"", "cpuCount | 1e999",
        "memoryMB | -1", "memoryMB | true", "jobType | \"NO\"", "jobExecutionType | null", "jobClass | \"\"",
        "beanName | \"b\"", "misfire | 1", "appName | \"unregistered\"", "jobProperties | \"x\"",
    })
    void badInputIsRefusedAtItsFieldAndNothingIsStored(String field, String value) throws Exception {
        Map<String, String> before = rest.stored();

        HttpResponse<String> response = rest.send("POST", "/api/job/register", jobJson(field, value),
                "Accept", "application/problem+json");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonObject error = JsonText.object(response.body()).getAsJsonArray("errors").get(0).getAsJsonObject();
        assertThat(error.get("field").getAsString()).isEqualTo(field.equals("beanName") ? "applicationContext" : field);
        assertThat(error.get("message").getAsString()).isNotBlank();
        assertThat(error.get("example").getAsString()).isNotBlank();
        assertThat(rest.stored()).isEqualTo(before);
    }

    @Test
    void aNameOver100CharactersAndABodyOver1MbAreRefused() throws Exception {
        assertThat(rest.send("POST", "/api/job/register", jobJson("jobName", Samples.text("x".repeat(101)))).statusCode())
                .isEqualTo(400);
        HttpResponse<String> large = rest.send("POST", "/api/job/register", "x".repeat(1_100_000));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).isEqualTo("The body is too large; at most 1 MB is taken.");
    }

    @Test
    void whatIsThereAlreadyOrForbiddenByItsStateIsAConflict() throws Exception {
        registerJob();
        HttpResponse<String> again = rest.send("POST", "/api/job/register", jobJson());
        rest.send("POST", "/api/job/t1/disable", "");
        HttpResponse<String> disabled = rest.send("POST", "/api/job/trigger", "t1", "Accept", "application/problem+json");

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).isEqualTo("Job 't1' is registered already. Update it, or choose another name.");
        assertThat(disabled.statusCode()).isEqualTo(409);
        assertThat(JsonText.object(disabled.body()).get("title").getAsString()).isEqualTo("Conflict");
    }

    @Test
    void aBodyThatIsNotSaidToBeJsonIsRefusedWithTheWayOut() throws Exception {
        HttpResponse<String> response = rest.send("POST", "/api/job/trigger", "t1",
                "Content-Type", "application/x-www-form-urlencoded");

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.body()).contains("-H 'Content-Type: application/json'");
    }

    @Test
    void callsFromForeignWebPagesAreRefused() throws Exception {
        assertThat(rest.send("GET", "/api/app/list", null, "Origin", "https://evil.example").statusCode()).isEqualTo(403);
        assertThat(rest.send("GET", "/api/app/list", null, "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(rest.send("GET", "/api/app/list", null, "Origin", "http://" + rest.address()).statusCode()).isEqualTo(200);
    }

    @Test
    void aForeignNameThatPointsHereIsRefused() throws Exception {
        assertThat(statusLine("GET /api/app/list HTTP/1.1", "Host: evil.example:80")).contains(" 421 ");
        assertThat(statusLine("GET /api/app/list HTTP/1.1", "Host: localhost:80")).contains(" 200 ");
        assertThat(statusLine("GET /api/app/list HTTP/1.1", "Host: [::1]:80")).contains(" 200 ");
    }

    private static String statusLine(String request, String header) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", rest.server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("%s\r\n%s\r\nConnection: close\r\n\r\n".formatted(request, header)
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }

    @ParameterizedTest
    @CsvSource({"/api/job/jobs/%2e%2e%2fx", "/api/job/jobs/a%2fb", "/api/job/jobs/%00", "/api/job/jobs/%zz", "/api//app/list"})
    void anAddressThatIsMalformedIsRefusedWithoutATrace(String path) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", rest.server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(path)
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Exception", "\tat ", "Jetty", "<html");
        }
    }

    @Test
    void aStandbySendsToTheLeaderOrSaysThatThereIsNone() throws Exception {
        rest.leadership.set(Leadership.of("other:8899"));
        HttpResponse<String> redirect = rest.send("POST", "/api/job/trigger?a=b%20c", "t1");
        assertThat(redirect.statusCode()).isEqualTo(307);
        assertThat(redirect.headers().firstValue("Location")).contains("http://other:8899/api/job/trigger?a=b%20c");
        assertThat(rest.get("/health")).startsWith("ok, standby, the scheduler at other:8899 leads");

        rest.leadership.set(Leadership.none());
        HttpResponse<String> nobody = rest.send("GET", "/api/app/list", null);
        assertThat(nobody.statusCode()).isEqualTo(503);
        assertThat(nobody.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void itsHealthCanBeAsked() throws Exception {
        assertThat(rest.send("GET", "/health", null).statusCode()).isEqualTo(200);
        assertThat(rest.get("/health")).startsWith("ok, leading");
    }

    @Test
    void aPortInUseIsNamedInOneLine() {
        assertThatThrownBy(() -> RestServer.start(RestAddress.loopback(rest.server.port()), RestSecurity.none(), null, null, rest.tree,
                Leadership::own, Clock.systemUTC()))
                .isInstanceOf(RestStartException.class)
                .hasMessage("Port %d on 127.0.0.1 is in use by another program. Stop that one, or choose another port with --http_port."
                        .formatted(rest.server.port()));
        assertThatThrownBy(() -> RestServer.start(new RestAddress("192.0.2.1", 0, "x"), RestSecurity.none(), null, null, rest.tree, Leadership::own,
                Clock.systemUTC()))
                .isInstanceOf(RestStartException.class).hasMessageContaining("Set --http_host to an address of this machine");
    }
}
