package io.jobdeck.scheduler.mesos;

import static io.jobdeck.scheduler.mesos.DriverFixture.HEARTBEAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.jobdeck.executor.recordio.RecordIo;
import io.jobdeck.scheduler.mesos.RecordingScheduler.Connected;
import io.jobdeck.scheduler.mesos.RecordingScheduler.Disconnected;
import io.jobdeck.scheduler.mesos.ScriptedMaster.Exchange;
import io.jobdeck.scheduler.mesos.master.MasterLocation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.scheduler.Mesos;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.apache.mesos.v1.scheduler.Scheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of a driver, and a scheduler that takes its time. */
@Timeout(60)
class HttpMesosCloseIT {

    private final RecordingScheduler scheduler = RecordingScheduler.subscribingWith(DriverFixture.SUBSCRIBE);
    private final DriverFixture fixture = new DriverFixture(scheduler);
    private final ScriptedMaster master = fixture.master();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void dropsTheConnectionWithoutTeardownAndWithoutAnyFurtherCallback() {
        Exchange stream = fixture.subscribe();

        fixture.driver().close();

        stream.awaitClosed();
        assertThat(scheduler.hasMore()).isFalse();
        assertThat(master.hasMore()).isFalse();
        assertThat(fixture.timer().pending()).isEmpty();
    }

    @Test
    void endsAWaitForTheNextAttempt() {
        fixture.subscribe().cut();
        scheduler.next(Disconnected.class);
        await().until(() -> fixture.timer().pending().size() == 1);

        fixture.driver().close();

        assertThat(fixture.timer().pending()).isEmpty();
        assertThat(scheduler.hasMore()).isFalse();
    }

    @Test
    void breaksOffASubscribeThatIsNotAnsweredYet() {
        fixture.connect();
        scheduler.next(Connected.class);
        Exchange subscribing = master.next();

        fixture.driver().close();

        subscribing.awaitClosed();
    }

    @Test
    void breaksOffACallThatIsNotAnsweredYet() {
        fixture.subscribe();
        fixture.driver().send(DriverFixture.REVIVE);
        Exchange call = master.next();

        fixture.driver().close();

        call.awaitClosed();
        assertThat(scheduler.hasMore()).isFalse();
    }

    @Test
    void mayBeCalledTwiceAndMakesLaterCallsMeanNothing() {
        fixture.subscribe();

        fixture.driver().close();
        fixture.driver().close();
        fixture.driver().send(DriverFixture.REVIVE);
        fixture.driver().send(DriverFixture.SUBSCRIBE);
        fixture.driver().reconnect();

        assertThat(master.hasMore()).isFalse();
        assertThat(scheduler.hasMore()).isFalse();
    }

    @Test
    void leavesNoThreadOfItsOwnBehind() {
        MesosDriver driver = new HttpMesosConnector(
                MasterLocation.parse("127.0.0.1:" + master.port()), DriverSettings.usual()).connect(scheduler, scheduler);
        scheduler.next(Connected.class);
        master.next().openStream(WireFormat.PROTOBUF, "s").chunk(DriverFixture.SUBSCRIBED);
        scheduler.nextEvent();
        assertThat(driverThreads()).contains("mesos-driver", "mesos-driver-timer", "mesos-driver-http");

        driver.close();

        await().untilAsserted(() -> assertThat(driverThreads()).isEmpty());
    }

    private static List<String> driverThreads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> name.startsWith("mesos-driver")).toList();
    }

    @Test
    void mayBeCalledFromACallbackAndIsTheLastThingThen() {
        // given a scheduler that gives up at the first event
        AtomicInteger events = new AtomicInteger();
        CountDownLatch closed = new CountDownLatch(1);
        StuckScheduler giving = new StuckScheduler((mesos, event) -> {
            events.incrementAndGet();
            ((MesosDriver) mesos).close();
            closed.countDown();
        });
        MesosDriver driver = connect(giving);

        // when several events come in one piece
        Exchange stream = master.next().openStream(WireFormat.PROTOBUF, "s")
                .chunk(DriverFixture.concat(DriverFixture.SUBSCRIBED, HEARTBEAT));

        // then it got one
        awaitLatch(closed);
        stream.awaitClosed();
        driver.close();
        assertThat(events).hasValue(1);
        assertThat(giving.disconnected).isFalse();
    }

    @Test
    void waitsForACallbackUnderWaySoThatNoneIsLeftWhenItReturns() {
        CountDownLatch inCallback = new CountDownLatch(1);
        AtomicBoolean returned = new AtomicBoolean();
        StuckScheduler stuck = new StuckScheduler((mesos, event) -> {
            inCallback.countDown();
            awaitLatch(new CountDownLatch(1));
            returned.set(true);
        });
        MesosDriver driver = connect(stuck);
        master.next().openStream(WireFormat.PROTOBUF, "s").chunk(DriverFixture.SUBSCRIBED);
        awaitLatch(inCallback);

        driver.close();

        assertThat(returned).isTrue();
    }

    @Test
    void aSchedulerThatIsBusyHoldsUpTheMasterAndIsNotTakenForASilentMaster() throws Exception {
        // given a scheduler stuck in its first event
        CountDownLatch inCallback = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        AtomicInteger events = new AtomicInteger();
        StuckScheduler stuck = new StuckScheduler((mesos, event) -> {
            events.incrementAndGet();
            inCallback.countDown();
            awaitLatch(free);
        });
        try (MesosDriver driver = connect(stuck)) {
            Exchange stream = master.next().openStream(WireFormat.PROTOBUF, "s").chunk(DriverFixture.SUBSCRIBED);
            awaitLatch(inCallback);

            // when the master writes far more than the sockets hold
            byte[] large = RecordIo.frame(Event.newBuilder().setType(Event.Type.MESSAGE)
                    .setMessage(Event.Message.newBuilder()
                            .setAgentId(AgentID.newBuilder().setValue("a"))
                            .setExecutorId(ExecutorID.newBuilder().setValue("e"))
                            .setData(ByteString.copyFrom(new byte[1 << 16])))
                    .build().toByteArray());
            int all = 1000;
            AtomicInteger written = new AtomicInteger();
            Thread writer = new Thread(() -> {
                for (int i = 0; i < all; i++) {
                    stream.chunk(large);
                    written.incrementAndGet();
                }
            }, "writer");
            writer.start();
            await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(20))
                    .until(written::get, new Unchanged()::seenBefore);

            // then it has to wait, and no heartbeat is missed meanwhile
            assertThat(written).hasValueLessThan(all);
            assertThat(fixture.timer().pending()).isEmpty();

            // and everything arrives when the scheduler goes on
            free.countDown();
            await().atMost(Duration.ofSeconds(50)).untilAsserted(
                    () -> assertThat(events).hasValue(1 + all));
            assertThat(stuck.disconnected).isFalse();
            writer.join();
        }
    }

    private MesosDriver connect(Scheduler other) {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), () -> 0);
        return new HttpMesos(other, scheduler, MasterLocation.parse("127.0.0.1:" + master.port()).detector(),
                DriverSettings.usual(), fixture.timer(), backoff).start();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** True when asked twice about the same number. */
    private static final class Unchanged {

        private int last = -1;

        boolean seenBefore(int now) {
            boolean same = now == last;
            last = now;
            return same;
        }
    }

    /** Subscribes, and does at each event what a test wants. */
    private static final class StuckScheduler implements Scheduler {

        private final BiConsumer<Mesos, Event> atEvent;
        private final AtomicBoolean disconnected = new AtomicBoolean();

        StuckScheduler(BiConsumer<Mesos, Event> atEvent) {
            this.atEvent = atEvent;
        }

        @Override
        public void connected(Mesos mesos) {
            mesos.send(DriverFixture.SUBSCRIBE);
        }

        @Override
        public void disconnected(Mesos mesos) {
            disconnected.set(true);
        }

        @Override
        public void received(Mesos mesos, Event event) {
            atEvent.accept(mesos, event);
        }
    }
}
