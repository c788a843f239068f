package io.jobdeck.desktop.action;

import io.jobdeck.desktop.apps.AppRow;
import io.jobdeck.desktop.jobs.JobRow;
import io.jobdeck.desktop.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what stopping or removing something will do, in numbers read from the rows at this moment. */
final class Consequences {

    private final Texts texts;
    private final Inventory inventory;

    Consequences(Texts texts, Inventory inventory) {
        this.texts = texts;
        this.inventory = inventory;
    }

    String ofDisablingJobs(List<JobRow> jobs) {
        return sentence("consequence.disable-jobs", jobs.size(), work(jobs));
    }

    String ofDeregisteringJobs(List<JobRow> jobs) {
        return sentence("consequence.deregister-jobs", jobs.size(), work(jobs))
                + texts.get("consequence.for-good");
    }

    String ofDisablingApps(List<AppRow> apps) {
        List<JobRow> jobs = jobsOf(apps);
        return sentence("consequence.disable-apps", apps.size(), withJobs("consequence.stop-jobs", jobs));
    }

    String ofDeregisteringApps(List<AppRow> apps) {
        List<JobRow> jobs = jobsOf(apps);
        List<String> parts = withJobs("consequence.remove-jobs", jobs);
        add(parts, "consequence.stop-executors", apps.stream().mapToInt(app -> app.executorsProperty().get()).sum());
        return sentence("consequence.deregister-apps", apps.size(), parts) + texts.get("consequence.for-good");
    }

    private List<JobRow> jobsOf(List<AppRow> apps) {
        Set<String> names = apps.stream().map(AppRow::name).collect(Collectors.toSet());
        return inventory.jobs().stream().filter(job -> names.contains(job.appProperty().get())).toList();
    }

    private List<String> withJobs(String key, List<JobRow> jobs) {
        List<String> parts = new ArrayList<>();
        add(parts, key, jobs.size());
        parts.addAll(work(jobs));
        return parts;
    }

    private List<String> work(Collection<JobRow> jobs) {
        List<String> parts = new ArrayList<>();
        add(parts, "consequence.kill-tasks", jobs.stream().mapToInt(job -> job.runningItemsProperty().get()).sum());
        add(parts, "consequence.drop-backlog", jobs.stream().mapToInt(job -> job.readyCountProperty().get()).sum());
        add(parts, "consequence.drop-failover", jobs.stream().mapToInt(job -> job.failoverCountProperty().get()).sum());
        return parts;
    }

    private void add(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(texts.get(key, count));
        }
    }

    private String sentence(String beginning, int count, List<String> parts) {
        List<String> all = new ArrayList<>(List.of(texts.get(beginning, count)));
        all.addAll(parts);
        return String.join(texts.get("consequence.and"), all) + texts.get("consequence.end");
    }
}
