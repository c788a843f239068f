package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.configApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.configJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.jobChanges;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.Reading;
import io.jobdeck.scheduler.model.ConfigUpdate;
import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Replaces a job's config and brings its queues in line. The leader does the rest. */
final class JobUpdate implements Plan {

    private final Sight sight;
    private final JobConfig job;
    private final String name;
    private final Optional<ConfigVersion> basis;
    private final String by;
    private final Instant now;
    private boolean leftSome;
    private ConfigUpdate update;
    private QueueAlignment alignment;

    JobUpdate(Sight sight, JobConfig job, Optional<ConfigVersion> basis, String by, Instant now) {
        this.sight = sight;
        this.job = job;
        this.name = job.jobName();
        this.basis = basis;
        this.by = by;
        this.now = now;
    }

    @Override
    public Optional<Transaction> next() {
        leftSome = false;
        Nodes nodes = sight.read(paths());
        TreeNode stored = nodes.get(configJob(name)).orElseThrow(() -> JobOperations.unknownJob(name));
        Reading<JobConfig> before = Codecs.JOB.examine(stored.text());
        JobConfig after = Merging.keepUnknown(job, before.value());
        Optional<JobConfig> readable = before.value().filter(any -> before.problems().isEmpty());
        if (readable.filter(after::equals).isPresent()) {
            return Optional.empty();
        }
        String was = readable.map(Codecs.JOB::write).orElse(stored.text());
        String becomes = Codecs.JOB.write(after);
        ChangeLog log = ChangeLog.of(nodes.get(jobChanges(name)));
        ConfigVersion version = ConfigVersions.ofJob(stored.text());
        log.demand(basis, version, "Job '%s'".formatted(name), () -> FieldDifferences.between(becomes, was));
        if (readable.filter(old -> old.appName().equals(job.appName())).isEmpty()) {
            JobOperations.demandApp(nodes, job.appName());
        }
        nodes.put(configJob(name), becomes);
        update = new ConfigUpdate(version, ConfigVersions.ofJob(becomes), by, now, FieldDifferences.between(was, becomes));
        nodes.put(jobChanges(name), log.with(update));
        alignment = new QueueAlignment(sight, readable, after);
        alignment.apply(nodes, !nodes.has(disabledJob(name)) && !nodes.has(disabledApp(job.appName())));
        leftSome = nodes.hasLeftSome();
        return nodes.transaction();
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>(QueueAlignment.paths(name));
        paths.addAll(List.of(configJob(name), configApp(job.appName()), disabledApp(job.appName()), disabledJob(name),
                jobChanges(name)));
        return paths;
    }

    /** Others may have updated the job since, so that it is the log that tells. */
    @Override
    public Verdict afterUnknown(Transaction tried) {
        return ChangeLog.of(sight.find(jobChanges(name))).has(update) ? Verdict.HAPPENED : Verdict.DO_AGAIN;
    }

    boolean hasLeftSome() {
        return leftSome;
    }

    /** Returns the plan that drops the entries for which the update's own transaction had no room. */
    Plan remainder() {
        return new Plan() {
            @Override
            public Optional<Transaction> next() {
                Nodes nodes = sight.read(QueueAlignment.paths(name));
                alignment.applyRest(nodes);
                return nodes.transaction();
            }

            @Override
            public String outcome() {
                return JobUpdate.this.outcome();
            }
        };
    }

    @Override
    public String outcome() {
        return "job '%s' was updated".formatted(name);
    }
}
