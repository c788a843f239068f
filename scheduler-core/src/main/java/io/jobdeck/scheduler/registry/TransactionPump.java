package io.jobdeck.scheduler.registry;

import io.jobdeck.scheduler.registry.TransactionResult.Unknown;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.zookeeper.KeeperException.Code;

/**
 * Sends transactions in order. A few travel one by one behind each other; when more wait, they are combined into one
 * multi, and nothing is sent behind it until it is answered. ZooKeeper takes a multi as a whole or not at all, so the
 * members of a refused one are sent again one by one, before anything newer, and each succeeds or fails alone.
 *
 * <p>When the connection breaks, what was sent and what still waits are all answered as unknown.
 */
final class TransactionPump implements TransactionWriter {

    /** Told of every result on the event thread, in order; must see to it that {@code complete} is run, in order. */
    @FunctionalInterface
    interface Delivery {
        void deliver(Transaction transaction, TransactionResult result, Runnable complete);
    }

    static final int MOST_IN_FLIGHT = 4;
    static final int MOST_OPERATIONS = 3000;
    static final int MOST_BYTES = 768 * 1024;

    private final MultiSender sender;
    private final Delivery delivery;
    private final Function<Transaction, PendingTransaction> translation;
    private final Map<String, Integer> pathsInFlight = new ConcurrentHashMap<>();
    private final Deque<PendingTransaction> waiting = new ArrayDeque<>();
    private int inFlight;
    private boolean combinedInFlight;
    private boolean broken;

    TransactionPump(MultiSender sender, Delivery delivery, Function<Transaction, PendingTransaction> translation) {
        this.sender = sender;
        this.delivery = delivery;
        this.translation = translation;
    }

    @Override
    public CompletableFuture<TransactionResult> submit(Transaction transaction) {
        PendingTransaction pending = translation.apply(transaction);
        synchronized (this) {
            waiting.add(pending);
            sendWaiting();
        }
        return pending.result();
    }

    /** Tells whether a transaction that creates or sets this node was sent and is not answered. Safe on any thread. */
    boolean inFlight(String path) {
        return pathsInFlight.containsKey(path);
    }

    private void sendWaiting() {
        while (!waiting.isEmpty() && !broken && !combinedInFlight && inFlight < MOST_IN_FLIGHT) {
            List<PendingTransaction> batch = nextBatch();
            combinedInFlight = batch.size() > 1;
            send(batch);
        }
    }

    private List<PendingTransaction> nextBatch() {
        List<PendingTransaction> batch = new ArrayList<>();
        int operations = 0;
        int bytes = 0;
        while (!waiting.isEmpty()) {
            PendingTransaction next = waiting.peek();
            operations += next.operations().size();
            bytes += next.bytes();
            if (!batch.isEmpty() && (operations > MOST_OPERATIONS || bytes > MOST_BYTES)) {
                break;
            }
            batch.add(waiting.poll());
        }
        return batch;
    }

    private void send(List<PendingTransaction> batch) {
        inFlight++;
        batch.forEach(pending -> forEachWritten(pending, path -> pathsInFlight.merge(path, 1, Integer::sum)));
        Combined combined = Combined.of(batch);
        sender.send(combined.operations(), reply -> onReply(batch, combined.expand(reply)));
    }

    private void onReply(List<PendingTransaction> batch, Reply reply) {
        batch.forEach(pending -> forEachWritten(pending,
                path -> pathsInFlight.computeIfPresent(path, (key, count) -> count == 1 ? null : count - 1)));
        boolean resend = reply.answered() && reply.code() != Code.OK && batch.size() > 1;
        List<PendingTransaction> abandoned;
        synchronized (this) {
            inFlight--;
            if (batch.size() > 1) {
                combinedInFlight = false;
            }
            if (resend) {
                batch.forEach(pending -> send(List.of(pending)));
            }
            broken |= !reply.answered();
            abandoned = abandonIfBroken();
            sendWaiting();
        }
        if (!resend) {
            deliverAll(batch, reply);
        }
        abandoned.forEach(pending -> deliver(pending, unknown(reply)));
    }

    /** Gives up what waits once the last request of a broken connection is answered, so that results keep their order. */
    private List<PendingTransaction> abandonIfBroken() {
        if (!broken || inFlight > 0) {
            return List.of();
        }
        broken = false;
        List<PendingTransaction> abandoned = List.copyOf(waiting);
        waiting.clear();
        return abandoned;
    }

    private void deliverAll(List<PendingTransaction> batch, Reply reply) {
        int offset = 0;
        for (PendingTransaction pending : batch) {
            int end = offset + pending.operations().size();
            deliver(pending, result(pending.transaction().changes(), reply, offset, end));
            offset = end;
        }
    }

    private static TransactionResult result(List<Change> changes, Reply reply, int from, int to) {
        if (!reply.answered()) {
            return unknown(reply);
        }
        return reply.code() == Code.OK
                ? Verdicts.committed(changes, reply.results().subList(from, to))
                : Verdicts.failed(changes, reply);
    }

    private static TransactionResult unknown(Reply reply) {
        return new Unknown(switch (reply.code()) {
            case CONNECTIONLOSS -> "the connection to ZooKeeper broke";
            case SESSIONEXPIRED -> "the session with ZooKeeper expired";
            default -> "ZooKeeper answered " + reply.code();
        });
    }

    private void deliver(PendingTransaction pending, TransactionResult result) {
        delivery.deliver(pending.transaction(), result, () -> pending.result().complete(result));
    }

    private static void forEachWritten(PendingTransaction pending, Consumer<String> action) {
        for (Change change : pending.transaction().changes()) {
            if (change instanceof Change.Create || change instanceof Change.Set) {
                action.accept(change.path());
            }
        }
    }
}
