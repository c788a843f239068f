package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;

/**
 * What changed in all tables since the last time, and who leads now.
 *
 * @param jobs by name
 * @param apps by name
 * @param ready by job
 * @param running by task
 * @param failover by job and item
 * @param disabled by what is disabled
 * @param leadership who leads now
 */
public record ClusterDelta(
        Delta<String, JobFacts> jobs,
        Delta<String, AppFacts> apps,
        Delta<String, ReadyFacts> ready,
        Delta<TaskId, TaskRecord> running,
        Delta<MetaInfo, FailoverFacts> failover,
        Delta<DisabledFacts.Subject, DisabledFacts> disabled,
        Leadership leadership) {
}
