package io.jobdeck.scheduler.mesos;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.mesos.RecordingScheduler.Connected;
import io.jobdeck.scheduler.mesos.RecordingScheduler.Disconnected;
import io.jobdeck.scheduler.mesos.ScriptedMaster.Exchange;
import io.jobdeck.scheduler.mesos.master.MasterAddress;
import io.jobdeck.scheduler.mesos.master.MasterDetector;
import java.util.List;
import java.util.function.Consumer;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The driver goes where the masters' election says. */
@Timeout(60)
class HttpMesosLeaderIT {

    private final RecordingScheduler scheduler = RecordingScheduler.subscribingWith(DriverFixture.SUBSCRIBE);
    private final DriverFixture fixture = new DriverFixture(scheduler);
    private final Election election = new Election();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void waitsUntilAMasterLeads() {
        fixture.connect(election, DriverSettings.usual());
        election.elect();

        election.elect(fixture.master().port());

        scheduler.next(Connected.class);
        open(fixture.master());
    }

    @Test
    void leavesAMasterThatLeadsNoMoreForTheNextOneWithoutWaiting() throws Exception {
        try (ScriptedMaster next = new ScriptedMaster()) {
            fixture.connect(election, DriverSettings.usual());
            election.elect(fixture.master().port());
            scheduler.next(Connected.class);
            Exchange stream = open(fixture.master());

            election.elect(next.port());

            scheduler.next(Disconnected.class);
            scheduler.next(Connected.class);
            stream.awaitClosed();
            open(next);
        }
    }

    @Test
    void isDisconnectedWhileNoMasterLeads() {
        fixture.connect(election, DriverSettings.usual());
        election.elect(fixture.master().port());
        scheduler.next(Connected.class);
        open(fixture.master());

        election.elect();
        scheduler.next(Disconnected.class);
        assertThat(fixture.timer().pending()).isEmpty();

        election.elect(fixture.master().port());
        scheduler.next(Connected.class);
    }

    @Test
    void doesNotWaitForTheNextAttemptWhenAnotherMasterLeadsMeanwhile() throws Exception {
        try (ScriptedMaster next = new ScriptedMaster()) {
            fixture.connect(election, DriverSettings.usual());
            election.elect(fixture.master().port());
            scheduler.next(Connected.class);
            fixture.master().next().cut();
            scheduler.next(Disconnected.class);

            election.elect(next.port());

            scheduler.next(Connected.class);
            open(next);
            assertThat(scheduler.hasMore()).isFalse();
        }
    }

    @Test
    void staysWhereItIsWhenTheSameMasterIsElectedAgain() {
        fixture.connect(election, DriverSettings.usual());
        election.elect(fixture.master().port());
        scheduler.next(Connected.class);
        Exchange stream = open(fixture.master());

        election.elect(fixture.master().port());

        stream.chunk(DriverFixture.HEARTBEAT);
        assertThat(scheduler.nextEvent().getType()).isEqualTo(Event.Type.HEARTBEAT);
    }

    private Exchange open(ScriptedMaster master) {
        Exchange stream = master.next().openStream(WireFormat.PROTOBUF, "s").chunk(DriverFixture.SUBSCRIBED);
        assertThat(scheduler.nextEvent().getType()).isEqualTo(Event.Type.SUBSCRIBED);
        return stream;
    }

    /** An election whose outcome the test decides. */
    private static final class Election implements MasterDetector {

        private Consumer<List<MasterAddress>> listener;

        @Override
        public void start(Consumer<List<MasterAddress>> masters) {
            listener = masters;
        }

        void elect(int port) {
            listener.accept(List.of(new MasterAddress("127.0.0.1", port)));
        }

        void elect() {
            listener.accept(List.of());
        }

        @Override
        public void close() {
            // The test stops electing.
        }
    }
}
