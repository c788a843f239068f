package io.jobdeck.scheduler.mesos;

import static io.jobdeck.scheduler.mesos.DriverFixture.HEARTBEAT;
import static io.jobdeck.scheduler.mesos.DriverFixture.REVIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.jobdeck.scheduler.mesos.RecordingScheduler.Connected;
import io.jobdeck.scheduler.mesos.RecordingScheduler.Disconnected;
import io.jobdeck.scheduler.mesos.RecordingScheduler.Rejected;
import io.jobdeck.scheduler.mesos.ScriptedMaster.Exchange;
import java.util.ArrayList;
import java.util.List;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the calls beside SUBSCRIBE. */
@Timeout(60)
class HttpMesosCallsIT {

    private final RecordingScheduler scheduler = RecordingScheduler.subscribingWith(DriverFixture.SUBSCRIBE);
    private final DriverFixture fixture = new DriverFixture(scheduler);
    private final ScriptedMaster master = fixture.master();
    private final ManualTimer timer = fixture.timer();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void reachTheMasterInOrderOneAtATimeAndNeverHoldUpTheCaller() throws Exception {
        fixture.subscribe();
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            calls.add(kill("t-" + i));
        }

        // when all are sent before the master answers any
        calls.forEach(fixture.driver()::send);

        // then
        for (Call call : calls) {
            Exchange request = master.next();
            assertThat(Call.parseFrom(request.body())).isEqualTo(call);
            assertThat(request.headers()).containsEntry("mesos-stream-id", "s");
            assertThat(master.hasMore()).isFalse();
            request.accept();
        }
    }

    @Test
    void acknowledgementsDoNotWaitForOtherCallsButForThoseOfTheSameTask() throws Exception {
        fixture.subscribe();

        // given a call that is not answered
        fixture.driver().send(REVIVE);
        Exchange unanswered = master.next();

        // when
        Call first = acknowledge("t-1", "first");
        Call second = acknowledge("t-1", "second");
        fixture.driver().send(first);
        fixture.driver().send(second);

        // then
        Exchange request = master.next();
        assertThat(Call.parseFrom(request.body())).isEqualTo(first);
        assertThat(master.hasMore()).isFalse();
        request.accept();
        assertThat(Call.parseFrom(master.next().accept().body())).isEqualTo(second);
        unanswered.accept();
    }

    @Test
    void areDroppedWhileTheFrameworkIsNotSubscribed() {
        fixture.connect();
        scheduler.next(Connected.class);
        Exchange subscribing = master.next();

        fixture.driver().send(REVIVE);
        fixture.driver().send(DriverFixture.SUBSCRIBE);

        subscribing.openStream(WireFormat.PROTOBUF, "s").chunk(DriverFixture.SUBSCRIBED);
        scheduler.nextEvent();
        fixture.driver().send(kill("t"));
        assertThat(master.next().accept().body()).isEqualTo(kill("t").toByteArray());
        assertThat(master.hasMore()).isFalse();
    }

    @Test
    void goOnAfterOneWasRefused() {
        fixture.subscribe();

        fixture.driver().send(REVIVE);
        fixture.driver().send(kill("t"));
        master.next().answer("400 Bad Request", "Framework cannot be found");
        master.next().accept();

        assertThat(scheduler.next(Rejected.class)).isEqualTo(new Rejected(REVIVE, 400, "Framework cannot be found"));
        assertThat(scheduler.hasMore()).isFalse();
    }

    @Test
    void aRefusalOfAnyLengthIsCutTo64KiB() {
        fixture.subscribe();

        fixture.driver().send(REVIVE);
        master.next().answer("400 Bad Request", "x".repeat(1_000_000));

        assertThat(scheduler.next(Rejected.class).reason()).hasSize(64 * 1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"503 Service Unavailable", "404 Not Found", "500 Internal Server Error",
        "307 Temporary Redirect"})
    void oneThatAMasterCannotTakeEndsTheConnectionSinceItIsNotKnownWhatBecameOfIt(String status) {
        Exchange stream = fixture.subscribe();

        fixture.driver().send(REVIVE);
        fixture.driver().send(kill("t"));
        master.next().answer(status, "");

        scheduler.next(Disconnected.class);
        stream.awaitClosed();
        timer.ringNext();
        scheduler.next(Connected.class);
    }

    @Test
    void oneWhoseConnectionBreaksEndsTheEventStreamToo() {
        Exchange stream = fixture.subscribe();

        fixture.driver().send(REVIVE);
        master.next().cut();

        scheduler.next(Disconnected.class);
        stream.awaitClosed();
    }

    @Test
    void aMasterThatForgotTheStreamIsSubscribedAtAgain() {
        Exchange stream = fixture.subscribe();

        fixture.driver().send(REVIVE);
        master.next().answer("403 Forbidden", "Framework is not subscribed");

        assertThat(scheduler.next(Rejected.class).status()).isEqualTo(403);
        scheduler.next(Disconnected.class);
        stream.awaitClosed();
    }

    @Test
    void aTeardownWhoseAnswerComesBehindTheEndOfTheStreamIsNoFailure() {
        Exchange stream = fixture.subscribe();

        fixture.driver().send(Call.newBuilder().setType(Call.Type.TEARDOWN).build());
        Exchange teardown = master.next();
        stream.endOfChunks();
        scheduler.next(Disconnected.class);
        teardown.accept();

        timer.ringNext();
        scheduler.next(Connected.class);
        assertThat(scheduler.hasMore()).isFalse();
    }

    @Test
    void aSubscribeThatIsRefusedIsReportedAndTriedAgainAfterAWait() {
        fixture.connect();
        scheduler.next(Connected.class);

        master.next().answer("401 Unauthorized", "401 Unauthorized.");

        assertThat(scheduler.next(Rejected.class))
                .isEqualTo(new Rejected(DriverFixture.SUBSCRIBE, 401, "401 Unauthorized."));
        scheduler.next(Disconnected.class);
        timer.ringNext();
        scheduler.next(Connected.class);
    }

    @Test
    void reconnectGivesUpTheStreamAndComesBack() {
        Exchange stream = fixture.subscribe();

        fixture.driver().reconnect();

        scheduler.next(Disconnected.class);
        stream.awaitClosed();
        timer.ringNext();
        scheduler.next(Connected.class);
    }

    @Test
    void reconnectMeansNothingWhileDisconnected() {
        Exchange stream = fixture.subscribe();
        stream.cut();
        scheduler.next(Disconnected.class);
        await().until(() -> timer.pending().size() == 1);

        fixture.driver().reconnect();
        timer.ringNext();

        scheduler.next(Connected.class);
        master.next();
        assertThat(scheduler.hasMore()).isFalse();
    }

    @Test
    void eventsOfAFormerStreamAreNotDelivered() {
        Exchange former = fixture.subscribe();
        fixture.driver().reconnect();
        scheduler.next(Disconnected.class);
        timer.ringNext();
        scheduler.next(Connected.class);
        Exchange present = master.next().openStream(WireFormat.PROTOBUF, "s2").chunk(DriverFixture.SUBSCRIBED);
        scheduler.nextEvent();

        former.awaitClosed();
        present.chunk(HEARTBEAT);

        scheduler.nextEvent();
        assertThat(scheduler.hasMore()).isFalse();
    }

    private static Call kill(String task) {
        return Call.newBuilder().setType(Call.Type.KILL)
                .setKill(Call.Kill.newBuilder().setTaskId(TaskID.newBuilder().setValue(task))).build();
    }

    private static Call acknowledge(String task, String uuid) {
        return Call.newBuilder().setType(Call.Type.ACKNOWLEDGE)
                .setAcknowledge(Call.Acknowledge.newBuilder()
                        .setAgentId(AgentID.newBuilder().setValue("a"))
                        .setTaskId(TaskID.newBuilder().setValue(task))
                        .setUuid(ByteString.copyFromUtf8(uuid)))
                .build();
    }
}
