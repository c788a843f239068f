package io.jobdeck.scheduler.mesos.endpoints;

import io.jobdeck.scheduler.mesos.Redirect;
import io.jobdeck.scheduler.mesos.master.MasterAddress;
import io.jobdeck.scheduler.mesos.master.MasterDetector;
import io.jobdeck.scheduler.mesos.master.MasterLocation;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The leading master's endpoints. It begins to look for the leader at the first question. Safe on any thread; blocks.
 */
public final class MasterEndpoints implements AutoCloseable {

    private static final Duration DETECTION = Duration.ofSeconds(5);
    private static final int MOST_REDIRECTS = 3;
    /** A summary of 10 000 agents takes about 10 MB. */
    private static final int LONGEST_ANSWER = 128 * 1024 * 1024;

    private final MasterLocation location;
    private final EndpointClient client;
    private final CountDownLatch detected = new CountDownLatch(1);
    private volatile List<MasterAddress> masters = List.of();
    private MasterDetector detector;
    private boolean closed;

    /** @param client stays open */
    public MasterEndpoints(MasterLocation location, EndpointClient client) {
        this.location = location;
        this.client = client;
    }

    /**
     * Returns the agents that are registered.
     *
     * @throws EndpointException if no master leads, or it does not say
     */
    public List<MasterAgent> agents() throws EndpointException {
        return StateSummary.agents(get("/state-summary"));
    }

    /**
     * Returns what the master keeps of agents, those that are unreachable included.
     *
     * @throws EndpointException if no master leads, or it does not say
     */
    public Registrar registrar() throws EndpointException {
        return RegistrarText.read(get("/registrar(1)/registry"));
    }

    private byte[] get(String path) throws EndpointException {
        EndpointException last = new EndpointException(EndpointException.Kind.AWAY, "no Mesos master leads");
        for (MasterAddress master : masters()) {
            try {
                return get(URI.create("http://" + master + path));
            } catch (EndpointException e) {
                last = new EndpointException(e.kind(), "the Mesos master at %s cannot be asked: %s".formatted(master, e.getMessage()), e);
            }
        }
        throw last;
    }

    private byte[] get(URI first) throws EndpointException {
        URI uri = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            EndpointClient.Answer answer = client.get(uri, LONGEST_ANSWER);
            if (answer.redirect().isEmpty()) {
                return answer.body();
            }
            URI from = uri;
            uri = Redirect.target(from, answer.redirect().get()).orElseThrow(() -> new EndpointException(
                    EndpointException.Kind.ODD, "it redirects to '%s'".formatted(answer.redirect().get())));
        }
        throw new EndpointException(EndpointException.Kind.AWAY, "the masters do not agree who leads");
    }

    private List<MasterAddress> masters() throws EndpointException {
        begin();
        try {
            if (!detected.await(DETECTION.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new EndpointException(EndpointException.Kind.AWAY, "%s does not say which Mesos master leads".formatted(location));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EndpointException(EndpointException.Kind.AWAY, "it was not waited for", e);
        }
        return masters;
    }

    private synchronized void begin() {
        if (detector == null && !closed) {
            detector = location.detector();
            detector.start(found -> {
                masters = found;
                detected.countDown();
            });
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (detector != null) {
            detector.close();
        }
    }
}
