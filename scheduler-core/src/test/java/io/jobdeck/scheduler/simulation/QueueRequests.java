package io.jobdeck.scheduler.simulation;

import java.util.OptionalInt;

/** What can be asked for of what waits. */
final class QueueRequests {

    private QueueRequests() {
    }

    static Operation removeReady(String job) {
        return new Operation("remove the runs of job %s that wait".formatted(job),
                (operations, caller) -> operations.removeReady(job, OptionalInt.empty(), caller),
                rules -> rules.knowsTransientJob(job), rules -> rules.removeReady(job), rules -> rules.knowsJob(job));
    }

    static Operation removeFailover(String job) {
        return new Operation("remove the failover entries of job " + job,
                (operations, caller) -> operations.removeFailover(job, OptionalInt.empty(), caller),
                rules -> rules.knowsJob(job), rules -> rules.removeFailover(job), rules -> rules.knowsJob(job));
    }
}
