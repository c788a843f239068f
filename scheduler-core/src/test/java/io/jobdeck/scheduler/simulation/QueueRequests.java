package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.model.TaskId;
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

    static Operation removeReady(String job, int runs) {
        return new Operation("remove %d runs of job %s that wait".formatted(runs, job),
                (operations, caller) -> operations.removeReady(job, OptionalInt.of(runs), caller),
                rules -> rules.knowsTransientJob(job), rules -> rules.removeReady(job, runs), rules -> rules.knowsJob(job));
    }

    static Operation removeRun(String job, String run) {
        return new Operation("remove run %s of job %s".formatted(run, job),
                (operations, caller) -> operations.removeRun(job, run, caller),
                rules -> rules.knowsRun(job, run), rules -> rules.removeRun(job, run), rules -> rules.knowsJob(job));
    }

    static Operation removeFailover(String job, int item) {
        return new Operation("remove the failover entry of item %d of job %s".formatted(item, job),
                (operations, caller) -> operations.removeFailover(job, OptionalInt.of(item), caller),
                rules -> rules.knowsJob(job), rules -> rules.removeFailover(job, item), rules -> rules.knowsJob(job));
    }

    static Operation kill(TaskId task, boolean inFlight) {
        return new Operation("kill task " + task, (operations, caller) -> operations.killTask(task, caller),
                rules -> inFlight, rules -> rules.kill(task));
    }

    static Operation removeFailover(String job) {
        return new Operation("remove the failover entries of job " + job,
                (operations, caller) -> operations.removeFailover(job, OptionalInt.empty(), caller),
                rules -> rules.knowsJob(job), rules -> rules.removeFailover(job), rules -> rules.knowsJob(job));
    }
}
