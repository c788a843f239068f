package io.jobdeck.scheduler.mesos;

import static io.jobdeck.scheduler.mesos.DriverFixture.HEARTBEAT;
import static io.jobdeck.scheduler.mesos.DriverFixture.SUBSCRIBED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.executor.recordio.RecordIo;
import io.jobdeck.scheduler.mesos.RecordingScheduler.Connected;
import io.jobdeck.scheduler.mesos.RecordingScheduler.Disconnected;
import io.jobdeck.scheduler.mesos.ScriptedMaster.Exchange;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to the event stream, the scheduler is told and the driver comes back by itself. */
@Timeout(60)
class HttpMesosFaultIT {

    private final RecordingScheduler scheduler = RecordingScheduler.subscribingWith(DriverFixture.SUBSCRIBE);
    private final DriverFixture fixture = new DriverFixture(scheduler);
    private final ScriptedMaster master = fixture.master();
    private final ManualTimer timer = fixture.timer();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void comesBackAfterTheStreamWasCutAtAnyByteOfAnEvent() {
        fixture.connect();
        byte[] events = DriverFixture.concat(SUBSCRIBED, HEARTBEAT);

        for (int length = 0; length <= events.length; length++) {
            // when the stream is cut after so many bytes, without a terminating chunk
            scheduler.next(Connected.class);
            Exchange stream = master.next().openStream(WireFormat.PROTOBUF, "s");
            if (length > 0) {
                stream.chunk(Arrays.copyOf(events, length));
            }
            for (int whole = wholeEvents(length); whole > 0; whole--) {
                scheduler.nextEvent();
            }
            stream.cut();

            // then the scheduler hears of it, and is asked to subscribe again after a wait
            scheduler.next(Disconnected.class);
            timer.ringNext();
        }
        scheduler.next(Connected.class);
    }

    private static int wholeEvents(int bytes) {
        if (bytes == SUBSCRIBED.length + HEARTBEAT.length) {
            return 2;
        }
        return bytes >= SUBSCRIBED.length ? 1 : 0;
    }

    @Test
    void takesTheConnectionForDeadWhenFourHeartbeatsOfFifteenSecondsAreMissed() {
        Exchange stream = fixture.subscribe();

        assertThat(timer.ringNext()).isEqualTo(Duration.ofSeconds(60));

        scheduler.next(Disconnected.class);
        stream.awaitClosed();
        timer.ringNext();
        scheduler.next(Connected.class);
    }

    @Test
    void waitsForTheWholeTimeAnewAfterEverySignOfLife() {
        Exchange stream = fixture.subscribe();
        await().until(() -> timer.set() == 2);

        stream.chunk(HEARTBEAT);
        scheduler.nextEvent();

        await().until(() -> timer.set() == 3);
        assertThat(timer.pending()).containsExactly(Duration.ofSeconds(60));
    }

    @Test
    void takesAMasterForDeadThatDoesNotAnswerSubscribe() {
        fixture.connect();
        scheduler.next(Connected.class);
        Exchange silent = master.next();

        assertThat(timer.ringNext()).isEqualTo(Duration.ofSeconds(30));

        scheduler.next(Disconnected.class);
        silent.awaitClosed();
    }

    @Test
    void waitsLongerBeforeEachAttemptUntilTheFrameworkIsSubscribed() {
        fixture.connect();

        // given a master that is not ready
        for (int seconds : new int[] {1, 2, 4, 8, 8, 8}) {
            scheduler.next(Connected.class);
            master.next().answer("503 Service Unavailable", "Master has not recovered yet");
            scheduler.next(Disconnected.class);
            assertThat(timer.ringNext()).isEqualTo(Duration.ofSeconds(seconds).dividedBy(2));
        }

        // when it is
        scheduler.next(Connected.class);
        Exchange stream = master.next().openStream(WireFormat.PROTOBUF, "s").chunk(SUBSCRIBED);
        assertThat(scheduler.nextEvent().getType()).isEqualTo(Event.Type.SUBSCRIBED);

        // then the next wait is short again
        await().until(() -> timer.pending().equals(List.of(Duration.ofSeconds(60))));
        stream.cut();
        scheduler.next(Disconnected.class);
        assertThat(timer.ringNext()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void goesOnTryingWhileConnectionsAreRefused() throws Exception {
        int nobody = unusedPort();
        fixture.connect("127.0.0.1:" + nobody);
        for (int i = 0; i < 3; i++) {
            scheduler.next(Connected.class);
            scheduler.next(Disconnected.class);
            timer.ringNext();
        }
    }

    @Test
    void triesTheNextMasterOfAListWhenOneDoesNotAnswer() throws Exception {
        fixture.connect("127.0.0.1:" + unusedPort() + ",127.0.0.1:" + master.port());
        scheduler.next(Connected.class);
        scheduler.next(Disconnected.class);
        timer.ringNext();

        scheduler.next(Connected.class);
        master.next().openStream(WireFormat.PROTOBUF, "s").chunk(SUBSCRIBED);
        assertThat(scheduler.nextEvent().getType()).isEqualTo(Event.Type.SUBSCRIBED);
    }

    private static int unusedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "99999999999\nx", "33554433\nx", "-1\n", "\n", "4\nabcd", "3\n\u0008\u0001\u0012"})
    void givesUpAStreamThatIsNoEventStream(String garbage) {
        Exchange stream = fixture.subscribe();

        stream.chunk(garbage.getBytes(StandardCharsets.ISO_8859_1));

        scheduler.next(Disconnected.class);
        stream.awaitClosed();
        timer.ringNext();
        scheduler.next(Connected.class);
    }

    @Test
    void deliversNothingThatComesBehindGarbageInTheSamePiece() {
        Exchange stream = fixture.subscribe();

        stream.chunk(DriverFixture.concat(RecordIo.frame(new byte[] {1, 2, 3}), HEARTBEAT));

        scheduler.next(Disconnected.class);
        assertThat(scheduler.hasMore()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: application/x-protobuf\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nMesos-Stream-Id: s\r\nContent-Type: text/html\r\n\r\n",
        "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n\r\n"})
    void doesNotTakeAnotherServerForAMaster(String answer) {
        fixture.connect();
        scheduler.next(Connected.class);

        master.next().send(answer);

        scheduler.next(Disconnected.class);
        timer.ringNext();
        scheduler.next(Connected.class);
    }

    @Test
    void followsTheRedirectOfAMasterThatDoesNotLead() throws Exception {
        try (ScriptedMaster leader = new ScriptedMaster()) {
            fixture.connect();
            scheduler.next(Connected.class);

            // when
            Exchange asked = master.next().send(redirectTo("//127.0.0.1:" + leader.port() + "/master/api/v1/scheduler"));
            Exchange stream = leader.next();

            // then the same call reaches the leader, where the master said
            assertThat(stream.requestLine()).isEqualTo("POST /master/api/v1/scheduler HTTP/1.1");
            assertThat(stream.body()).isEqualTo(asked.body());
            stream.openStream(WireFormat.PROTOBUF, "s").chunk(SUBSCRIBED);
            assertThat(scheduler.nextEvent().getType()).isEqualTo(Event.Type.SUBSCRIBED);

            // and other calls go there, too
            fixture.driver().send(DriverFixture.REVIVE);
            assertThat(leader.next().requestLine()).isEqualTo("POST /master/api/v1/scheduler HTTP/1.1");
        }
    }

    @Test
    void doesNotFollowRedirectsInACircle() {
        fixture.connect();
        scheduler.next(Connected.class);
        for (int i = 0; i < 6; i++) {
            master.next().send(redirectTo("//127.0.0.1:" + master.port() + "/api/v1/scheduler"));
        }

        scheduler.next(Disconnected.class);
        await().until(() -> timer.pending().size() == 1);
        assertThat(master.hasMore()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/api/v1/scheduler", "https://127.0.0.1/", "ftp://x/", "//:5050/", "http://[", "\u0007"})
    void doesNotFollowARedirectToNowhere(String location) {
        fixture.connect();
        scheduler.next(Connected.class);

        master.next().send(redirectTo(location));

        scheduler.next(Disconnected.class);
    }

    private static String redirectTo(String location) {
        return "HTTP/1.1 307 Temporary Redirect\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
    }

    @Test
    void sendsCredentialsWithEveryCallAndNamesThemNowhere() {
        fixture.connect(DriverSettings.usual().with(new Credentials("sched", "s3cret")));
        scheduler.next(Connected.class);

        assertThat(master.next().headers()).containsEntry("authorization", "Basic c2NoZWQ6czNjcmV0");
        assertThat(Optional.of(new Credentials("sched", "s3cret")).toString()).doesNotContain("s3cret");
        assertThat(DriverSettings.usual().with(new Credentials("sched", "s3cret")).toString()).doesNotContain("s3cret");
    }
}
