package io.jobdeck.scheduler.embedded.agent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.TaskID;

/** All that an agent must know, as its records have made it. Changed by {@link #apply} only, on the event loop. */
final class AgentState {

    private static final int MAX_COMPLETED_RUNS = 150;

    private final Map<FrameworkID, FrameworkRun> frameworks = new LinkedHashMap<>();
    private final Map<String, ExecutorRun> runs = new LinkedHashMap<>();
    private final Map<FrameworkID, Deque<ExecutorRun>> completed = new LinkedHashMap<>();
    private AgentID agent;
    private int port;

    /** Returns the agent's id, or null before the first registration. */
    AgentID agent() {
        return agent;
    }

    /** Returns the port that executors know, or 0 before the first start. */
    int port() {
        return port;
    }

    List<ExecutorRun> runs() {
        return new ArrayList<>(runs.values());
    }

    List<ExecutorRun> runsOf(FrameworkID framework) {
        return runs.values().stream().filter(run -> run.framework().id().equals(framework)).toList();
    }

    Optional<ExecutorRun> run(String container) {
        return Optional.ofNullable(runs.get(container));
    }

    Optional<FrameworkRun> framework(FrameworkID id) {
        return Optional.ofNullable(frameworks.get(id));
    }

    /** Returns the run of this executor whose processes have not ended. */
    Optional<ExecutorRun> liveRun(FrameworkID framework, ExecutorID executor) {
        return runs.values().stream()
                .filter(run -> !run.hasEnded() && run.id().equals(executor) && run.framework().id().equals(framework))
                .findFirst();
    }

    /** Returns the newest task of this id that is not over; an older one may still wait for acknowledgement. */
    Optional<TaskRun> task(FrameworkID framework, TaskID task) {
        return runsOf(framework).stream().map(run -> run.task(task)).filter(found -> found != null)
                .reduce((older, newer) -> newer);
    }

    /** Makes the change that {@code record} states; one about a run that is over already changes nothing. */
    void apply(AgentRecord record) {
        if (record instanceof AgentRecord.Registered registered) {
            agent = registered.agent();
        } else if (record instanceof AgentRecord.Listening listening) {
            port = listening.port();
        } else if (record instanceof AgentRecord.RunCreated created) {
            FrameworkRun framework = framework(created.framework());
            runs.put(created.container(),
                    new ExecutorRun(framework, created.executor(), created.container(), created.command()));
        } else if (record instanceof AgentRecord.FrameworkGone gone) {
            framework(gone.framework()).ifPresent(FrameworkRun::setGone);
            runsOf(gone.framework()).forEach(this::forgetTasks);
        } else {
            applyToRun(record);
        }
    }

    private void applyToRun(AgentRecord record) {
        if (record instanceof AgentRecord.Subscribed subscribed) {
            run(subscribed.container()).ifPresent(ExecutorRun::setSubscribed);
        } else if (record instanceof AgentRecord.ShutdownRequested shutdown) {
            run(shutdown.container()).ifPresent(ExecutorRun::requestShutdown);
        } else if (record instanceof AgentRecord.RunEnded ended) {
            run(ended.container()).ifPresent(run -> {
                run.ended(new WaitStatus(ended.status()));
                removeIfOver(run);
            });
        } else if (record instanceof AgentRecord.TaskAdded added) {
            run(added.container()).ifPresent(run -> run.add(added.task()));
        } else if (record instanceof AgentRecord.KillRequested kill) {
            task(kill.container(), kill.task()).ifPresent(TaskRun::requestKill);
        } else {
            applyToUpdates(record);
        }
    }

    private void applyToUpdates(AgentRecord record) {
        if (record instanceof AgentRecord.UpdateReceived update) {
            task(update.container(), update.status().getTaskId()).ifPresent(task -> task.add(update.status()));
        } else if (record instanceof AgentRecord.UpdateAcknowledged acknowledged) {
            task(acknowledged.container(), acknowledged.task()).ifPresent(task -> {
                task.acknowledge(acknowledged.uuid());
                forgetIfOver(task);
            });
        } else if (record instanceof AgentRecord.UpdatesSeen seen) {
            task(seen.container(), seen.task()).ifPresent(task -> seen.uuids().forEach(task::remember));
        }
    }

    /** Returns the records from which the present state can be built. */
    List<AgentRecord> snapshot() {
        List<AgentRecord> records = new ArrayList<>();
        if (agent != null) {
            records.add(new AgentRecord.Registered(agent));
        }
        if (port != 0) {
            records.add(new AgentRecord.Listening(port));
        }
        runs.values().forEach(run -> run.snapshot(records));
        frameworks.values().stream().filter(FrameworkRun::isGone)
                .forEach(framework -> records.add(new AgentRecord.FrameworkGone(framework.id())));
        return records;
    }

    private void remember(ExecutorRun run) {
        Deque<ExecutorRun> its = completed.computeIfAbsent(run.framework().id(), any -> new ArrayDeque<>());
        its.addLast(run);
        if (its.size() > MAX_COMPLETED_RUNS) {
            its.removeFirst();
        }
    }

    /** Returns all frameworks that have, or had, something here, the last {@value #MAX_COMPLETED_RUNS} runs of each. */
    List<FrameworkRun> remembered() {
        Stream<ExecutorRun> over = completed.values().stream().flatMap(Deque::stream);
        return Stream.concat(runs.values().stream(), over).map(ExecutorRun::framework)
                .collect(Collectors.toMap(FrameworkRun::id, run -> run, (newer, older) -> newer, LinkedHashMap::new))
                .values().stream().toList();
    }

    /** Returns the last runs of a framework that are over. */
    List<ExecutorRun> completedRunsOf(FrameworkID framework) {
        return List.copyOf(completed.getOrDefault(framework, new ArrayDeque<>()));
    }

    private FrameworkRun framework(FrameworkInfo info) {
        FrameworkRun framework = frameworks.computeIfAbsent(info.getId(), id -> new FrameworkRun(info));
        framework.update(info);
        return framework;
    }

    private Optional<TaskRun> task(String container, TaskID task) {
        return run(container).map(run -> run.task(task));
    }

    private void forgetTasks(ExecutorRun run) {
        run.tasks().forEach(run::complete);
        removeIfOver(run);
    }

    private void forgetIfOver(TaskRun task) {
        if (task.isOver()) {
            task.executor().complete(task);
            removeIfOver(task.executor());
        }
    }

    private void removeIfOver(ExecutorRun run) {
        if (run.isOver()) {
            runs.remove(run.container());
            remember(run);
            if (runsOf(run.framework().id()).isEmpty()) {
                frameworks.remove(run.framework().id());
            }
        }
    }
}
