package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.Epoch;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TransactionResult;
import io.jobdeck.scheduler.registry.TransactionResult.Unknown;
import io.jobdeck.scheduler.registry.TransactionWriter;
import io.jobdeck.scheduler.scheduling.SimulatedLeader;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.mesos.v1.scheduler.Protos.Call;

/** One term of leadership, whose writes wait until the test applies them. */
final class Term implements TransactionWriter {

    private final Epoch epoch;
    private final LiveTree tree;
    private final SimulatedLeader leader;
    private final Deque<Write> writes = new ArrayDeque<>();
    private final Supplier<Integer> operations;
    private Object connection;
    private boolean halted;
    private boolean reconnecting;
    private int looked;

    /**
     * @param operations counts the operations, to tell what the leader may know
     * @param calls takes the calls to Mesos, with the connection they are sent through
     */
    Term(Clock clock, Epoch epoch, LiveTree tree, Supplier<Integer> operations, BiConsumer<Object, Call> calls) {
        this.epoch = epoch;
        this.tree = tree;
        this.operations = operations;
        this.looked = operations.get();
        this.leader = new SimulatedLeader(clock, this, call -> calls.accept(connection, call),
                () -> reconnecting = true, cause -> halted = true);
        tree.listen(leader::hear);
    }

    SimulatedLeader leader() {
        return leader;
    }

    boolean isHalted() {
        return halted;
    }

    /** Returns whether the driver was asked for a new connection, once. */
    boolean takeReconnecting() {
        boolean asked = reconnecting;
        reconnecting = false;
        return asked;
    }

    Object connection() {
        return connection;
    }

    void connect() {
        connection = new Object();
        leader.connected();
    }

    void disconnect() {
        if (connection != null) {
            connection = null;
            leader.disconnected();
        }
    }

    boolean run() {
        int known = operations.get();
        boolean any = leader.run();
        looked = known;
        return any;
    }

    @Override
    public CompletableFuture<TransactionResult> submit(Transaction transaction) {
        Write write = new Write(transaction, new CompletableFuture<>(), looked);
        writes.add(write);
        return write.result();
    }

    boolean hasWrites() {
        return !writes.isEmpty();
    }

    /** Returns the count of operations when the leader last looked. */
    int looked() {
        return looked;
    }

    /** Returns the count of operations at the leader's last look before it decided on its next write. */
    int decidedNext() {
        return writes.peek().decided();
    }

    /** Returns the changes of the next write. */
    List<Change> nextWrite() {
        return writes.peek().transaction().changes();
    }

    /** The registry applies the next write, and the leader hears the result, unless that is lost. */
    void apply(boolean answerLost) {
        Write write = writes.remove();
        TransactionResult result = epoch.submit(write.transaction()).join();
        write.result().complete(answerLost ? new Unknown("connection lost") : result);
    }

    /** All writes that wait are lost, and the leader hears that nobody knows. */
    void loseWrites() {
        for (Write write = writes.poll(); write != null; write = writes.poll()) {
            write.result().complete(new Unknown("connection lost"));
        }
    }

    /** The process is no more. */
    void end() {
        tree.close();
        writes.clear();
    }

    private record Write(Transaction transaction, CompletableFuture<TransactionResult> result, int decided) { }
}
