package io.jobdeck.desktop.action;

import io.jobdeck.desktop.fold.AppFacts;
import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.model.JobConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says what stopping or removing something will do, in numbers of this moment. Things that have gone meanwhile count no
 * more.
 */
final class Consequences {

    private final Texts texts;
    private final Inventory inventory;

    Consequences(Texts texts, Inventory inventory) {
        this.texts = texts;
        this.inventory = inventory;
    }

    String ofDisablingJobs(List<Target.Job> targets, boolean keepBacklog) {
        List<JobFacts> jobs = jobs(targets);
        return sentence("disable-jobs", jobs.size(), keepBacklog ? killed(jobs) : work(jobs));
    }

    String ofDeregisteringJobs(List<Target.Job> targets) {
        List<JobFacts> jobs = jobs(targets);
        return sentence("deregister-jobs", jobs.size(), work(jobs)) + texts.get("consequence.for-good");
    }

    /** Of daemons it also says that their items are launched again. */
    String ofKillingTasksOf(List<Target.Job> targets) {
        List<JobFacts> jobs = jobs(targets).stream().filter(job -> job.runningItems() > 0).toList();
        int tasks = jobs.stream().mapToInt(JobFacts::runningItems).sum();
        return texts.get("consequence.kill-tasks-of", tasks, jobs.size()) + texts.get("consequence.end")
                + launchedAgain(jobs);
    }

    String ofKilling(List<Target.Task> targets) {
        List<Target.Task> there = targets.stream().filter(task -> inventory.task(task.id()).isPresent()).toList();
        List<JobFacts> jobs = there.stream().map(task -> task.id().jobName()).distinct()
                .map(inventory::job).flatMap(Optional::stream).toList();
        return texts.get("consequence.kill-tasks-of", there.size(), jobs.size()) + texts.get("consequence.end")
                + launchedAgain(jobs);
    }

    private String launchedAgain(List<JobFacts> jobs) {
        long daemons = jobs.stream().filter(Reasons::isDaemon).count();
        return daemons == 0 ? "" : texts.get("consequence.launched-again", daemons);
    }

    String ofClearingReady(List<Target.Job> targets) {
        return ofRemovingRuns(jobs(targets).stream().mapToInt(JobFacts::readyCount).sum(), targets.size());
    }

    String ofRemovingAllReady(List<Target.Ready> targets) {
        return ofRemovingRuns(targets.stream().mapToInt(ready -> inventory.readyRuns(ready.job()).orElse(0)).sum(),
                targets.size());
    }

    String ofRemovingRuns(int runs, int jobs) {
        return texts.get("consequence.remove-runs", runs, jobs) + texts.get("consequence.end");
    }

    String ofClearingFailover(List<Target.Job> targets) {
        List<JobFacts> jobs = jobs(targets);
        return ofRemovingFailover(jobs.stream().mapToInt(JobFacts::failoverCount).sum());
    }

    String ofRemovingFailover(int items) {
        return texts.get("consequence.remove-failover", items) + texts.get("consequence.end")
                + texts.get("consequence.for-good");
    }

    String ofDisablingApps(List<Target.App> targets, boolean keepBacklog) {
        List<JobFacts> jobs = jobsOf(targets);
        List<String> parts = new ArrayList<>();
        add(parts, "stop-jobs", jobs.size());
        parts.addAll(keepBacklog ? killed(jobs) : work(jobs));
        return sentence("disable-apps", apps(targets).size(), parts);
    }

    String ofDeregisteringApps(List<Target.App> targets) {
        List<AppFacts> apps = apps(targets);
        List<JobFacts> jobs = jobsOf(targets);
        List<String> parts = new ArrayList<>();
        add(parts, "remove-jobs", jobs.size());
        parts.addAll(work(jobs));
        add(parts, "stop-executors", apps.stream().mapToInt(AppFacts::executors).sum());
        return sentence("deregister-apps", apps.size(), parts) + texts.get("consequence.for-good");
    }

    private List<JobFacts> jobs(List<Target.Job> targets) {
        return targets.stream().map(target -> inventory.job(target.name())).flatMap(Optional::stream).toList();
    }

    private List<AppFacts> apps(List<Target.App> targets) {
        return targets.stream().map(target -> inventory.app(target.name())).flatMap(Optional::stream).toList();
    }

    private List<JobFacts> jobsOf(List<Target.App> targets) {
        Set<String> names = targets.stream().map(Target.App::name).collect(Collectors.toSet());
        return inventory.jobs().stream()
                .filter(job -> job.config().map(JobConfig::appName).filter(names::contains).isPresent())
                .toList();
    }

    private List<String> killed(Collection<JobFacts> jobs) {
        List<String> parts = new ArrayList<>();
        add(parts, "kill-tasks", jobs.stream().mapToInt(JobFacts::runningItems).sum());
        return parts;
    }

    private List<String> work(Collection<JobFacts> jobs) {
        List<String> parts = killed(jobs);
        add(parts, "drop-backlog", jobs.stream().mapToInt(JobFacts::readyCount).sum());
        add(parts, "drop-failover", jobs.stream().mapToInt(JobFacts::failoverCount).sum());
        return parts;
    }

    private void add(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(texts.get("consequence." + key, count));
        }
    }

    private String sentence(String beginning, int count, List<String> parts) {
        List<String> all = new ArrayList<>(List.of(texts.get("consequence." + beginning, count)));
        all.addAll(parts);
        return String.join(texts.get("consequence.and"), all) + texts.get("consequence.end");
    }
}
