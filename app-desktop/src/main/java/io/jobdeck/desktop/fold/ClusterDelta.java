package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;

/**
 * What changed in all tables since the last time, and how the cluster stands now.
 *
 * @param jobs by name
 * @param apps by name
 * @param ready by job and run
 * @param tasks by task
 * @param failover by job and item
 * @param disabled by what is disabled
 * @param audit by name of the entry
 * @param totals what the cluster does
 * @param leadership who leads now
 */
public record ClusterDelta(
        Delta<String, JobFacts> jobs,
        Delta<String, AppFacts> apps,
        Delta<ReadyFacts.Key, ReadyFacts> ready,
        Delta<TaskId, TaskFacts> tasks,
        Delta<MetaInfo, FailoverFacts> failover,
        Delta<DisabledFacts.Subject, DisabledFacts> disabled,
        Delta<String, AuditFacts> audit,
        Totals totals,
        Leadership leadership) {
}
