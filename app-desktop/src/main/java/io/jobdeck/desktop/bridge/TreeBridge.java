package io.jobdeck.desktop.bridge;

import io.jobdeck.desktop.fold.TreeFold;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.TreeEvent;
import io.jobdeck.scheduler.registry.TreeListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries changes of a live tree to the interface: they are coalesced by node as they come, folded on a thread of its
 * own once per tick, and applied on the interface thread in one go. While the interface has not dealt with an update,
 * changes go on being coalesced and no second one is sent, so a slow interface falls behind by one tick at most.
 */
public final class TreeBridge implements TreeListener, AutoCloseable {

    /** Changes are shown this often; measured to cost the interface thread half of what once per frame does. */
    public static final Duration TICK = Duration.ofMillis(100);

    /** An update is sent this often even if nothing changed, for what depends on the time. */
    private static final Duration HEARTBEAT = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(TreeBridge.class);

    private final Object lock = new Object();
    private Pending pending = new Pending();
    private Link link = new Link.Connecting();
    private boolean linkChanged = true;
    private long heard;

    private final LiveTree tree;
    private final TreeFold fold;
    private final Clock clock;
    private final UiExecutor ui;
    private final Consumer<ClusterUpdate> sink;
    private final AtomicBoolean underway = new AtomicBoolean();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "tree-bridge");
        thread.setDaemon(true);
        return thread;
    });
    private Instant lastSent = Instant.MIN;

    /**
     * Makes a bridge that carries nothing yet.
     *
     * @param sink called on the interface thread
     */
    public TreeBridge(LiveTree tree, TreeFold fold, Clock clock, UiExecutor ui, Consumer<ClusterUpdate> sink) {
        this.tree = tree;
        this.fold = fold;
        this.clock = clock;
        this.ui = ui;
        this.sink = sink;
    }

    /** Listens and begins to tick. */
    public void start() {
        tree.listen(this);
        ticker.scheduleWithFixedDelay(this::tickSafely, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void onEvent(TreeEvent event) {
        synchronized (lock) {
            pending.add(event);
            if (event instanceof TreeEvent.Stale stale) {
                changeLink(new Link.Stale(stale.since(), stale.cause()));
            } else if (event instanceof TreeEvent.Loaded) {
                changeLink(new Link.Live());
            } else {
                heard++;
            }
        }
    }

    /** Folds and hands over what has come since the last tick, unless the interface is busy with that one. */
    void tick() {
        if (underway.get()) {
            return;
        }
        Instant now = clock.instant();
        Pending due;
        Link dueLink;
        long dueHeard;
        synchronized (lock) {
            boolean nothingNew = pending.isEmpty() && !linkChanged;
            if (nothingNew && now.isBefore(nextHeartbeat())) {
                return;
            }
            due = pending;
            pending = new Pending();
            dueLink = link;
            linkChanged = false;
            dueHeard = heard;
        }
        due.drainTo(fold);
        lastSent = now;
        send(new ClusterUpdate(fold.drain(now), dueLink, dueHeard, now));
    }

    private Instant nextHeartbeat() {
        return lastSent.equals(Instant.MIN) ? Instant.MIN : lastSent.plus(HEARTBEAT);
    }

    private void send(ClusterUpdate update) {
        underway.set(true);
        ui.run(() -> {
            try {
                sink.accept(update);
            } finally {
                underway.set(false);
            }
        });
    }

    /** A failure here must not end the ticking, or the window would go on showing old values as if they were live. */
    private void tickSafely() {
        try {
            tick();
        } catch (RuntimeException failure) {
            LOG.error("A change of the tree could not be folded; loading it afresh.", failure);
            onEvent(new TreeEvent.Loaded(tree.nodes()));
        }
    }

    private void changeLink(Link newLink) {
        link = newLink;
        linkChanged = true;
    }

    /** Stops listening and ticking; an update underway may still arrive. */
    @Override
    public void close() {
        tree.unlisten(this);
        ticker.shutdownNow();
    }
}
