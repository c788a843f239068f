package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.configApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.configJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.jobChanges;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.Reading;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Replaces a job's config and brings its queues in line. The leader does the rest. */
final class JobUpdate implements Plan {

    private final Sight sight;
    private final JobConfig job;
    private final String name;
    private boolean leftSome;
    private QueueAlignment alignment;

    JobUpdate(Sight sight, JobConfig job) {
        this.sight = sight;
        this.job = job;
        this.name = job.jobName();
    }

    @Override
    public Optional<Transaction> next() {
        leftSome = false;
        List<String> paths = new ArrayList<>(QueueAlignment.paths(name));
        paths.addAll(List.of(configJob(name), configApp(job.appName()), disabledApp(job.appName()), disabledJob(name),
                jobChanges(name)));
        Nodes nodes = sight.read(paths);
        TreeNode stored = nodes.get(configJob(name)).orElseThrow(() -> JobOperations.unknownJob(name));
        Reading<JobConfig> before = Codecs.JOB.examine(stored.text());
        JobConfig after = Merging.keepUnknown(job, before.value());
        Optional<JobConfig> readable = before.value().filter(any -> before.problems().isEmpty());
        if (readable.filter(after::equals).isPresent()) {
            return Optional.empty();
        }
        if (readable.filter(old -> old.appName().equals(job.appName())).isEmpty()) {
            JobOperations.demandApp(nodes, job.appName());
        }
        nodes.put(configJob(name), Codecs.JOB.write(after));
        alignment = new QueueAlignment(sight, readable, after);
        alignment.apply(nodes, !nodes.has(disabledJob(name)) && !nodes.has(disabledApp(job.appName())));
        leftSome = nodes.hasLeftSome();
        return nodes.transaction();
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
