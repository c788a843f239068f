package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.AuditEntry;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.Registry;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.RegistryUnavailableException;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TransactionResult;
import io.jobdeck.scheduler.threads.NamedThreads;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes entries of the audit trail, a few at a time and not often, and removes the oldest. As many entries wait as are kept:
 * of more, the oldest would have to go at once anyway, so they are left out, counted, and the log says how many.
 */
final class AuditWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditWriter.class);
    private static final int AT_ONCE = 100;
    private static final int MOST_REMOVED = 500;
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration LAST_WRITES = Duration.ofSeconds(2);
    private static final int MOST_IN_A_MILLISECOND = 1_000_000;
    /** Of one length, so that names sort by time. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** An entry with the name of its node. */
    private record Named(String name, AuditEntry entry) { }

    private final Registry registry;
    private final int most;
    private final String process = UUID.randomUUID().toString().substring(0, 8);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Named> waiting = new ArrayDeque<>();
    private final Thread thread;
    private int sequence;
    private long leftOut;
    private boolean closed;

    private AuditWriter(Registry registry, int most) {
        this.registry = registry;
        this.most = most;
        this.thread = new NamedThreads("audit").newThread(this::run);
    }

    static AuditWriter start(Registry registry, int most) {
        AuditWriter writer = new AuditWriter(registry, most);
        writer.thread.start();
        return writer;
    }

    void add(AuditEntry entry) {
        lock.lock();
        try {
            sequence = (sequence + 1) % MOST_IN_A_MILLISECOND;
            waiting.add(new Named("%s-%06d-%s".formatted(TIME.format(entry.at()), sequence, process), entry));
            if (waiting.size() > most) {
                waiting.poll();
                leftOut++;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            for (List<Named> batch = next(); !batch.isEmpty(); batch = next()) {
                boolean written = write(batch);
                if (!written) {
                    putBack(batch);
                }
                if (!pause(written ? PAUSE : PAUSE_AFTER_FAILURE) && !written) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The audit trail is told to end");
        }
        tellWhatIsLeft();
    }

    private void tellWhatIsLeft() {
        lock.lock();
        try {
            if (!waiting.isEmpty()) {
                LOG.warn("{} entries of the audit trail stand only in the log, since the scheduler ends", waiting.size());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns the oldest entries that wait, as soon as there are any; none when it is closed and all are written. */
    private List<Named> next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.await();
            }
            if (leftOut > 0) {
                LOG.warn("{} entries of the audit trail stand only in the log: more came than are kept", leftOut);
                leftOut = 0;
            }
            return Stream.generate(waiting::poll).limit(Math.min(AT_ONCE, waiting.size())).toList();
        } finally {
            lock.unlock();
        }
    }

    private void putBack(List<Named> batch) {
        lock.lock();
        try {
            for (int index = batch.size() - 1; index >= 0; index--) {
                if (waiting.size() < most) {
                    waiting.addFirst(batch.get(index));
                } else {
                    leftOut++;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits, so that a burst does not become as many transactions; returns whether it is still open. */
    private boolean pause(Duration time) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = time.toNanos();
            while (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private boolean write(List<Named> batch) {
        try {
            for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                Transaction transaction = transaction(batch);
                TransactionResult result = registry.commit(transaction);
                if (result instanceof TransactionResult.Committed) {
                    return true;
                }
                if (result instanceof TransactionResult.Refused refused && refused.change() instanceof Change.Create) {
                    registry.commit(Transaction.of(new Change.Create(RegistryPaths.AUDIT, "")));
                }
            }
            LOG.warn("The audit trail could not be written; it is tried again");
        } catch (RegistryUnavailableException e) {
            LOG.debug("The audit trail waits: {}", e.getMessage());
        }
        return false;
    }

    /** What is there already was written by an attempt whose answer was lost. */
    private Transaction transaction(List<Named> batch) {
        List<String> present = registry.children(RegistryPaths.AUDIT).stream().sorted().toList();
        Set<String> names = new HashSet<>(present);
        List<Change> changes = new ArrayList<>();
        batch.stream().filter(entry -> !names.contains(entry.name())).forEach(entry -> changes.add(new Change.Create(
                RegistryPaths.audit(entry.name()), Codecs.AUDIT_ENTRY.write(entry.entry()))));
        int tooMany = Math.min(present.size() + changes.size() - most, Math.min(MOST_REMOVED, present.size()));
        present.stream().limit(Math.max(0, tooMany))
                .forEach(name -> changes.add(new Change.Delete(RegistryPaths.audit(name))));
        return new Transaction(changes);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(LAST_WRITES.toMillis());
            thread.interrupt();
            thread.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
