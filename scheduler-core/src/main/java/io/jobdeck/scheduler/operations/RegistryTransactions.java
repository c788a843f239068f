package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.Registry;
import io.jobdeck.scheduler.registry.RegistryUnavailableException;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TransactionResult;
import java.util.Optional;
import java.util.function.Supplier;

/** Carries out {@link Plan}s: look, write, and look again when the tree changed in between or the answer was lost. */
final class RegistryTransactions {

    /** Far more than any contention needs; only a tree that refuses for another reason comes this far. */
    private static final int MAX_ATTEMPTS = 200;

    private final Registry registry;

    RegistryTransactions(Registry registry) {
        this.registry = registry;
    }

    void carryOut(Plan plan) {
        carryOut(plan, false);
    }

    /** Carries out a plan that finishes what an earlier transaction of the same operation began. */
    void carryOn(Plan plan) {
        carryOut(plan, true);
    }

    private void carryOut(Plan plan, boolean begun) {
        boolean inDoubt = begun;
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<Transaction> transaction = look(plan, inDoubt);
            if (transaction.isEmpty()) {
                return;
            }
            TransactionResult result = commit(transaction.get());
            if (result instanceof TransactionResult.Committed || happened(plan, transaction.get(), result)) {
                return;
            }
            inDoubt |= result instanceof TransactionResult.Unknown;
        }
        throw OperationException.conflict(("Others kept changing the same nodes, so it could not be done that %s. "
                + "Try again.").formatted(plan.outcome()));
    }

    /** Carries on with the plan until the tree is as it should be. */
    void carryOnUntilDone(Plan plan) {
        while (look(plan, true).isPresent()) {
            carryOn(plan);
        }
    }

    /** Reads before anything was written, and says it clearly when that cannot be done. */
    <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (RegistryUnavailableException e) {
            throw OperationException.unavailable(
                    "ZooKeeper does not answer (%s), so nothing was changed. Try again when it does.".formatted(e.getMessage()), e);
        }
    }

    private Optional<Transaction> look(Plan plan, boolean inDoubt) {
        if (!inDoubt) {
            return reading(plan::next);
        }
        try {
            return plan.next();
        } catch (RegistryUnavailableException e) {
            throw unknown(plan, e.getMessage(), e);
        }
    }

    private boolean happened(Plan plan, Transaction transaction, TransactionResult result) {
        if (result instanceof TransactionResult.Refused refused) {
            makeParents(refused);
            return false;
        }
        if (result instanceof TransactionResult.Unknown unknown) {
            return foundToHaveHappened(plan, transaction, unknown.cause());
        }
        throw OperationException.unavailable("This scheduler does not lead any more; ask the one that does.", null);
    }

    private TransactionResult commit(Transaction transaction) {
        try {
            return registry.commit(transaction);
        } catch (RegistryUnavailableException e) {
            return new TransactionResult.Unknown(e.getMessage());
        }
    }

    private static boolean foundToHaveHappened(Plan plan, Transaction transaction, String cause) {
        try {
            return switch (plan.afterUnknown(transaction)) {
                case HAPPENED -> true;
                case DO_AGAIN -> false;
                case CANNOT_TELL -> throw unknown(plan, cause, null);
            };
        } catch (RegistryUnavailableException e) {
            throw unknown(plan, cause, e);
        }
    }

    private static OperationException unknown(Plan plan, String cause, Exception e) {
        return OperationException.unavailable("ZooKeeper did not answer (%s), so it is not known whether %s. %s"
                .formatted(cause, plan.outcome(), plan.howToFindOut()), e);
    }

    /** A tree that 2.1.5 made, or a hand has tidied up, may lack the nodes under which others stand. */
    private void makeParents(TransactionResult.Refused refused) {
        if (refused.reason() == TransactionResult.Reason.NO_NODE && refused.change() instanceof Change.Create create) {
            String path = create.path();
            for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
                commit(Transaction.of(new Change.Create(path.substring(0, slash), "")));
            }
        }
    }
}
