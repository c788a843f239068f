package io.jobdeck.scheduler.metrics;

import io.jobdeck.scheduler.registry.Epoch;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TransactionResult;
import java.util.concurrent.CompletableFuture;

/** Times the transactions of a term. */
final class MeasuredEpoch implements Epoch {

    private final Epoch epoch;
    private final EpochMeters meters;

    MeasuredEpoch(Epoch epoch, EpochMeters meters) {
        this.epoch = epoch;
        this.meters = meters;
    }

    @Override
    public int number() {
        return epoch.number();
    }

    @Override
    public boolean isOver() {
        return epoch.isOver();
    }

    @Override
    public CompletableFuture<TransactionResult> submit(Transaction transaction) {
        long sent = System.nanoTime();
        return epoch.submit(transaction).thenApply(result -> {
            meters.answered(result, System.nanoTime() - sent);
            return result;
        });
    }
}
