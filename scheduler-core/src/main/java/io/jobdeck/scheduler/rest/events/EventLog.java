package io.jobdeck.scheduler.rest.events;

import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.TreeEvent;
import io.jobdeck.scheduler.registry.TreeListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The newest changes of a live tree, numbered. It holds a bounded number of them for all clients together; a client keeps
 * only its place, so one that does not read costs nothing and finds out that its place is gone. Safe on any thread.
 */
public final class EventLog implements TreeListener {

    private final Entry[] ring;
    private final String name;
    private long next = 1;
    private boolean loaded;
    private boolean closed;

    /**
     * @param capacity how many changes it holds, at least 1
     * @param name tells it from the log of every other scheduler and start; letters and digits
     */
    public EventLog(int capacity, String name) {
        this.ring = new Entry[capacity];
        this.name = name;
    }

    /** Returns what tells it from other logs. */
    public String name() {
        return name;
    }

    @Override
    public void onEvent(TreeEvent event) {
        if (event instanceof TreeEvent.Put put) {
            Entry.of(NodeAddress.of(put.node().path())).ifPresent(this::add);
        } else if (event instanceof TreeEvent.Removed removed) {
            Entry.of(NodeAddress.of(removed.path())).ifPresent(this::add);
        } else if (event instanceof TreeEvent.Stale stale) {
            add(new Entry.Lost(stale.since().toString(), stale.cause()));
        } else if (loaded) {
            add(new Entry.Regained());
        } else {
            loaded = true;
        }
    }

    private synchronized void add(Entry entry) {
        ring[(int) (next % ring.length)] = entry;
        next++;
        notifyAll();
    }

    /** Returns the number that the next change will have. */
    synchronized long next() {
        return next;
    }

    /** Returns whether all changes from that number on are still held. */
    synchronized boolean holds(long number) {
        return number <= next && number >= Math.max(1, next - ring.length);
    }

    /**
     * Returns the changes from that number on, at most {@code most}; none if there are none within the patience. Empty if
     * some of them are held no more.
     */
    synchronized Optional<List<Entry>> await(long from, int most, Duration patience) throws InterruptedException {
        if (from == next && !closed) {
            wait(patience.toMillis());
        }
        if (!holds(from)) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>();
        for (long number = from; number < next && entries.size() < most; number++) {
            entries.add(ring[(int) (number % ring.length)]);
        }
        return Optional.of(entries);
    }

    /** Keeps nobody waiting any more. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }
}
