package io.jobdeck.desktop.action;

import io.jobdeck.desktop.editor.AppLoad;
import io.jobdeck.desktop.editor.JobLoad;
import io.jobdeck.desktop.editor.Loads;
import io.jobdeck.desktop.fold.AppFacts;
import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.desktop.fold.JobState;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.MetaInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What jobs and apps have at work, as far as the console knows. */
final class InventoryLoads implements Loads {

    private final Inventory inventory;

    InventoryLoads(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public JobLoad job(String name) {
        Optional<JobFacts> facts = inventory.job(name);
        boolean enabled = facts.map(JobFacts::state)
                .filter(state -> state != JobState.DISABLED && state != JobState.APP_DISABLED).isPresent();
        List<Integer> running = inventory.tasks().stream().map(task -> task.metaInfo())
                .filter(item -> item.jobName().equals(name)).map(MetaInfo::item).sorted().toList();
        int items = facts.flatMap(JobFacts::config).map(JobConfig::shardingTotalCount).orElse(0);
        List<Integer> failover = IntStream.range(0, items)
                .filter(item -> inventory.isInFailover(new MetaInfo(name, item))).boxed().toList();
        return new JobLoad(enabled, running, inventory.readyRuns(name).orElse(0), failover);
    }

    @Override
    public AppLoad app(String name) {
        return new AppLoad(inventory.app(name).map(AppFacts::executors).orElse(0), tasks(name, ExecutionType.TRANSIENT),
                tasks(name, ExecutionType.DAEMON));
    }

    private int tasks(String app, ExecutionType type) {
        return inventory.jobs().stream()
                .filter(job -> job.config()
                        .filter(config -> config.appName().equals(app) && config.executionType() == type).isPresent())
                .mapToInt(JobFacts::runningItems).sum();
    }
}
