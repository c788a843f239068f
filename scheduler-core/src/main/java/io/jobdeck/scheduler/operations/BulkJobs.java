package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.threads.NamedThreads;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does the same to many jobs, several at a time, so that their round trips to ZooKeeper overlap and their transactions
 * travel together. A job that is named more than once is dealt with once.
 */
final class BulkJobs {

    private static final int AT_ONCE = 48;
    private static final String NAMED_AGAIN = "named more than once, done once";

    /** Does it to one job and returns what there is to know although it was done. */
    @FunctionalInterface
    interface Work {
        Optional<String> on(String job);
    }

    private BulkJobs() {
    }

    static List<JobOutcome> on(List<String> jobs, Work work) {
        if (jobs.isEmpty()) {
            return List.of();
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, jobs.size()), new NamedThreads("bulk"));
        try {
            Map<String, Future<JobOutcome>> started = new LinkedHashMap<>();
            jobs.forEach(job -> started.computeIfAbsent(job, name -> threads.submit(() -> outcome(name, work))));
            Map<String, JobOutcome> first = new HashMap<>();
            return jobs.stream().map(job -> {
                JobOutcome earlier = first.get(job);
                return earlier == null ? remember(first, await(started.get(job))) : again(earlier);
            }).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static JobOutcome outcome(String job, Work work) {
        try {
            return new JobOutcome(job, Optional.empty(), work.on(job));
        } catch (OperationException refused) {
            return new JobOutcome(job, Optional.of(refused), Optional.empty());
        }
    }

    private static JobOutcome remember(Map<String, JobOutcome> first, JobOutcome outcome) {
        first.put(outcome.job(), outcome);
        return outcome;
    }

    private static JobOutcome again(JobOutcome earlier) {
        return new JobOutcome(earlier.job(), earlier.refusal(), Optional.of(NAMED_AGAIN));
    }

    private static JobOutcome await(Future<JobOutcome> started) {
        try {
            return started.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw OperationException.unavailable("Interrupted; it is not known which jobs were dealt with.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException broken ? broken : new IllegalStateException(e.getCause());
        }
    }
}
