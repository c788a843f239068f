package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.simulation.ClusterModel.TaskModel;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tasks that somebody wants to end: each is told so until it has, and its item does not fail over. */
final class KillRules implements WishRules {

    private final ClusterModel model;
    private final Reality reality;
    /** Jobs of which all tasks have just been asked to end. */
    private final Set<String> allOf = new HashSet<>();
    /** Tasks that have just been asked to end. */
    private final Set<TaskId> some = new HashSet<>();

    KillRules(ClusterModel model, Reality reality) {
        this.model = model;
        this.reality = reality;
    }

    void killAll(String job) {
        allOf.add(job);
    }

    void kill(TaskId task) {
        some.add(task);
    }

    /** The job is gone with all that was asked of its tasks, which are to end anyway. */
    void forget(String job) {
        model.tasks().forEach((id, task) -> task.endWanted = id.jobName().equals(job) ? 0 : task.endWanted);
    }

    /** What the leader has launched behind an operation's look is not meant. */
    void forgetWhatWasLaunchedMeanwhile() {
        allOf.clear();
    }

    /** Each task that was asked to end has a request for as long as it has a record. */
    @Override
    public void judge(TreeState tree) {
        allOf.forEach(job -> some.addAll(tree.job(job).tasks().values()));
        some.forEach(task -> Rules.demand(!tree.records(task) || tree.kills().contains(task),
                "the end of %s was asked for, but nothing tells of that", task));
        allOf.clear();
        some.clear();
        for (TaskId task : tree.kills()) {
            find(task).filter(known -> known.endWanted == 0).ifPresent(known -> {
                known.endWanted = model.tick();
                known.mayBeKilled = true;
            });
        }
    }

    /** The leader forgets a request only with its task. */
    @Override
    public void judgeWrite(TreeState before, TreeState after, int decided) {
        before.kills().forEach(task -> Rules.demand(after.kills().contains(task) || !after.records(task),
                "the request to end %s is forgotten before its end", task));
    }

    /** Returns whether the leader knew, when it last looked, that somebody wants the task to end. */
    static boolean isWanted(TaskModel task, int decided) {
        return task.endWanted > 0 && task.endWanted <= decided;
    }

    /** All that was to end has ended, and nobody is asked to end it any more. */
    @Override
    public void judgeEnds(TreeState tree) {
        reality.alive().forEach(task -> Rules.demand(find(task.id()).filter(known -> known.endWanted > 0).isEmpty(),
                "%s goes on, though its end was asked for", task.id()));
        Rules.demand(tree.kills().isEmpty(), "requests to end %s are left", tree.kills());
    }

    private Optional<TaskModel> find(TaskId task) {
        return Optional.ofNullable(model.tasks().get(task));
    }
}
