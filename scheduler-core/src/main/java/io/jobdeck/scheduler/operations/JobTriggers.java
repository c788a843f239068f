package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.registry.RegistryPaths;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Queues single runs, and asks daemons to fire. */
final class JobTriggers {

    private static final int LOCKS = 64;
    /** It travels in every task of the run. */
    private static final int LONGEST_PARAMETER = 64 * 1024;

    private final Sight sight;
    private final RegistryTransactions transactions;
    private final QueueLimit limit;
    private final Clock clock;
    /** Triggers of one job wait for each other here instead of colliding in ZooKeeper. */
    private final List<Lock> locks = Stream.generate(() -> (Lock) new ReentrantLock()).limit(LOCKS).toList();

    JobTriggers(Sight sight, RegistryTransactions transactions, QueueLimit limit, Clock clock) {
        this.sight = sight;
        this.transactions = transactions;
        this.limit = limit;
        this.clock = clock;
    }

    void trigger(String job, TriggerOptions options, String by) {
        demandShortParameter(options);
        JobTrigger trigger = new JobTrigger(sight, limit, job, options, by, clock.instant());
        Lock lock = locks.get(Math.floorMod(job.hashCode(), LOCKS));
        lock.lock();
        try {
            transactions.carryOut(trigger);
        } finally {
            limit.release(RegistryPaths.ready(job));
            limit.release(trigger.runPath());
            lock.unlock();
        }
    }

    private static void demandShortParameter(TriggerOptions options) {
        int bytes = options.jobParameter().map(text -> text.getBytes(StandardCharsets.UTF_8).length).orElse(0);
        if (bytes > LONGEST_PARAMETER) {
            throw OperationException.invalid(List.of(new FieldProblem("jobParameter",
                    "takes %d bytes in UTF-8, at most %d are allowed.".formatted(bytes, LONGEST_PARAMETER),
                    FieldExamples.of("jobParameter"))));
        }
    }
}
