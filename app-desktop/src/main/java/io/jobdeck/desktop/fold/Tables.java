package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;

/** The facts of all tables as they were handed out last. */
final class Tables {

    final Facts<String, JobFacts> jobs = new Facts<>();
    final Facts<String, AppFacts> apps = new Facts<>();
    final Facts<ReadyFacts.Key, ReadyFacts> ready = new Facts<>();
    final Facts<TaskId, TaskFacts> tasks = new Facts<>();
    final Facts<MetaInfo, FailoverFacts> failover = new Facts<>();
    final Facts<DisabledFacts.Subject, DisabledFacts> disabled = new Facts<>();
    final Facts<String, AuditFacts> audit = new Facts<>();
}
