package io.jobdeck.scheduler.mesos;

import io.jobdeck.executor.recordio.RecordIo;
import io.jobdeck.scheduler.mesos.RecordingScheduler.Connected;
import io.jobdeck.scheduler.mesos.ScriptedMaster.Exchange;
import io.jobdeck.scheduler.mesos.master.MasterDetector;
import io.jobdeck.scheduler.mesos.master.MasterLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;

/** A driver, the master it speaks to, and its time, all in the hands of a test. */
final class DriverFixture implements AutoCloseable {

    static final Call SUBSCRIBE = Call.newBuilder().setType(Call.Type.SUBSCRIBE)
            .setSubscribe(Call.Subscribe.newBuilder()
                    .setFrameworkInfo(FrameworkInfo.newBuilder().setUser("u").setName("n")))
            .build();
    static final Call REVIVE = Call.newBuilder().setType(Call.Type.REVIVE).build();
    static final byte[] SUBSCRIBED = RecordIo.frame(Event.newBuilder().setType(Event.Type.SUBSCRIBED)
            .setSubscribed(Event.Subscribed.newBuilder()
                    .setFrameworkId(FrameworkID.newBuilder().setValue("f-0000"))
                    .setHeartbeatIntervalSeconds(15))
            .build().toByteArray());
    static final byte[] HEARTBEAT =
            RecordIo.frame(Event.newBuilder().setType(Event.Type.HEARTBEAT).build().toByteArray());

    private final RecordingScheduler scheduler;
    private final ScriptedMaster master;
    private final ManualTimer timer = new ManualTimer();
    private MesosDriver driver;

    DriverFixture(RecordingScheduler scheduler) {
        this.scheduler = scheduler;
        try {
            this.master = new ScriptedMaster();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ScriptedMaster master() {
        return master;
    }

    ManualTimer timer() {
        return timer;
    }

    MesosDriver driver() {
        return driver;
    }

    void connect() {
        connect(DriverSettings.usual());
    }

    void connect(DriverSettings settings) {
        connect("127.0.0.1:" + master.port(), settings);
    }

    void connect(String masters) {
        connect(masters, DriverSettings.usual());
    }

    private void connect(String masters, DriverSettings settings) {
        connect(MasterLocation.parse(masters).detector(), settings);
    }

    /** The driver waits half a second, one second, two, four, four and so on between attempts. */
    void connect(MasterDetector detector, DriverSettings settings) {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), () -> 0);
        driver = new HttpMesos(scheduler, scheduler, detector, settings, timer, backoff).start();
    }

    /** Connects and subscribes, and returns the open stream, of which SUBSCRIBED was delivered. */
    Exchange subscribe() {
        connect();
        scheduler.next(Connected.class);
        Exchange stream = master.next().openStream(WireFormat.PROTOBUF, "s").chunk(SUBSCRIBED);
        scheduler.nextEvent();
        return stream;
    }

    static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Override
    public void close() {
        if (driver != null) {
            driver.close();
        }
        try {
            master.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
