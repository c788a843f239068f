package io.jobdeck.scheduler.simulation;

import io.jobdeck.executor.wire.FireNow;
import io.jobdeck.scheduler.model.DaemonTrigger;
import io.jobdeck.scheduler.simulation.ClusterModel.JobModel;
import io.jobdeck.scheduler.simulation.ClusterModel.Wanted;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Firings that were asked of daemons: each item takes each of them, or the next one that takes its place. */
final class FiringRules implements WishRules {

    private final ClusterModel model;
    /** Everything that was ever asked for, by its id. */
    private final Map<String, DaemonTrigger> asked = new HashMap<>();
    private final Set<Fired> fired = new HashSet<>();

    FiringRules(ClusterModel model) {
        this.model = model;
    }

    private record Fired(String trigger, String job, int item) { }

    /** A firing was accepted, whose id nobody knows yet. */
    void want(String name, Wanted firing) {
        JobModel job = model.jobs().get(name);
        SortedSet<Integer> items = new TreeSet<>(firing.items().isEmpty() ? allItems(job) : firing.items());
        job.trigger.ifPresent(pending -> items.addAll(pending.items().headSet(job.spec.items())));
        job.wantedTrigger = Optional.of(new Wanted(firing.parameter(), items));
    }

    private static Set<Integer> allItems(JobModel job) {
        return IntStream.range(0, job.spec.items()).boxed().collect(Collectors.toSet());
    }

    /** Fewer items can fire, or none any more. */
    void updated(JobModel job, boolean stays) {
        job.trigger = job.trigger.filter(pending -> stays)
                .map(pending -> with(pending, pending.items().headSet(job.spec.items())))
                .filter(pending -> !pending.items().isEmpty());
    }

    private static DaemonTrigger with(DaemonTrigger trigger, SortedSet<Integer> items) {
        return new DaemonTrigger(trigger.triggerId(), trigger.jobParameter(), items, trigger.by(), trigger.at());
    }

    /** What is asked for in the tree is what was accepted. */
    @Override
    public void judge(TreeState tree) {
        model.jobs().forEach((name, job) -> {
            Optional<DaemonTrigger> stored = tree.trigger(name);
            if (model.isWanted(job)) {
                job.wantedTrigger.ifPresent(wanted -> {
                    Rules.demand(stored.filter(trigger -> !asked.containsKey(trigger.triggerId())
                            && trigger.jobParameter().equals(wanted.parameter())
                            && trigger.items().equals(wanted.items())).isPresent(),
                            "%s is to fire %s, but the tree says %s", name, wanted, stored);
                    asked.put(stored.get().triggerId(), stored.get());
                    job.trigger = stored;
                });
                Rules.demand(stored.equals(job.trigger), "%s is to fire %s instead of %s", name, stored, job.trigger);
            }
            job.wantedTrigger = Optional.empty();
            job.trigger = stored;
        });
    }

    /** The leader says that items have taken what was asked for. */
    @Override
    public void judgeWrite(TreeState before, TreeState after, int decided) {
        model.jobs().forEach((name, job) -> before.trigger(name).ifPresent(trigger -> {
            SortedSet<Integer> left = after.trigger(name).map(DaemonTrigger::items).orElseGet(TreeSet::new);
            boolean mayDrop = !model.isWanted(job) || !job.spec.isDaemon() || job.changed > decided;
            for (int item : trigger.items()) {
                Rules.demand(left.contains(item) || mayDrop || item >= job.spec.items()
                        || fired.contains(new Fired(trigger.triggerId(), name, item)),
                        "item %d of %s is taken to have fired %s", item, name, trigger);
            }
            Rules.demand(trigger.items().containsAll(left), "%s is to fire %s instead of %s", name, left, trigger);
            job.trigger = after.trigger(name);
        }));
    }

    /** A task has begun to fire. */
    void fired(SimulatedTask task, FireNow order) {
        DaemonTrigger trigger = asked.get(order.triggerId());
        Rules.demand(trigger != null && trigger.items().contains(task.id().item()),
                "%s fires %s, which nobody asked of it", task.id(), order);
        Rules.demand(Optional.ofNullable(order.jobParameter()).equals(trigger.jobParameter()),
                "%s fires with parameter %s instead of %s", task.id(), order.jobParameter(), trigger.jobParameter());
        fired.add(new Fired(order.triggerId(), task.id().jobName(), task.id().item()));
    }

    /** Nothing is left to be taken. */
    @Override
    public void judgeEnds(TreeState tree) {
        Names.JOBS.forEach(name -> Rules.demand(tree.trigger(name).isEmpty(), "%s is still to fire %s", name,
                tree.trigger(name)));
    }
}
