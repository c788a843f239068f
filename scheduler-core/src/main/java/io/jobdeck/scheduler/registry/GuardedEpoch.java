package io.jobdeck.scheduler.registry;

import io.jobdeck.scheduler.registry.TransactionResult.Committed;
import io.jobdeck.scheduler.registry.TransactionResult.Deposed;
import io.jobdeck.scheduler.registry.TransactionResult.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * A term that puts checks before the changes of every transaction: of the epoch node, against a successor of this kind,
 * and of the place in the election, since a successor of 2.1.5 raises no epoch.
 */
final class GuardedEpoch implements Epoch {

    private final TransactionWriter writer;
    private final int number;
    private final List<Change> checks;
    private final BooleanSupplier over;
    private final Runnable onDeposed;

    /**
     * Makes a term.
     *
     * @param over tells whether the term is known to have ended; called on any thread
     * @param onDeposed run on the event thread each time a transaction shows that it is over
     */
    GuardedEpoch(TransactionWriter writer, EpochNode.Begun begun, BooleanSupplier over, Runnable onDeposed) {
        this.writer = writer;
        this.number = begun.number();
        this.checks = List.of(new Change.Check(RegistryPaths.EPOCH, number), new Change.Check(begun.place()));
        this.over = over;
        this.onDeposed = onDeposed;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public boolean isOver() {
        return over.getAsBoolean();
    }

    @Override
    public CompletableFuture<TransactionResult> submit(Transaction transaction) {
        List<Change> changes = new ArrayList<>(transaction.changes().size() + checks.size());
        changes.addAll(checks);
        changes.addAll(transaction.changes());
        return writer.submit(new Transaction(changes)).thenApply(this::withoutChecks);
    }

    private TransactionResult withoutChecks(TransactionResult result) {
        if (result instanceof Committed committed) {
            return new Committed(committed.versions().subList(checks.size(), committed.versions().size()));
        }
        if (result instanceof Refused refused) {
            return refused.index() < checks.size() ? deposed() : shifted(refused);
        }
        return result;
    }

    private TransactionResult deposed() {
        onDeposed.run();
        return new Deposed();
    }

    private TransactionResult shifted(Refused refused) {
        return new Refused(refused.index() - checks.size(), refused.change(), refused.reason());
    }
}
