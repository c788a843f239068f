package io.jobdeck.scheduler.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A term of leadership over an {@link InMemoryRegistry}: the epoch node's version is checked first in every transaction. */
final class InMemoryEpoch implements Epoch {

    private final InMemoryRegistry registry;
    private final int number;

    InMemoryEpoch(InMemoryRegistry registry, int number) {
        this.registry = registry;
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public boolean isOver() {
        return false;
    }

    @Override
    public CompletableFuture<TransactionResult> submit(Transaction transaction) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Check(RegistryPaths.EPOCH, number));
        changes.addAll(transaction.changes());
        return registry.submit(new Transaction(changes)).thenApply(InMemoryEpoch::withoutCheck);
    }

    private static TransactionResult withoutCheck(TransactionResult result) {
        if (result instanceof TransactionResult.Committed committed) {
            return new TransactionResult.Committed(committed.versions().subList(1, committed.versions().size()));
        }
        if (result instanceof TransactionResult.Refused refused) {
            return refused.index() == 0 ? new TransactionResult.Deposed() : shifted(refused);
        }
        return result;
    }

    private static TransactionResult shifted(TransactionResult.Refused refused) {
        return new TransactionResult.Refused(refused.index() - 1, refused.change(), refused.reason());
    }
}
