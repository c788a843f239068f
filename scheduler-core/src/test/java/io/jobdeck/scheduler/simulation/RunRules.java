package io.jobdeck.scheduler.simulation;

import io.jobdeck.executor.wire.FireNow;
import io.jobdeck.executor.wire.TaskPayload;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.simulation.ClusterModel.TaskModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.mesos.v1.Protos.TaskStatus;

/** What may really happen in the cluster: what runs, what is killed, and what is acknowledged. */
final class RunRules implements Witness {

    private final ClusterModel model;
    private final FiringRules firings;
    private final Reality reality;

    RunRules(ClusterModel model, FiringRules firings, Reality reality) {
        this.model = model;
        this.firings = firings;
        this.reality = reality;
    }

    @Override
    public void accepted(SimulatedTask task) {
        Rules.demand(reality.isRecorded(task.id()), model.givenUp().contains(task.id())
                ? "%s is launched after its record was removed" : "%s is launched without a record", task.id());
        String parameter = TaskPayload.fromBytes(task.info().getData().toByteArray()).jobParameter();
        String wanted = model.tasks().get(task.id()).parameter();
        Rules.demand(parameter.equals(wanted), "%s is launched with parameter %s instead of %s", task.id(), parameter, wanted);
    }

    @Override
    public void started(SimulatedTask task) {
        TaskModel known = model.tasks().get(task.id());
        known.item.begun = true;
    }

    @Override
    public void fired(SimulatedTask task, FireNow order) {
        firings.fired(task, order);
    }

    /** No item runs twice at once, save on agents that were out of sight for too long. */
    void judgeRunning(Collection<SimulatedTask> alive) {
        Map<MetaInfo, TaskId> running = new HashMap<>();
        for (SimulatedTask task : alive) {
            if (!model.givenUp().contains(task.id())) {
                TaskId other = running.put(task.item(), task.id());
                Rules.demand(other == null, "%s runs beside %s", task.id(), other);
            }
        }
    }

    @Override
    public void killed(SimulatedTask task) {
        TaskModel known = model.tasks().get(task.id());
        Rules.demand(!reality.isRecorded(task.id()) || known.mayBeKilled, "%s is killed without a reason", task.id());
    }

    @Override
    public void acknowledged(SimulatedTask task, TaskStatus status) {
        boolean last = task.hasEnded() && task.unacknowledged().isEmpty();
        Rules.demand(!last || !reality.isRecorded(task.id()), "the end of %s is acknowledged before it is written",
                task.id());
    }

    @Override
    public void misused(String what) {
        throw new RuleBroken(what);
    }
}
