package io.jobdeck.scheduler.mesos;

import io.jobdeck.scheduler.mesos.master.MasterAddress;
import io.jobdeck.scheduler.mesos.master.MasterDetector;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.apache.mesos.v1.scheduler.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The v1 scheduler API over HTTP, in place of the native {@code V1Mesos} and with the same contract.
 *
 * <p>{@code connected} means that a master is known and SUBSCRIBE is to be sent now; a SUBSCRIBE sent at any other time
 * is dropped, as is any other call while no event stream is open. {@code received} brings every event, heartbeats and
 * errors too. {@code disconnected} means that nothing sent before is sure to have arrived; {@code connected} follows
 * when a wait is over, which grows until the framework is subscribed again. What an ERROR event means for the framework
 * is the scheduler's to decide: to go on, it subscribes when connected; to give up, it closes the driver.
 *
 * <p>All callbacks come on one thread, {@code mesos-driver}. {@link #send} and {@link #reconnect} return at once, on any
 * thread. A call that cannot be delivered ends the connection, since a master never tells of a call that it did not get.
 */
public final class HttpMesos implements MesosDriver {

    private static final Logger LOG = LoggerFactory.getLogger(HttpMesos.class);
    private static final String API_PATH = "/api/v1/scheduler";
    private static final String STREAM_FORGOTTEN = "Framework is not subscribed";

    private final Scheduler scheduler;
    private final CallRejections rejections;
    private final MasterDetector detector;
    private final HttpTransport transport;
    private final DriverTimer timer;
    private final Backoff backoff;
    private final CallbackThread thread;
    private final Watchdog retry;

    private List<MasterAddress> masters = List.of();
    private int attempts;
    private int failures;
    private Phase phase = Phase.WAITING;
    private volatile Subscription subscription;
    private volatile Session session;
    private volatile boolean closed;

    private enum Phase { WAITING, CONNECTED, SUBSCRIBING, SUBSCRIBED }

    /**
     * Use {@link HttpMesosConnector} for real time; this one is for those who bring their own.
     *
     * @param timer closed with this driver
     * @param detector not yet started; closed with this driver
     */
    HttpMesos(Scheduler scheduler, CallRejections rejections, MasterDetector detector, DriverSettings settings,
            DriverTimer timer, Backoff backoff) {
        this.scheduler = scheduler;
        this.rejections = rejections;
        this.detector = detector;
        this.timer = timer;
        this.backoff = backoff;
        this.transport = new HttpTransport(settings, "mesos-driver-http");
        this.thread = new CallbackThread("mesos-driver");
        this.retry = new Watchdog(timer, thread);
    }

    /** Begins to look for the leading master; callbacks may come from now on. */
    HttpMesos start() {
        detector.start(found -> thread.execute(() -> mastersChanged(found)));
        return this;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Calls go out in the order given, save that ACCEPT calls may overtake one another, and acknowledgements all other
     * calls but those of the same task.
     */
    @Override
    public void send(Call call) {
        if (call.getType() == Call.Type.SUBSCRIBE) {
            thread.execute(() -> subscribe(call));
            return;
        }
        Session open = session;
        if (open == null) {
            LOG.warn("{} is dropped: the framework is not subscribed", call.getType());
        } else {
            open.send(call);
        }
    }

    /** Gives up the connection, if there is one, and makes another after a short wait. */
    @Override
    public void reconnect() {
        thread.execute(() -> {
            if (phase != Phase.WAITING) {
                lose("the scheduler asked to reconnect");
            }
        });
    }

    private void mastersChanged(List<MasterAddress> found) {
        if (closed || found.equals(masters)) {
            return;
        }
        masters = found;
        attempts = 0;
        backoff.reset();
        disconnect(found.isEmpty() ? "no master leads" : "the leading master is another one");
        retry.stop();
        connect();
    }

    private void connect() {
        if (!closed && !masters.isEmpty() && phase == Phase.WAITING) {
            phase = Phase.CONNECTED;
            scheduler.connected(this);
        }
    }

    private void subscribe(Call call) {
        if (closed || phase != Phase.CONNECTED) {
            LOG.warn("SUBSCRIBE is dropped: it is to be sent once after connected() (now {})", phase);
            return;
        }
        phase = Phase.SUBSCRIBING;
        MasterAddress master = masters.get(attempts % masters.size());
        Subscription begun = new Subscription(transport, thread, timer, call, new StreamListener());
        subscription = begun;
        begun.start(URI.create("http://" + master + API_PATH));
    }

    private void answered(Session from, Call call, HttpResponse<String> response, Throwable failure) {
        if (closed) {
            return;
        }
        if (failure != null) {
            loseCall(from, "%s failed: %s".formatted(call.getType(), Failures.inWords(failure)));
            return;
        }
        switch (Answer.of(response.statusCode())) {
            case DONE -> LOG.trace("{} was taken", call.getType());
            case REFUSED -> refused(from, call, response);
            case REDIRECTED, UNFIT -> loseCall(from, "%s was answered with %d %s"
                    .formatted(call.getType(), response.statusCode(), response.body()));
        }
    }

    private void refused(Session from, Call call, HttpResponse<String> response) {
        rejections.rejected(call, response.statusCode(), response.body());
        if (response.body().contains(STREAM_FORGOTTEN)) {
            loseCall(from, "the master has lost the event stream");
        }
    }

    private void loseCall(Session from, String why) {
        if (from == session) {
            lose(why);
        } else {
            LOG.debug("After the end of its event stream: {}", why);
        }
    }

    /** Ends the connection and plans the next one. */
    private void lose(String why) {
        disconnect(why);
        attempts++;
        if (!closed && !masters.isEmpty()) {
            retry.restart(backoff.next(), this::connect);
        }
    }

    private void disconnect(String why) {
        Session open = session;
        session = null;
        int dropped = open == null ? 0 : open.close();
        Subscription begun = subscription;
        subscription = null;
        if (begun != null) {
            begun.abandon();
        }
        if (phase != Phase.WAITING && !closed) {
            phase = Phase.WAITING;
            report(why + (dropped == 0 ? "" : "; calls dropped: " + dropped));
            scheduler.disconnected(this);
        }
    }

    /** An outage is told once, however often trying fails meanwhile. */
    private void report(String why) {
        switch (failures++) {
            case 0 -> LOG.info("Disconnected from the Mesos master: {}", why);
            case 1 -> LOG.warn("Mesos is out of reach: {}. Nothing is launched until it is back; trying goes on", why);
            default -> LOG.debug("Mesos is still out of reach: {}", why);
        }
    }

    private void reportSubscribed() {
        if (failures > 1) {
            LOG.info("Mesos is back");
        }
        failures = 0;
    }

    @Override
    public void close() {
        closed = true;
        breakOff();
        detector.close();
        timer.close();
        thread.end();
        // A callback that was under way may have subscribed in the meantime.
        breakOff();
        transport.close();
    }

    private void breakOff() {
        Subscription begun = subscription;
        if (begun != null) {
            begun.cancel();
        }
        Session open = session;
        session = null;
        if (open != null) {
            open.abort();
        }
    }

    /** Passes on what the present subscription brings; a former one is cancelled and brings nothing. */
    private final class StreamListener implements Subscription.Listener {

        @Override
        public void opened(URI endpoint, String streamId) {
            phase = Phase.SUBSCRIBED;
            session = new Session(transport, endpoint, streamId, (from, call, response, failure) ->
                    thread.execute(() -> answered(from, call, response, failure)));
            LOG.info("The Mesos master at {} opened the event stream", endpoint.getAuthority());
        }

        @Override
        public void received(Event event) {
            if (closed) {
                return;
            }
            if (event.getType() == Event.Type.SUBSCRIBED) {
                backoff.reset();
                reportSubscribed();
            }
            scheduler.received(HttpMesos.this, event);
        }

        @Override
        public void refused(Call subscribe, int status, String reason) {
            if (!closed) {
                rejections.rejected(subscribe, status, reason);
                lose("SUBSCRIBE was refused with %d %s".formatted(status, reason));
            }
        }

        @Override
        public void lost(String why) {
            lose(why);
        }
    }
}
