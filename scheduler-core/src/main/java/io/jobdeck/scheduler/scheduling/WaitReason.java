package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.FailedItem;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.Waiting.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Why a job waits, for people.
 *
 * @param kind tells whether two reasons are the same but for their numbers
 * @param text what is missing
 * @param help what would change it
 */
record WaitReason(Kind kind, String text, String help) {

    static WaitReason noMesos() {
        return new WaitReason(Kind.NO_MESOS, "The scheduler is not connected to a Mesos master.",
                "It connects by itself as soon as a master answers; check that the master runs and can be reached.");
    }

    static WaitReason noOffer() {
        return new WaitReason(Kind.NO_OFFER, "No agent has offered any resources.",
                "Offers come when an agent is registered and has cpus and memory that nobody uses.");
    }

    static WaitReason resources(Placement.Shortage shortage, int items, boolean allOrNone) {
        String what = allOrNone && items > 1 ? "All %d items must start together; the next one needs %s".formatted(
                items, shortage.needed()) : "Needs " + shortage.needed();
        return new WaitReason(Kind.RESOURCES,
                "%s, the largest offer has %s free (%d %s with an offer).".formatted(what, shortage.largestFree(),
                        shortage.agents(), shortage.agents() == 1 ? "agent" : "agents"),
                "It launches when running tasks end, an agent is added, or the job or its app asks for less.");
    }

    static WaitReason previousRun(Collection<TaskRecord> tasks) {
        TaskRecord oldest = tasks.stream().min(Comparator.comparing(TaskRecord::launchedAt)).orElseThrow();
        Instant since = oldest.launchedAt().truncatedTo(ChronoUnit.SECONDS);
        return new WaitReason(Kind.PREVIOUS_RUN,
                "The previous run is still going: %d %s, item %d on %s since %s.".formatted(tasks.size(),
                        tasks.size() == 1 ? "task" : "tasks", oldest.taskId().item(), oldest.agentHost(), since),
                "It launches when that run has ended.");
    }

    static WaitReason appMissing(String app) {
        return new WaitReason(Kind.APP_MISSING, "App '%s' is not registered or its config cannot be read.".formatted(app),
                "Register the app, or deregister the job.");
    }

    static WaitReason foreignExecutor(String app) {
        return new WaitReason(Kind.FOREIGN_EXECUTOR,
                "App '%s' embeds the executor of Elastic-Job-Cloud 2.1.5, which this version cannot start.".formatted(app),
                "Build the app with Jobdeck's executor and set its \"executor\" to %s.".formatted(ExecutorKind.JOBDECK));
    }

    static WaitReason parameters(String problem) {
        return new WaitReason(Kind.PARAMETERS, "shardingItemParameters cannot be read: " + problem,
                "Update the job with parameters such as 0=a,1=b.");
    }

    static WaitReason tooManyItems(int items, int most) {
        return new WaitReason(Kind.TOO_MANY_ITEMS, "Its shardingTotalCount is %d; a run has at most %d items.".formatted(items, most),
                "Update the job with fewer items, or split it into several jobs.");
    }

    static WaitReason backoff(Instant until) {
        return new WaitReason(Kind.BACKOFF, "It failed and is launched again at %s at the earliest.".formatted(
                until.truncatedTo(ChronoUnit.SECONDS)), "Look at the last result for what went wrong.");
    }

    static WaitReason executorReplaced(String app) {
        return new WaitReason(Kind.EXECUTOR_REPLACED,
                "App '%s' was updated and its running executor is being replaced.".formatted(app),
                "It launches when the old executor has finished its tasks and ended.");
    }

    /**
     * Work waits while its job or app is disabled.
     *
     * @param what the job or the app, as the subject of a sentence
     */
    static WaitReason disabled(String what, Optional<Disablement> disablement) {
        Optional<Instant> until = disablement.flatMap(Disablement::until).map(time -> time.truncatedTo(ChronoUnit.SECONDS));
        String by = disablement.map(info -> " by " + info.by()).orElse("");
        return new WaitReason(Kind.DISABLED,
                "%s is disabled%s%s; its backlog is kept.".formatted(what, by, until.map(time -> " until " + time).orElse("")),
                until.isPresent() ? "It launches when that time has come, or when it is enabled before."
                        : "It launches when it is enabled.");
    }

    static WaitReason queueFull(int size) {
        return new WaitReason(Kind.QUEUE_FULL,
                "The ready queue holds %d jobs, which is all it may; a firing of this one was left out.".formatted(size),
                "It is queued again when other jobs have been launched; if the queue stays full, give Mesos more agents, "
                        + "disable jobs, or raise job_state_queue_size.");
    }

    static WaitReason givenUp(int item, FailedItem failed) {
        return new WaitReason(Kind.GIVEN_UP,
                "Item %d has failed %d times in a row and stays down. The last time: %s".formatted(item, failed.failures(),
                        failed.message().isEmpty() ? "no message was reported." : failed.message()),
                "It is launched again when the job or its app is updated, or the job is enabled or triggered.");
    }

    static WaitReason returned(TaskId task) {
        return new WaitReason(Kind.RETURNED,
                "A task of item %d that had been given up has come back on agent %s and is being killed.".formatted(
                        task.item(), task.agentId()),
                "It launches when that task has ended, so that the item does not run twice.");
    }
}
