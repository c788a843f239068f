package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.model.MetaInfo;
import java.util.List;
import java.util.OptionalInt;

/** Takes work out of the queues. */
final class QueueOperations {

    private final Sight sight;
    private final RegistryTransactions transactions;

    QueueOperations(Sight sight, RegistryTransactions transactions) {
        this.sight = sight;
        this.transactions = transactions;
    }

    int removeReady(String job, OptionalInt runs) {
        runs.ifPresent(number -> demandAtLeast("runs", number, 1));
        return remove(new ReadyRemoval(sight, job, runs));
    }

    void removeRun(String job, String runId) {
        if (!NameRule.canBeNode(runId) || runId.contains(MetaInfo.SEPARATOR)) {
            throw OperationException.notFound("There is no run %s.".formatted(Problems.quote(runId)));
        }
        transactions.carryOut(new RunRemoval(sight, job, runId));
    }

    int removeFailover(String job, OptionalInt item) {
        item.ifPresent(number -> demandAtLeast("item", number, 0));
        return remove(new FailoverRemoval(sight, job, item));
    }

    private int remove(QueueRemoval removal) {
        transactions.carryOut(removal);
        int removed = removal.removed();
        while (removal.hasLeftSome()) {
            transactions.carryOn(removal);
            removed += removal.removed();
        }
        return removed;
    }

    private static void demandAtLeast(String field, int number, int least) {
        if (number < least) {
            throw OperationException.invalid(List.of(new FieldProblem(field,
                    "must be at least %d, is %d.".formatted(least, number), Integer.toString(least))));
        }
    }
}
