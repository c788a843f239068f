package io.jobdeck.scheduler.registry;

import io.jobdeck.scheduler.registry.TransactionResult.Committed;
import io.jobdeck.scheduler.registry.TransactionResult.Deposed;
import io.jobdeck.scheduler.registry.TransactionResult.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A term that puts a check of the epoch node before the changes of every transaction. */
final class GuardedEpoch implements Epoch {

    private final TransactionWriter writer;
    private final int number;
    private final Runnable onDeposed;
    private final Change check;

    /** Makes a term; {@code onDeposed} is run on the event thread each time a transaction shows that it is over. */
    GuardedEpoch(TransactionWriter writer, int number, Runnable onDeposed) {
        this.writer = writer;
        this.number = number;
        this.onDeposed = onDeposed;
        this.check = new Change.Check(RegistryPaths.EPOCH, number);
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public CompletableFuture<TransactionResult> submit(Transaction transaction) {
        List<Change> changes = new ArrayList<>(transaction.changes().size() + 1);
        changes.add(check);
        changes.addAll(transaction.changes());
        return writer.submit(new Transaction(changes)).thenApply(this::withoutCheck);
    }

    private TransactionResult withoutCheck(TransactionResult result) {
        if (result instanceof Committed committed) {
            return new Committed(committed.versions().subList(1, committed.versions().size()));
        }
        if (result instanceof Refused refused) {
            return refused.index() == 0 ? deposed() : shifted(refused);
        }
        return result;
    }

    private TransactionResult deposed() {
        onDeposed.run();
        return new Deposed();
    }

    private static TransactionResult shifted(Refused refused) {
        return new Refused(refused.index() - 1, refused.change(), refused.reason());
    }
}
