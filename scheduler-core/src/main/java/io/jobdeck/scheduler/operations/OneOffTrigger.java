package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.Transaction;
import java.time.Instant;

/** A run with a parameter or items of its own, which has a node and an id of its own. */
final class OneOffTrigger implements TriggerKind {

    private final StoredRuns runs;
    private final QueueLimit limit;
    private final String path;
    private final OneOffRun run;

    OneOffTrigger(Sight sight, QueueLimit limit, JobConfig config, String id, TriggerOptions options, String by,
            Instant now) {
        this.runs = new StoredRuns(sight);
        this.limit = limit;
        this.path = RegistryPaths.run(config.jobName(), id);
        this.run = new OneOffRun(id, config.jobName(), options.jobParameter(), options.items(), by, now);
    }

    @Override
    public void request(Nodes nodes, JobConfig config) {
        limit.reserve(path);
        nodes.create(path, Codecs.ONE_OFF_RUN.write(run));
    }

    /** The run bears the request's id, so it is found whether it waits, is under way, or has ended. */
    @Override
    public Plan.Verdict afterUnknown(Transaction tried) {
        return switch (runs.find(run.jobName(), run.runId(), run.at())) {
            case FOUND -> Plan.Verdict.HAPPENED;
            case ABSENT -> Plan.Verdict.DO_AGAIN;
            case MAY_BE_FORGOTTEN -> Plan.Verdict.CANNOT_TELL;
        };
    }

    @Override
    public String outcome() {
        return "a run of job '%s' was queued".formatted(run.jobName());
    }
}
