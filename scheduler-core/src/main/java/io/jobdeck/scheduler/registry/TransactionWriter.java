package io.jobdeck.scheduler.registry;

import java.util.concurrent.CompletableFuture;

/** Takes transactions. */
@FunctionalInterface
public interface TransactionWriter {

    /**
     * Sends a transaction and returns at once. Transactions are applied in the order of the calls; some of those that
     * wait may travel together, yet each succeeds or fails alone. The future is completed on the registry's event
     * thread and never exceptionally.
     */
    CompletableFuture<TransactionResult> submit(Transaction transaction);
}
