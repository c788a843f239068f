package io.jobdeck.scheduler.rest.v2;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.model.AuditEntry;
import io.jobdeck.scheduler.model.FailedItem;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.model.Waiting;
import io.jobdeck.scheduler.operations.Samples;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TransactionResult;
import io.jobdeck.scheduler.rest.Leadership;
import io.jobdeck.scheduler.rest.RestFixture;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calls below {@code /api/v2}. Every answer is held against the OpenAPI document. */
class SecondVersionIT {

    private static final TaskId TASK = TaskId.parse("t1@-@0@-@READY@-@S1@-@08dd68c0-aeff-4746-b9e3-1ee2ce3fe12a");
    private static RestFixture rest;
    private static ApiDocument document;

    @BeforeAll
    static void start() throws Exception {
        rest = new RestFixture();
        document = new ApiDocument(rest.get("/api/v2/openapi.json"));
    }

    @AfterAll
    static void stop() throws IOException {
        rest.close();
    }

    @BeforeEach
    void registerAppAndJob() throws Exception {
        assertThat(call("POST", "/apps", Samples.appJson()).statusCode()).isEqualTo(201);
        assertThat(call("POST", "/jobs", Samples.jobJson("misfire", "true")).statusCode()).isEqualTo(201);
    }

    @AfterEach
    void deregisterApp() throws Exception {
        rest.leadership.set(Leadership.own());
        assertThat(call("DELETE", "/apps/foo_app", null).statusCode()).isIn(204, 404);
    }

    private static HttpResponse<String> call(String method, String path, String body, String... headers) throws Exception {
        HttpResponse<String> response = rest.send(method, "/api/v2" + path, body, headers);
        assertThat(document.faults(method, "/api/v2" + path, response.statusCode(),
                response.headers().firstValue("Content-Type"), response.body())).as(method + " " + path + ": " + response.body()).isEmpty();
        return response;
    }

    private static JsonObject json(String path) throws Exception {
        HttpResponse<String> response = call("GET", path, null);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonText.object(response.body());
    }

    private static JsonObject problem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonObject problem = JsonText.object(response.body());
        assertThat(problem.get("type").getAsString()).isEqualTo(type);
        assertThat(problem.get("status").getAsInt()).isEqualTo(status);
        assertThat(problem.get("detail").getAsString()).isNotBlank().doesNotContain("\n", "Exception");
        return problem;
    }

    private static List<String> fields(JsonObject problem) {
        return texts(problem.getAsJsonArray("errors"), "field");
    }

    private static List<String> texts(JsonArray array, String member) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject)
                .map(object -> object.get(member).getAsString()).toList();
    }

    private static void write(Change... changes) {
        assertThat(rest.registry.commit(Transaction.of(changes))).isInstanceOf(TransactionResult.Committed.class);
    }

    @Test
    void whatIsRegisteredIsFoundWhereTheAnswerSays() throws Exception {
        HttpResponse<String> response = call("POST", "/jobs", Samples.jobJson("jobName", "\"a b\""));

        assertThat(response.headers().firstValue("Location")).contains("/api/v2/jobs/a%20b");
        assertThat(json("/jobs/a%20b").get("name").getAsString()).isEqualTo("a b");
        assertThat(json("/apps/foo_app").get("jobs").getAsInt()).isEqualTo(2);
        assertThat(call("DELETE", "/jobs/a%20b", null).statusCode()).isEqualTo(204);
        problem(call("GET", "/jobs/a%20b", null), 404, "urn:jobdeck:problem:not-found");
        problem(call("POST", "/jobs", Samples.jobJson()), 409, "urn:jobdeck:problem:conflict");
    }

    @Test
    void aJobShowsAllThatIsKnownOfIt() throws Exception {
        TaskRecord task = new TaskRecord(TASK, "foo_app", "host1", Optional.empty(), "run1", "d", TaskState.RUNNING,
                Instant.EPOCH, Instant.EPOCH, false, Optional.empty());
        write(new Change.Create("/jobdeck/job/t1", ""), new Change.Create("/jobdeck/job/t1/run1-0", Codecs.RUN_PART.write(List.of(task))),
                new Change.Create("/jobdeck/waiting/t1", Codecs.WAITING.write(new Waiting("needs 2 cpus", "add an agent", Instant.EPOCH))),
                new Change.Create("/jobdeck/attempt/t1@-@2", Codecs.FAILED_ITEM.write(new FailedItem(2, 0, Instant.EPOCH, List.of("S1"),
                        "exit code 1", Optional.empty(), "d", false))),
                new Change.Create("/state/failover/t1", ""), new Change.Create("/state/failover/t1/t1@-@2", TASK.toString()));
        call("POST", "/jobs/t1/trigger", null);
        call("POST", "/jobs/t1/trigger", "{\"jobParameter\":\"x\",\"items\":[1,2]}");

        JsonObject job = json("/jobs/t1");

        assertThat(job.get("state").getAsString()).isEqualTo("RUNNING");
        assertThat(job.get("readyRuns").getAsInt()).isEqualTo(1);
        assertThat(job.getAsJsonArray("oneOffRuns").get(0).getAsJsonObject().get("jobParameter").getAsString()).isEqualTo("x");
        assertThat(texts(job.getAsJsonArray("tasks"), "agentHost")).containsExactly("host1");
        assertThat(texts(job.getAsJsonArray("failover"), "item")).containsExactly("2");
        assertThat(texts(job.getAsJsonArray("failedItems"), "failures")).containsExactly("2");
        assertThat(job.getAsJsonObject("waiting").get("help").getAsString()).isEqualTo("add an agent");
        assertThat(texts(json("/tasks?agent=host1&state=RUNNING&job=t1&app=foo_app").getAsJsonArray("items"), "id"))
                .containsExactly(TASK.toString());
        assertThat(json("/tasks?state=STAGING").get("total").getAsInt()).isZero();
        assertThat(json("/tasks/" + TASK).get("state").getAsString()).isEqualTo("RUNNING");
        assertThat(texts(json("/queues/ready").getAsJsonArray("items"), "runs")).containsExactly("1");
        assertThat(texts(json("/queues/failover?job=t1").getAsJsonArray("items"), "originalTaskId")).containsExactly(TASK.toString());
        assertThat(json("/cluster").get("tasks").getAsInt()).isEqualTo(1);
        assertThat(json("/jobs?state=RUNNING").get("total").getAsInt()).isEqualTo(1);
        assertThat(json("/jobs?state=IDLE,DISABLED").get("total").getAsInt()).isZero();

        assertThat(call("DELETE", "/queues/ready/t1", null).body()).isEqualTo("{\"removed\":2}");
        assertThat(call("DELETE", "/queues/failover/t1/2", null).body()).isEqualTo("{\"removed\":1}");
        assertThat(call("POST", "/tasks/" + TASK + "/kill", null).statusCode()).isEqualTo(202);
        assertThat(call("POST", "/jobs/t1/kill", null).body()).isEqualTo("{\"tasks\":1}");
        problem(call("POST", "/tasks/nonsense/kill", null), 404, "urn:jobdeck:problem:not-found");
    }

    @Test
    void whatIsDisabledSaysByWhomAndUntilWhen() throws Exception {
        assertThat(call("POST", "/jobs/t1/disable", "{\"until\":\"2099-01-31T12:00:00Z\",\"keepBacklog\":true}",
                "X-Jobdeck-Caller", "al%C3%AFce").statusCode()).isEqualTo(204);

        JsonObject disabled = json("/jobs/t1").getAsJsonObject("disabled");
        assertThat(disabled.get("by").getAsString()).isEqualTo("al\u00efce");
        assertThat(disabled.get("until").getAsString()).isEqualTo("2099-01-31T12:00:00Z");
        assertThat(texts(json("/queues/disabled").getAsJsonArray("items"), "name")).containsExactly("t1");
        problem(call("POST", "/jobs/t1/trigger", null), 409, "urn:jobdeck:problem:conflict");

        assertThat(call("POST", "/apps/foo_app/disable", null).statusCode()).isEqualTo(204);
        assertThat(call("POST", "/jobs/t1/enable", null).body()).isEqualTo("{\"changed\":true,\"disabledApp\":\"foo_app\"}");
        assertThat(json("/jobs/t1").get("state").getAsString()).isEqualTo("DISABLED");
        assertThat(call("POST", "/apps/foo_app/enable", null).statusCode()).isEqualTo(204);
    }

    @Test
    void anUpdateFromAnOlderStateIsRefusedAndShowsWhatChanged() throws Exception {
        HttpResponse<String> config = call("GET", "/jobs/t1/config", null);
        String etag = config.headers().firstValue("ETag").orElseThrow();
        assertThat(etag).isEqualTo('"' + json("/jobs/t1").get("version").getAsString() + '"');

        assertThat(call("PUT", "/jobs/t1/config", Samples.jobJson("description", "\"mine\""), "If-Match", etag).statusCode())
                .isEqualTo(204);
        JsonObject stale = problem(call("PUT", "/jobs/t1/config", Samples.jobJson("cron", "\"0 0 1 * * ?\""), "If-Match", etag),
                412, "urn:jobdeck:problem:stale");

        assertThat(texts(stale.getAsJsonArray("changes"), "field")).contains("description");
        JsonObject update = json("/jobs/t1/changes").getAsJsonArray("items").get(0).getAsJsonObject();
        assertThat(texts(update.getAsJsonArray("fields"), "field")).contains("description");
        assertThat('"' + update.get("before").getAsString() + '"').isEqualTo(etag);
        problem(call("PUT", "/jobs/t1/config", Samples.jobJson()), 428, "about:blank");
        assertThat(fields(problem(call("PUT", "/jobs/t1/config", Samples.jobJson(), "If-Match", "W/\"x\""), 400,
                "urn:jobdeck:problem:invalid"))).containsExactly("If-Match");
        assertThat(call("PUT", "/jobs/t1/config", Samples.jobJson(), "If-Match", "*").statusCode()).isEqualTo(204);
        problem(call("PUT", "/jobs/no/config", Samples.jobJson("jobName", "\"no\""), "If-Match", "*"), 404,
                "urn:jobdeck:problem:not-found");
        String appTag = call("GET", "/apps/foo_app/config", null).headers().firstValue("ETag").orElseThrow();
        assertThat(call("PUT", "/apps/foo_app/config", Samples.appJson("memoryMB", "99"), "If-Match", appTag).statusCode())
                .isEqualTo(204);
        problem(call("PUT", "/apps/foo_app/config", Samples.appJson(), "If-Match", appTag), 412, "urn:jobdeck:problem:stale");
    }

    @Test
    void listsComeInPages() throws Exception {
        for (int number = 2; number <= 6; number++) {
            call("POST", "/jobs", Samples.jobJson("jobName", "\"t%d\"".formatted(number)));
        }
        List<String> names = new ArrayList<>();
        String after = "";
        for (JsonObject page = json("/jobs?limit=2"); page != null; page = after.isEmpty() ? null : json("/jobs?limit=2&after=" + after)) {
            assertThat(page.get("total").getAsInt()).isEqualTo(6);
            names.addAll(texts(page.getAsJsonArray("items"), "name"));
            after = page.has("next") ? page.get("next").getAsString() : "";
        }
        assertThat(names).containsExactly("t1", "t2", "t3", "t4", "t5", "t6");
        assertThat(texts(json("/jobs?name=5&app=foo_app&executionType=TRANSIENT").getAsJsonArray("items"), "name"))
                .containsExactly("t5");
        assertThat(json("/apps?name=zzz").get("total").getAsInt()).isZero();
    }

    @Test
    void whoDidWhatIsListedNewestFirst() throws Exception {
        for (String name : List.of("20260101-a", "20260102-a", "20260103-a")) {
            write(new Change.Create("/jobdeck/audit/" + name, Codecs.AUDIT_ENTRY.write(new AuditEntry(Instant.EPOCH,
                    name.endsWith("2-a") ? "bob" : "alice", "10.0.0.1", "disableJob", name, "done"))));
        }
        JsonObject page = json("/audit?limit=2");
        assertThat(texts(page.getAsJsonArray("items"), "target")).containsExactly("20260103-a", "20260102-a");
        assertThat(texts(json("/audit?limit=2&before=" + page.get("next").getAsString()).getAsJsonArray("items"), "target"))
                .containsExactly("20260101-a");
        assertThat(json("/audit?by=bob").getAsJsonArray("items")).hasSize(1);
        assertThat(json("/audit?target=20260101-a&by=bob").getAsJsonArray("items")).isEmpty();
    }

    @Test
    void manyJobsAreDoneEachForItself() throws Exception {
        JsonObject result = JsonText.object(call("POST", "/bulk/trigger", "{\"jobs\":[\"t1\",\"no\"],\"addRun\":true}").body());

        assertThat(result.get("done").getAsInt()).isEqualTo(1);
        JsonObject refused = result.getAsJsonArray("results").get(1).getAsJsonObject();
        assertThat(refused.getAsJsonObject("problem").get("type").getAsString()).isEqualTo("urn:jobdeck:problem:not-found");
        assertThat(json("/jobs/t1").get("readyRuns").getAsInt()).isEqualTo(1);
    }

    @Test
    void aSecondReconciliationAtOnceIsTooSoon() throws Exception {
        assertThat(call("POST", "/reconcile", "{\"kind\":\"EXPLICIT\"}").statusCode()).isEqualTo(202);

        HttpResponse<String> again = call("POST", "/reconcile", "{\"kind\":\"IMPLICIT\"}");
        HttpResponse<String> old = rest.send("POST", "/api/operate/reconcile/implicit", null);

        problem(again, 429, "urn:jobdeck:problem:too-soon");
        assertThat(again.headers().firstValue("Retry-After")).isPresent();
        assertThat(old.statusCode()).isEqualTo(429);
        assertThat(old.body()).startsWith("Repeat explicitReconcile");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", value = {
        "GET    | /jobs?limt=3               | -                                  | limt",
        "GET    | /jobs?limit=0              | -                                  | limit",
        "GET    | /jobs?limit=x              | -                                  | limit",
        "GET    | /jobs?state=ASLEEP         | -                                  | state",
        "GET    | /jobs?app=a&app=b          | -                                  | app",
        "GET    | /jobs/t1?verbose=1         | -                                  | verbose",
        "DELETE | /queues/ready/t1?runs=-1   | -                                  | runs",
        "POST   | /jobs/t1/disable           | {\"untill\":\"2099-01-01T00:00:00Z\"} | untill",
        "POST   | /jobs/t1/disable           | {\"until\":\"tomorrow\"}           | until",
        "POST   | /jobs/t1/disable           | {\"keepBacklog\":\"yes\"}          | keepBacklog",
        "POST   | /jobs/t1/trigger           | {\"items\":[0.5]}                  | items",
        "POST   | /jobs/t1/trigger           | nonsense                           | body",
        "POST   | /bulk/enable               | {\"jobs\":[]}                      | jobs",
        "POST   | /bulk/enable               | {}                                 | jobs",
        "POST   | /reconcile                 | {\"kind\":\"SOMEHOW\"}             | kind",
        "POST   | /apps                      | {\"appName\":\"x\",\"appURL\":\"/x\",\"bootstrapScript\":\"y\"} | executor",
        "POST   | /apps                      | {\"appName\":\"x\",\"appURL\":\"/x\",\"bootstrapScript\":\"y\",\"executor\":\"JOBDECK\",\"appUrl\":\"/y\"} | appUrl",
    })
    void whatIsNotKnownOrWrongIsNamed(String method, String path, String body, String field) throws Exception {
        assertThat(fields(problem(call(method, path, body), 400, "urn:jobdeck:problem:invalid"))).containsExactly(field);
    }

    @Test
    void aMemberThatALaterVersionStoredMayBeSentBack() throws Exception {
        write(new Change.Set("/config/job/t1", Samples.jobJson("laterMember", "[1]")));
        String config = call("GET", "/jobs/t1/config", null).body();

        assertThat(call("PUT", "/jobs/t1/config", config, "If-Match", "*").statusCode()).isEqualTo(204);
        assertThat(rest.stored().get("/config/job/t1")).contains("laterMember");
        assertThat(fields(problem(call("PUT", "/jobs/t1/config", Samples.jobJson("otherMember", "1"), "If-Match", "*"), 400,
                "urn:jobdeck:problem:invalid"))).containsExactly("otherMember");
    }

    @Test
    void whatHttpRefusesIsAProblemToo() throws Exception {
        problem(rest.send("GET", "/api/v2/nothing", null), 404, "about:blank");
        HttpResponse<String> method = rest.send("PATCH", "/api/v2/jobs", "{}");
        problem(method, 405, "about:blank");
        assertThat(method.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
        problem(call("POST", "/jobs", "{}", "Content-Type", "text/plain"), 415, "about:blank");
        problem(call("POST", "/jobs", "x".repeat(1_100_000)), 413, "about:blank");
        try (Socket socket = new Socket("127.0.0.1", rest.server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("GET /api/v2/jobs/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 400")
                    .contains("application/problem+json").contains("\"status\":400");
        }
    }

    @Test
    void aStandbySendsToTheLeaderOrSaysThatThereIsNone() throws Exception {
        rest.leadership.set(Leadership.of("other:8899"));
        HttpResponse<String> redirect = call("GET", "/jobs?limit=3&after=a%20b", null);
        assertThat(redirect.statusCode()).isEqualTo(307);
        assertThat(redirect.headers().firstValue("Location")).contains("http://other:8899/api/v2/jobs?limit=3&after=a%20b");

        rest.leadership.set(Leadership.none());
        HttpResponse<String> nobody = call("POST", "/jobs/t1/trigger", null);
        problem(nobody, 503, "about:blank");
        assertThat(nobody.headers().firstValue("Retry-After")).isPresent();
    }
}
