package io.jobdeck.scheduler.mesos;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.jobdeck.scheduler.embedded.cluster.AgentGateway;
import io.jobdeck.scheduler.embedded.master.AgentRegistry;
import io.jobdeck.scheduler.embedded.master.EmbeddedMaster;
import io.jobdeck.scheduler.embedded.master.MasterOptions;
import io.jobdeck.scheduler.mesos.RecordingScheduler.Connected;
import io.jobdeck.scheduler.mesos.RecordingScheduler.Disconnected;
import io.jobdeck.scheduler.mesos.RecordingScheduler.Received;
import io.jobdeck.scheduler.mesos.RecordingScheduler.Rejected;
import io.jobdeck.scheduler.mesos.master.MasterLocation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.mesos.v1.Protos.AgentInfo;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.OfferID;
import org.apache.mesos.v1.Protos.Resource;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.Value;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The driver in real time, with the embedded master at the other end. */
@Timeout(60)
class HttpMesosEmbeddedMasterIT {

    private static final MasterOptions QUICK =
            new MasterOptions(Duration.ofMillis(50), Duration.ofSeconds(15), Duration.ofMinutes(10));
    private static final FrameworkInfo FRAMEWORK = FrameworkInfo.newBuilder()
            .setUser("root").setName("test").setFailoverTimeout(60).setCheckpoint(true).build();

    @TempDir
    private Path directory;
    private final RecordingScheduler scheduler = RecordingScheduler.passive();
    private EmbeddedMaster master;
    private MesosDriver driver;

    @BeforeEach
    void startMaster() throws Exception {
        master = master(0);
    }

    @AfterEach
    void stop() {
        if (driver != null) {
            driver.close();
        }
        master.close();
    }

    @ParameterizedTest
    @EnumSource(WireFormat.class)
    void subscribesGetsOffersDeclinesThemAndTearsDown(WireFormat format) {
        connect(format);
        FrameworkID framework = subscribe(FRAMEWORK);
        String offer = nextOf(Event.Type.OFFERS).getOffers().getOffers(0).getId().getValue();

        driver.send(call(framework, Call.Type.DECLINE).setDecline(Call.Decline.newBuilder()
                .addOfferIds(OfferID.newBuilder().setValue(offer))).build());
        driver.send(call(framework, Call.Type.REVIVE).build());
        assertThat(nextOf(Event.Type.OFFERS).getOffers().getOffers(0).getId().getValue()).isNotEqualTo(offer);

        driver.send(call(framework, Call.Type.TEARDOWN).build());
        scheduler.next(Disconnected.class);
    }

    @ParameterizedTest
    @EnumSource(WireFormat.class)
    void hearsWhatTheMasterRefuses(WireFormat format) {
        connect(format);
        FrameworkID framework = subscribe(FRAMEWORK);
        nextOf(Event.Type.OFFERS);

        Call kill = call(framework, Call.Type.KILL).build();
        driver.send(kill);

        assertThat(scheduler.next(Rejected.class)).isEqualTo(
                new Rejected(kill, 400, "Failed to validate scheduler::Call: Expecting 'kill' to be present"));
    }

    @ParameterizedTest
    @EnumSource(WireFormat.class)
    void findsItsWayBackToAMasterThatWasStartedAgain(WireFormat format) throws Exception {
        connect(format);
        FrameworkID framework = subscribe(FRAMEWORK);
        nextOf(Event.Type.OFFERS);
        int port = master.port();

        // when
        master.close();
        scheduler.next(Disconnected.class);
        master = master(port);

        // then the framework goes on under its id
        scheduler.next(Connected.class);
        assertThat(subscribe(FRAMEWORK.toBuilder().setId(framework).build())).isEqualTo(framework);
    }

    private EmbeddedMaster master(int port) throws Exception {
        EmbeddedMaster started = EmbeddedMaster.start(port, new AgentRegistry(directory.resolve("agents")), QUICK);
        AgentInfo agent = AgentInfo.newBuilder().setHostname("agent").setPort(5051)
                .addResources(Resource.newBuilder().setName("cpus").setType(Value.Type.SCALAR)
                        .setScalar(Value.Scalar.newBuilder().setValue(4)))
                .build();
        started.register(agent, List.of(), new IdleAgent());
        return started;
    }

    private void connect(WireFormat format) {
        driver = new HttpMesosConnector(MasterLocation.parse(master.address()), DriverSettings.usual().with(format))
                .connect(scheduler, scheduler);
        scheduler.next(Connected.class);
    }

    /** A refused connection while the master starts is one more round of disconnected and connected. */
    private FrameworkID subscribe(FrameworkInfo framework) {
        Call.Builder subscribe = Call.newBuilder().setType(Call.Type.SUBSCRIBE)
                .setSubscribe(Call.Subscribe.newBuilder().setFrameworkInfo(framework));
        if (framework.hasId()) {
            subscribe.setFrameworkId(framework.getId());
        }
        driver.send(subscribe.build());
        RecordingScheduler.Callback answer = scheduler.next();
        while (!(answer instanceof Received)) {
            if (answer instanceof Connected) {
                driver.send(subscribe.build());
            }
            answer = scheduler.next();
        }
        Event event = ((Received) answer).event();
        assertThat(event.getType()).isEqualTo(Event.Type.SUBSCRIBED);
        return event.getSubscribed().getFrameworkId();
    }

    private Event nextOf(Event.Type type) {
        Event event = scheduler.nextEvent();
        while (event.getType() != type) {
            event = scheduler.nextEvent();
        }
        return event;
    }

    private static Call.Builder call(FrameworkID framework, Call.Type type) {
        return Call.newBuilder().setFrameworkId(framework).setType(type);
    }

    /** An agent that is never given anything to do. */
    private static final class IdleAgent implements AgentGateway {

        @Override
        public void runTask(FrameworkInfo framework, TaskInfo task) { }

        @Override
        public void killTask(FrameworkID framework, TaskID task) { }

        @Override
        public void shutdownExecutor(FrameworkID framework, ExecutorID executor) { }

        @Override
        public void shutdownFramework(FrameworkID framework) { }

        @Override
        public void sendToExecutor(FrameworkID framework, ExecutorID executor, ByteString data) { }

        @Override
        public void acknowledge(FrameworkID framework, TaskID task, ByteString uuid) { }

        @Override
        public void frameworkReconnected(FrameworkID framework) { }
    }
}
