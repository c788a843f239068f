package io.jobdeck.scheduler.simulation;

import com.google.protobuf.ByteString;
import io.jobdeck.executor.wire.FireNow;
import io.jobdeck.executor.wire.Messages;
import io.jobdeck.executor.wire.TriggerTaken;
import io.jobdeck.scheduler.simulation.SimulatedAgent.SimulatedExecutor;
import io.jobdeck.scheduler.simulation.SimulatedAgent.View;
import java.time.Clock;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.Offer;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;

/**
 * A master and its agents as a framework sees Mesos 1.11: calls that the master gets are obeyed at once, events wait in
 * {@link #events()} until the test delivers them. Tasks go on only when the test says so.
 */
final class SimulatedMesos {

    private static final FrameworkID FRAMEWORK = FrameworkID.newBuilder().setValue("framework-1").build();
    private static final Room AGENT = new Room(20_000, 20_000_000);

    private final Clock clock;
    private final Witness witness;
    private final Map<String, SimulatedAgent> agents = new LinkedHashMap<>();
    private final Map<String, SimulatedTask> tasks = new LinkedHashMap<>();
    private final SimulatedOffers offers = new SimulatedOffers();
    private final SimulatedStream stream = new SimulatedStream();
    private boolean suppressed;
    private int agentsMade;
    /** The next launch gets no further than to the master. */
    boolean loseNextLaunch;

    SimulatedMesos(Clock clock, int agents, Witness witness) {
        this.clock = clock;
        this.witness = witness;
        for (int index = 0; index < agents; index++) {
            addAgent();
        }
    }

    private void addAgent() {
        String id = "agent-" + ++agentsMade;
        agents.put(id, new SimulatedAgent(id, AGENT));
    }

    /** Returns the events on their way to the framework. */
    Deque<Event> events() {
        return stream.events;
    }

    List<SimulatedAgent> agents() {
        return agents.values().stream().filter(agent -> agent.view() != View.GONE).toList();
    }

    SimulatedAgent agentOf(SimulatedTask task) {
        return agents.get(task.id().agentId());
    }

    Collection<SimulatedTask> tasks() {
        return tasks.values();
    }

    Optional<SimulatedTask> task(String id) {
        return Optional.ofNullable(tasks.get(id));
    }

    List<SimulatedTask> alive() {
        return tasks.values().stream().filter(SimulatedTask::isAlive).toList();
    }

    boolean isSubscribed(Object connection) {
        return stream.isOf(connection);
    }

    /** Returns whether the agent's state is known to the master and its messages come through. */
    boolean isInSight(SimulatedTask task) {
        return agentOf(task).view() == View.REGISTERED;
    }

    /** A call of the scheduler behind a connection reaches the master. */
    void call(Object connection, Call call) {
        if (call.getType() == Call.Type.SUBSCRIBE) {
            subscribe(connection);
        } else if (stream.isOf(connection)) {
            obey(call);
        }
    }

    private void subscribe(Object connection) {
        disconnect();
        stream.open(connection, FRAMEWORK);
    }

    /** The connection of the subscriber breaks, and all events on their way are lost. */
    void disconnect() {
        suppressed = false;
        offers.clear();
        stream.close();
    }

    private void obey(Call call) {
        switch (call.getType()) {
            case ACCEPT -> accept(call.getAccept());
            case DECLINE -> call.getDecline().getOfferIdsList().forEach(offers::take);
            case KILL -> kill(call.getKill().getTaskId().getValue(), call.getKill().getAgentId().getValue());
            case ACKNOWLEDGE -> acknowledge(call.getAcknowledge());
            case RECONCILE -> reconcile(call.getReconcile().getTasksList());
            case MESSAGE -> message(call.getMessage());
            case SHUTDOWN -> executorEnds(call.getShutdown().getAgentId().getValue(),
                    call.getShutdown().getExecutorId().getValue());
            case SUPPRESS -> suppressed = true;
            case REVIVE -> suppressed = false;
            default -> witness.misused("call of type " + call.getType());
        }
    }

    private void accept(Call.Accept accept) {
        List<TaskInfo> launched = accept.getOperationsList().stream()
                .flatMap(operation -> operation.getLaunch().getTaskInfosList().stream()).toList();
        List<Offer> used = accept.getOfferIdsList().stream().map(offers::take).toList();
        if (used.contains(null)) {
            launched.forEach(task -> answer(drop(task, "its offer is void").status(TaskState.TASK_DROPPED)));
            return;
        }
        Room room = used.stream().map(offer -> Room.of(offer.getResourcesList())).reduce(Room.NONE, Room::plus);
        Set<String> starting = new HashSet<>();
        for (TaskInfo info : launched) {
            room = launch(info, room, starting, agents.get(used.get(0).getAgentId().getValue()));
        }
        loseNextLaunch = false;
    }

    private SimulatedTask drop(TaskInfo info, String why) {
        SimulatedTask task = new SimulatedTask(info);
        task.end(TaskState.TASK_DROPPED);
        tasks.putIfAbsent(info.getTaskId().getValue(), task);
        return task;
    }

    private Room launch(TaskInfo info, Room room, Set<String> starting, SimulatedAgent agent) {
        Room needed = agent.needs(info, starting);
        if (!room.holds(needed)) {
            witness.misused("task %s takes %s of %s offered".formatted(info.getTaskId().getValue(), needed, room));
        }
        SimulatedTask task = new SimulatedTask(info);
        if (tasks.putIfAbsent(info.getTaskId().getValue(), task) != null) {
            witness.misused("task %s is launched a second time".formatted(info.getTaskId().getValue()));
            return room;
        }
        SimulatedExecutor living = agent.executors.get(task.executor());
        if (living != null && !living.info().equals(info.getExecutor())) {
            witness.misused("task %s names its executor otherwise than it was started".formatted(task.id()));
        }
        witness.accepted(task);
        if (!loseNextLaunch) {
            arrive(task, agent);
        }
        return room.minus(needed);
    }

    private void arrive(SimulatedTask task, SimulatedAgent agent) {
        task.arrived = true;
        if (task.info().hasExecutor()) {
            agent.executors.putIfAbsent(task.executor(), new SimulatedExecutor(task.info().getExecutor()));
        }
        witness.started(task);
    }

    private void kill(String id, String agent) {
        SimulatedTask task = tasks.get(id);
        if (task == null || task.forgotten) {
            answer(SimulatedAgent.unknown(id, agent, agents.get(agent)));
            return;
        }
        task.killRequested = true;
        if (!task.hasEnded()) {
            witness.killed(task);
        }
    }

    private void acknowledge(Call.Acknowledge call) {
        SimulatedTask task = tasks.get(call.getTaskId().getValue());
        TaskStatus head = task == null ? null : task.unacknowledged().peek();
        if (head == null || !head.getUuid().equals(call.getUuid())) {
            return;
        }
        task.unacknowledged().remove();
        witness.acknowledged(task, head);
        if (task.unacknowledged().isEmpty()) {
            task.forgotten = task.hasEnded();
        } else {
            forward(task);
        }
    }

    private void reconcile(List<Call.Reconcile.Task> asked) {
        if (asked.isEmpty()) {
            tasks.values().stream().filter(task -> !task.forgotten && isInSight(task)).forEach(this::answerLatest);
        }
        for (Call.Reconcile.Task question : asked) {
            SimulatedTask task = tasks.get(question.getTaskId().getValue());
            if (task != null && !task.forgotten && isInSight(task)) {
                answerLatest(task);
            } else {
                String agent = question.getAgentId().getValue();
                answer(SimulatedAgent.unknown(question.getTaskId().getValue(), agent, agents.get(agent)));
            }
        }
    }

    private void answerLatest(SimulatedTask task) {
        // The master answers with the newest state it knows, which is that of the oldest update not yet forwarded.
        answer(task.status(task.unacknowledged().isEmpty() ? task.state() : task.unacknowledged().peek().getState()));
    }

    private void message(Call.Message message) {
        SimulatedAgent agent = agents.get(message.getAgentId().getValue());
        SimulatedExecutor executor = agent == null || agent.view() != View.REGISTERED
                ? null : agent.executors.get(message.getExecutorId().getValue());
        if (executor != null && message.getData().toStringUtf8().equals(Messages.STOP)) {
            executor.stopping = true;
            stopIfIdle(agent, message.getExecutorId().getValue());
        } else if (executor != null) {
            FireNow.fromBytes(message.getData().toByteArray()).ifPresent(this::order);
        }
    }

    private void order(FireNow order) {
        order.taskIds().forEach(id -> task(id).filter(SimulatedTask::isAlive).filter(task -> task.hasFired(order))
                .ifPresent(task -> report(task, TaskState.TASK_RUNNING, "", taken(order))));
    }

    private static ByteString taken(FireNow order) {
        return ByteString.copyFrom(new TriggerTaken(order.triggerId()).toBytes());
    }

    /** A daemon's task that runs fires what it was told to, if it was told anything. */
    void fire(SimulatedTask task) {
        if (task.state() == TaskState.TASK_RUNNING && !task.orders.isEmpty()) {
            FireNow order = task.orders.remove();
            task.fired.add(order.triggerId());
            witness.fired(task, order);
            report(task, TaskState.TASK_RUNNING, Messages.BEGIN, taken(order));
        }
    }

    private void stopIfIdle(SimulatedAgent agent, String executor) {
        if (agent.executors.containsKey(executor) && agent.executors.get(executor).stopping
                && alive().stream().noneMatch(runsIn(agent.id(), executor))) {
            executorEnds(agent.id(), executor);
        }
    }

    private static Predicate<SimulatedTask> runsIn(String agent, String executor) {
        return task -> task.id().agentId().equals(agent) && task.executor().equals(executor);
    }

    /** An executor ends, and whatever it runs fails. */
    void executorEnds(String agentId, String executor) {
        SimulatedAgent agent = agents.get(agentId);
        if (agent == null || agent.executors.remove(executor) == null) {
            return;
        }
        alive().stream().filter(runsIn(agentId, executor)).forEach(task -> advance(task, TaskState.TASK_FAILED, ""));
        if (agent.view() == View.REGISTERED) {
            stream.executorEnded(agentId, executor);
        }
    }

    /** A living task goes on to another state, and its agent reports it. */
    void advance(SimulatedTask task, TaskState next, String message) {
        report(task, next, message, ByteString.EMPTY);
        if (task.hasEnded() && !task.executor().isEmpty()) {
            stopIfIdle(agentOf(task), task.executor());
        }
    }

    private void report(SimulatedTask task, TaskState next, String message, ByteString data) {
        task.report(next, message, data);
        if (task.unacknowledged().size() == 1) {
            forward(task);
        }
    }

    /** Agents report again what has not been acknowledged. */
    void resend() {
        tasks.values().stream().filter(task -> !task.unacknowledged().isEmpty()).forEach(this::forward);
    }

    private void forward(SimulatedTask task) {
        if (isInSight(task)) {
            answer(task.unacknowledged().peek());
        }
    }

    /** The master says of a task what is true, though nobody has asked. */
    void answer(TaskStatus status) {
        if (status != null) {
            stream.update(status);
        }
    }

    /** Offers what an agent has free, if the framework wants offers. */
    void offer(SimulatedAgent agent) {
        offer(agent, Long.MAX_VALUE);
    }

    /** Offers so much of what an agent has free, if the framework wants offers. */
    void offer(SimulatedAgent agent, long mostMilliCpus) {
        if (stream.isOpen() && !suppressed && agent.view() == View.REGISTERED) {
            offers.make(FRAMEWORK, agent, tasks.values(), mostMilliCpus).ifPresent(stream::offer);
        }
    }

    /** Withdraws the offers of an agent. */
    void rescind(SimulatedAgent agent) {
        offers.takeAllOf(agent).forEach(stream::rescind);
    }

    /** The master loses sight of an agent; what runs there goes on. */
    void partition(SimulatedAgent agent) {
        if (agent.view() == View.REGISTERED) {
            rescind(agent);
            agent.seenAs(View.UNREACHABLE, clock.instant());
            masterTasks(agent).forEach(task -> answer(task.status(TaskState.TASK_UNREACHABLE)));
            stream.agentLost(agent.id());
        }
    }

    /** The agent registers again. What was sent to it and never came is dropped. */
    void heal(SimulatedAgent agent) {
        if (agent.view() == View.UNREACHABLE || agent.view() == View.RECOVERING) {
            agent.seenAs(View.REGISTERED, clock.instant());
            for (SimulatedTask task : masterTasks(agent)) {
                if (!task.arrived) {
                    dropArrivingNever(task);
                } else if (task.unacknowledged().isEmpty()) {
                    answer(task.status(task.state()));
                }
            }
        }
    }

    /** What was sent to agents and never came is found out and dropped. */
    void dropLostLaunches() {
        tasks.values().stream()
                .filter(task -> !task.arrived && !task.forgotten && isInSight(task))
                .forEach(this::dropArrivingNever);
    }

    private void dropArrivingNever(SimulatedTask task) {
        task.end(TaskState.TASK_DROPPED);
        answer(task.status(TaskState.TASK_DROPPED));
    }

    /** The agent is gone with everything on it; another one takes its place. */
    void destroy(SimulatedAgent agent) {
        rescind(agent);
        agent.seenAs(View.GONE, clock.instant());
        agent.executors.clear();
        for (SimulatedTask task : masterTasks(agent)) {
            task.end(TaskState.TASK_GONE_BY_OPERATOR);
            answer(task.status(TaskState.TASK_GONE_BY_OPERATOR));
        }
        stream.agentLost(agent.id());
        addAgent();
    }

    /** The master is replaced by one that waits for the agents to register again. */
    void failOver() {
        disconnect();
        tasks.values().stream().filter(task -> !task.arrived && !task.forgotten)
                .forEach(task -> task.end(TaskState.TASK_DROPPED));
        agents().stream().filter(agent -> agent.view() == View.REGISTERED)
                .forEach(agent -> agent.seenAs(View.RECOVERING, clock.instant()));
    }

    private List<SimulatedTask> masterTasks(SimulatedAgent agent) {
        return tasks.values().stream()
                .filter(task -> task.id().agentId().equals(agent.id()) && !task.forgotten).toList();
    }
}
