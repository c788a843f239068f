package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.simulation.ClusterModel.Item;
import io.jobdeck.scheduler.simulation.ClusterModel.JobModel;
import io.jobdeck.scheduler.simulation.ClusterModel.TaskModel;
import io.jobdeck.scheduler.simulation.ClusterModel.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Runs with a parameter or items of their own, and what is left of runs of which a part was launched. Each item of each
 * accepted run is launched once, with the right parameter, or cancelled.
 */
final class WaitingRunRules {

    private final ClusterModel model;

    WaitingRunRules(ClusterModel model) {
        this.model = model;
    }

    /** The runs of the tree are those of the model, with those that somebody has just asked for. */
    void judgeQueue(String name, TreeState.Job stored) {
        Map<String, OneOffRun> known = model.job(name).map(job -> job.runs).orElse(Map.of());
        List<String> fresh = stored.runs().keySet().stream().filter(id -> !known.containsKey(id)).toList();
        model.job(name).ifPresent(job -> fresh.forEach(id -> meet(name, job, stored.runs().get(id))));
        model.job(name).ifPresent(job -> {
            Rules.demand(job.wantedRuns.isEmpty(), "runs %s of %s were accepted and are lost", job.wantedRuns, name);
            job.decided.keySet().retainAll(stored.runs().keySet());
        });
        Rules.demand(stored.runs().equals(known), "the runs %s of %s wait instead of %s", stored.runs(), name, known);
    }

    private void meet(String name, JobModel job, OneOffRun run) {
        Rules.demand(job.wantedRuns.remove(new Wanted(run.jobParameter(), run.items())) && !run.hasBegun(),
                "nobody asked for run %s of %s", run, name);
        job.runs.put(run.runId(), run);
        job.decided.put(run.runId(), model.tick());
    }

    /** What the leader has queued or launched of a job that must rest is followed. */
    void follow(JobModel job, TreeState.Job stored) {
        job.runs.clear();
        job.runs.putAll(stored.runs());
        job.wantedRuns.clear();
    }

    /** The leader has launched a run that waited by itself, or a part of it. */
    void judgeLaunch(String name, JobModel job, String runId, List<TaskId> launched, TreeState.Job before,
            TreeState.Job after, boolean upToDate) {
        OneOffRun run = before.runs().get(runId);
        Rules.demand(model.isWanted(job) || model.keepsBacklog(job) && !upToDate, "run %s is launched, but not wanted", run);
        Rules.demand(after.ready() == before.ready(), "run %s of %s takes an entry of the ready queue", runId, name);
        for (TaskId running : before.tasks().values()) {
            boolean own = Optional.ofNullable(model.tasks().get(running)).filter(task -> runId.equals(task.item.run))
                    .isPresent();
            Rules.demand(run.hasBegun() && own, "run %s of %s is launched beside %s", runId, name, running);
        }
        SortedSet<Integer> all = run.items().isEmpty() ? allItems(job) : run.items().headSet(job.spec.items());
        judgeParts(job, runId, launched, all, after, upToDate);
        Optional.ofNullable(after.runs().get(runId)).ifPresent(rest -> Rules.demand(
                rest.equals(run.rest(rest.items())), "the rest of %s is %s", run, rest));
        note(job, runId, run.jobParameter(), launched, upToDate);
    }

    /** The leader has launched a run that was counted, of which a part may be left. */
    void judgeCounted(String name, JobModel job, String runId, List<TaskId> launched, TreeState.Job before,
            TreeState.Job after, boolean upToDate, int decided) {
        before.runs().keySet().forEach(id -> Rules.demand(job.decided.getOrDefault(id, 0) > decided,
                "a run of %s is launched before run %s", name, id));
        judgeParts(job, runId, launched, allItems(job), after, upToDate);
        Optional.ofNullable(after.runs().get(runId)).ifPresent(rest -> Rules.demand(
                rest.launches() == 1 && rest.jobParameter().isEmpty() && rest.jobName().equals(name),
                "the rest of a run of %s is %s", name, rest));
        note(job, runId, Optional.empty(), launched, upToDate);
    }

    private void judgeParts(JobModel job, String runId, List<TaskId> launched, SortedSet<Integer> all,
            TreeState.Job after, boolean upToDate) {
        SortedSet<Integer> items = launched.stream().map(TaskId::item).collect(Collectors.toCollection(TreeSet::new));
        SortedSet<Integer> rest = Optional.ofNullable(after.runs().get(runId)).map(OneOffRun::items)
                .orElseGet(TreeSet::new);
        SortedSet<Integer> both = new TreeSet<>(items);
        both.addAll(rest);
        boolean divided = both.size() == items.size() + rest.size() && both.equals(all)
                && rest.isEmpty() == !after.runs().containsKey(runId);
        Rules.demand(divided || !upToDate, "of items %s of run %s %s are launched and %s left", all, runId, items, rest);
        Rules.demand(rest.isEmpty() || job.spec.partial() || !upToDate, "of items %s of run %s only %s are launched", all,
                runId, items);
    }

    private void note(JobModel job, String runId, Optional<String> parameter, List<TaskId> launched, boolean upToDate) {
        launched.forEach(id -> model.tasks().put(id, new TaskModel(new Item(runId, parameter), job.spec, !upToDate)));
    }

    private static SortedSet<Integer> allItems(JobModel job) {
        return IntStream.range(0, job.spec.items()).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    /** The leader leaves all runs alone but the one it launches, unless the job is not to run them any more. */
    void judgeOthers(String name, JobModel job, Optional<String> launched, TreeState.Job before, TreeState.Job after,
            boolean upToDate) {
        after.runs().forEach((id, run) -> Rules.demand(launched.filter(id::equals).isPresent()
                || run.equals(before.runs().get(id)), "run %s of %s is changed from %s", run, name, before.runs().get(id)));
        boolean rests = job == null || job.spec.isDaemon() || !model.isWanted(job) && !model.keepsBacklog(job);
        before.runs().forEach((id, run) -> Rules.demand(after.runs().containsKey(id) || launched.filter(id::equals).isPresent()
                || rests || !upToDate && job.decided.getOrDefault(id, 0) == 0, "run %s of %s is dropped", run, name));
    }
}
