package io.jobdeck.scheduler.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.FieldProblem;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.OperationException.Kind;
import io.jobdeck.scheduler.operations.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The operations over REST do and refuse what the operations themselves do and refuse. */
class RestOperationsIT {

    private static final Caller ALICE = new Caller("Al\u00efce", "console");
    private static final AtomicReference<Optional<String>> LEADER = new AtomicReference<>();
    private static final RestOperations OPERATIONS = new RestOperations(LEADER::get);
    private static RestFixture rest;

    @BeforeAll
    static void start() throws Exception {
        rest = new RestFixture();
        LEADER.set(Optional.of(rest.address()));
    }

    @AfterAll
    static void stop() throws IOException {
        OPERATIONS.close();
        rest.close();
    }

    private static void assertRefused(Kind kind, String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(OperationException.class, e -> {
            assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind);
            assertThat(e.getMessage()).contains(message).doesNotContain("\n");
        });
    }

    @Test
    void everyOperationReachesTheRegistry() {
        JobConfig job = Samples.job("jobName", "\"a job #1 100% \u4efb\u52a1\"", "misfire", "true");
        String name = job.jobName();
        OPERATIONS.registerApp(Samples.app(), ALICE);
        OPERATIONS.updateApp(Samples.app("memoryMB", "99"), ALICE);
        OPERATIONS.registerJob(job, ALICE);
        OPERATIONS.triggerJob(name, ALICE);
        OPERATIONS.triggerJob(name, ALICE);
        assertThat(rest.stored()).containsEntry("/state/ready/" + name, "2")
                .containsEntry("/config/app/foo_app", Codecs.APP.write(Samples.app("memoryMB", "99")))
                .containsEntry("/config/job/" + name, Codecs.JOB.write(job));

        OPERATIONS.disableJob(name, ALICE);
        OPERATIONS.disableApp("foo_app", ALICE);
        assertThat(rest.stored()).containsKeys("/state/disable/job/" + name, "/state/disable/app/foo_app");
        assertThat(Codecs.DISABLEMENT.read(rest.stored().get("/jobdeck/disabled/app/foo_app")).by()).isEqualTo("Al\u00efce");

        OPERATIONS.enableJob(name, ALICE);
        OPERATIONS.enableApp("foo_app", ALICE);
        OPERATIONS.updateJob(Samples.job("jobName", Samples.text(name), "description", "\"d\""), ALICE);
        assertThat(rest.stored().get("/config/job/" + name)).contains("\"description\":\"d\"");

        OPERATIONS.deregisterJob(name, ALICE);
        assertThat(rest.stored()).doesNotContainKey("/config/job/" + name);
        OPERATIONS.deregisterApp("foo_app", ALICE);
        assertThat(rest.stored()).isEmpty();
    }

    @Test
    void refusalsArriveWithKindTextAndFields() {
        assertThatThrownBy(() -> OPERATIONS.registerJob(Samples.job("cron", "\"x\"", "cpuCount", "0"), ALICE))
                .isInstanceOfSatisfying(OperationException.class, e -> {
                    assertThat(e.kind()).isEqualTo(Kind.INVALID);
                    assertThat(e.problems()).extracting(FieldProblem::field).containsExactly("cron", "cpuCount");
                    assertThat(e.problems().get(0).example()).isEqualTo("0 0/5 * * * ?");
                });
        assertRefused(Kind.NOT_FOUND, "There is no job 'no'", () -> OPERATIONS.triggerJob("no", ALICE));
        assertRefused(Kind.NOT_FOUND, "There is no job 'no'", () -> OPERATIONS.deregisterJob("no", ALICE));
        assertRefused(Kind.NOT_FOUND, "There is no app 'no'", () -> OPERATIONS.deregisterApp("no", ALICE));
        assertRefused(Kind.NOT_FOUND, "There is nothing called 'a/b'", () -> OPERATIONS.disableJob("a/b", ALICE));
        OPERATIONS.registerApp(Samples.app("appName", "\"twice\""), ALICE);
        assertRefused(Kind.CONFLICT, "registered already", () -> OPERATIONS.registerApp(Samples.app("appName", "\"twice\""), ALICE));
        OPERATIONS.deregisterApp("twice", ALICE);
    }

    @Test
    void of400TriggersFrom16ClientsNoneIsLost() throws Exception {
        OPERATIONS.registerApp(Samples.app("appName", "\"many\""), ALICE);
        OPERATIONS.registerJob(Samples.job("jobName", "\"m\"", "appName", "\"many\"", "misfire", "true"), ALICE);
        ExecutorService clients = Executors.newFixedThreadPool(16);
        try {
            List<Future<?>> triggers = new ArrayList<>();
            for (int index = 0; index < 400; index++) {
                triggers.add(clients.submit(() -> OPERATIONS.triggerJob("m", ALICE)));
            }
            for (Future<?> trigger : triggers) {
                trigger.get();
            }
        } finally {
            clients.shutdownNow();
        }
        assertThat(rest.stored()).containsEntry("/state/ready/m", "400");
        OPERATIONS.deregisterApp("many", ALICE);
    }

    @Test
    void aStandbysRedirectIsFollowed() {
        try (RestServer standby = RestServer.start(RestAddress.loopback(0), RestSecurity.none(), null, null, rest.tree,
                () -> Leadership.of(rest.address()), Clock.systemUTC());
                RestOperations client = new RestOperations(() -> Optional.of("127.0.0.1:" + standby.port()))) {
            client.registerApp(Samples.app("appName", "\"far\""), ALICE);
            assertThat(rest.stored()).containsKey("/config/app/far");
            client.deregisterApp("far", ALICE);
        }
    }

    @Test
    void schedulersThatPointAtEachOtherAreLeftAlone() {
        AtomicReference<String> self = new AtomicReference<>();
        try (RestServer standby = RestServer.start(RestAddress.loopback(0), RestSecurity.none(), null, null, rest.tree,
                () -> Leadership.of(self.get()), Clock.systemUTC());
                RestOperations client = new RestOperations(() -> Optional.of(self.get()))) {
            self.set("127.0.0.1:" + standby.port());
            assertRefused(Kind.UNAVAILABLE, "point at each other", () -> client.triggerJob("x", ALICE));
        }
    }

    @Test
    void withoutALeaderNothingIsDoneAndTheAnswerSaysSo() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (RestOperations nobody = new RestOperations(Optional::empty);
                RestOperations gone = new RestOperations(() -> Optional.of("127.0.0.1:" + free));
                RestOperations malformed = new RestOperations(() -> Optional.of("no address"))) {
            assertRefused(Kind.UNAVAILABLE, "No scheduler leads just now, so nothing was changed",
                    () -> nobody.triggerJob("x", ALICE));
            assertRefused(Kind.UNAVAILABLE, "The leading scheduler at 127.0.0.1:%d cannot be reached".formatted(free),
                    () -> gone.triggerJob("x", ALICE));
            assertRefused(Kind.UNAVAILABLE, "is malformed", () -> malformed.triggerJob("x", ALICE));
        }
    }
}
