package io.jobdeck.scheduler.registry;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.zookeeper.ZooKeeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands for election on {@link RegistryPaths#ELECTION} until it is closed. The recipe and the names of the nodes are
 * those of 2.1.5 (spec section 1.3), so that schedulers of both kinds can wait for the lead side by side.
 *
 * <p>For every {@link Candidate#onElected} there is exactly one {@link Candidate#onDeposed}, on the same thread, before the
 * place is given up and before the next election: when the connection breaks, when a write shows that there is a newer
 * epoch, and on {@link #close()}. No interrupt is used to say so, because an interrupt can be swallowed or hit the
 * stopping itself (spec section 14.1).
 */
public final class Election implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Election.class);
    /** How long a candidate holds back after a failure, having given up its place so that a standby may try. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final String STOPPING = "this scheduler stops";

    private final CuratorRegistry registry;
    private final String participant;
    private final Supplier<String> leaderInfo;
    private final Candidate candidate;
    private final Thread thread = new Thread(this::standAgainAndAgain, "election");
    private final Session.Listener connection = new Connection();
    private Term term;
    private boolean queueing;
    private boolean closed;

    /**
     * Prepares an election.
     *
     * @param registry closed by the caller, after the election
     * @param participant {@code hostname:http_port} of this scheduler's REST server
     * @param leaderInfo called at every election for the value of the epoch node, a {@code LeaderInfo} in JSON
     * @param candidate what to start and stop
     */
    public Election(CuratorRegistry registry, String participant, Supplier<String> leaderInfo, Candidate candidate) {
        this.registry = registry;
        this.participant = participant;
        this.leaderInfo = leaderInfo;
        this.candidate = candidate;
    }

    /** Joins the election and returns at once. */
    public void start() {
        registry.session().execute(() -> registry.session().listen(connection));
        thread.start();
    }

    /** Tells whether this scheduler has been elected and has heard nothing to the contrary. Safe on any thread. */
    public synchronized boolean leads() {
        return term != null && !term.ended();
    }

    /**
     * Gives up the lead, if this scheduler has it, and stands for election again; returns at once. Safe on any thread.
     *
     * @param cause one line for people
     */
    public synchronized void resign(String cause) {
        if (term != null) {
            term.end(cause);
        }
    }

    /**
     * Leaves the election. A leader is stopped first, then its place is given up, so that a standby takes over at once.
     * Returns when that is done. Not to be called by the candidate.
     */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (term != null) {
                term.end(STOPPING);
            }
            if (queueing) {
                thread.interrupt();
            }
            notifyAll();
        }
        awaitThread();
        registry.session().execute(() -> registry.session().unlisten(connection));
    }

    private void awaitThread() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException interrupt) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void standAgainAndAgain() {
        while (awaitConnection()) {
            if (!stand()) {
                pause();
            }
        }
    }

    /**
     * Without a connection no place can be taken or given up, and whoever tries is held up for long after it is back.
     *
     * @return false if the election was closed meanwhile
     */
    private synchronized boolean awaitConnection() {
        while (!closed && !registry.session().connected()) {
            try {
                wait();
            } catch (InterruptedException stray) {
                LOG.debug("Waiting for ZooKeeper goes on");
            }
        }
        return !closed;
    }

    /** Waits for the lead, leads, and gives it up; false if something failed. */
    private boolean stand() {
        ElectionPlace place = new ElectionPlace(registry.curator(), participant);
        if (!queue(place)) {
            return false;
        }
        boolean well = false;
        try {
            well = takeLead();
        } finally {
            release(place);
        }
        return well;
    }

    private boolean queue(ElectionPlace place) {
        if (!enterQueue()) {
            return false;
        }
        boolean first = false;
        try {
            place.acquire();
            first = true;
        } catch (InterruptedException closing) {
            LOG.debug("Left the queue of the election");
        } catch (Exception unavailable) {
            LOG.warn("Cannot stand for election: {}", unavailable.getMessage());
        } finally {
            leaveQueue();
        }
        return first;
    }

    private synchronized boolean enterQueue() {
        queueing = !closed;
        return queueing;
    }

    /** Takes back the interrupt with which {@link #close} ends the waiting, which must not reach the candidate. */
    private synchronized void leaveQueue() {
        queueing = false;
        forgetInterrupt();
    }

    private boolean takeLead() {
        Term current = begin();
        try {
            if (!current.ended()) {
                lead(current);
            }
            return true;
        } catch (RegistryUnavailableException unavailable) {
            LOG.warn("Elected, but cannot take the lead: {}", unavailable.getMessage());
        } catch (RuntimeException | Error broken) {
            // A scheduler whose election has ended would be up and of no use to anybody.
            LOG.error("The leader failed; standing for election again", broken);
        } finally {
            finish();
        }
        return false;
    }

    private void lead(Term current) {
        Optional<EpochNode.Begun> begun = new EpochNode(registry).next(leaderInfo.get());
        if (begun.isEmpty()) {
            LOG.info("Elected, but the place was lost before it could be taken");
            return;
        }
        int number = begun.get().number();
        LOG.info("Elected, epoch {}", number);
        Epoch epoch = new GuardedEpoch(registry, begun.get(), current::ended,
                () -> current.end("another scheduler leads"));
        try {
            candidate.onElected(epoch);
            LOG.info("Giving up epoch {}: {}", number, current.awaitEnd());
        } finally {
            forgetInterrupt();
            candidate.onDeposed();
        }
    }

    /**
     * Gives the place up as soon as there is a connection. What fails is tried again by Curator; a scheduler that stops
     * without a connection leaves its place to the end of its session.
     */
    private void release(ElectionPlace place) {
        forgetInterrupt();
        boolean stopping = !awaitConnection();
        if (stopping && !registry.session().connected()) {
            LOG.info("The place in the election ends with the session, since ZooKeeper is out of reach");
            return;
        }
        try {
            place.release();
        } catch (Exception unavailable) {
            LOG.info("The place in the election is given up as soon as ZooKeeper is back: {}",
                    unavailable.getMessage());
        }
    }

    /** The thread is this election's own: an interrupt left over must not break off the stopping or the giving up. */
    private static void forgetInterrupt() {
        if (Thread.interrupted()) {
            LOG.debug("Interrupted before");
        }
    }

    private synchronized Term begin() {
        term = new Term();
        if (closed) {
            term.end(STOPPING);
        } else if (!registry.session().connected()) {
            term.end(registry.session().lostConnection());
        }
        return term;
    }

    private synchronized void finish() {
        term = null;
    }

    private synchronized void pause() {
        long end = System.nanoTime() + PAUSE_AFTER_FAILURE.toNanos();
        try {
            for (long left = PAUSE_AFTER_FAILURE.toMillis(); left > 0 && !closed;
                    left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException stray) {
            LOG.debug("Standing for election again at once");
        }
    }

    private final class Connection implements Session.Listener {

        @Override
        public void onConnected(ZooKeeper handle) {
            synchronized (Election.this) {
                Election.this.notifyAll();
            }
        }

        @Override
        public void onDisconnected(String cause) {
            synchronized (Election.this) {
                if (term != null) {
                    term.end(cause);
                }
            }
        }
    }
}
