package io.jobdeck.scheduler.mesos.insight;

import io.jobdeck.scheduler.insight.AgentSummary;
import io.jobdeck.scheduler.insight.SandboxListing.Owner;
import io.jobdeck.scheduler.insight.SandboxListing.Sandbox;
import io.jobdeck.scheduler.mesos.endpoints.AgentAddress;
import io.jobdeck.scheduler.mesos.endpoints.AgentEndpoints;
import io.jobdeck.scheduler.mesos.endpoints.EndpointException;
import io.jobdeck.scheduler.mesos.endpoints.SandboxRun;
import io.jobdeck.scheduler.model.ExecutorIds;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.operations.OperationException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Finds the sandboxes of tasks by what their agents tell. The sandbox of a command task is its own; other tasks are found
 * in that of their app's executor. Where a sandbox is does not change, so it is remembered. Safe on any thread; blocks.
 */
final class SandboxFinder {

    private static final int MOST_REMEMBERED = 1000;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Agents agents;
    private final AgentEndpoints endpoints;
    private final Tasks tasks;
    private final LongSupplier nanos;
    private final Map<TaskId, Remembered> found = new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<TaskId, Remembered> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private record Remembered(Located located, long at) { }

    SandboxFinder(Agents agents, AgentEndpoints endpoints, Tasks tasks, LongSupplier nanos) {
        this.agents = agents;
        this.endpoints = endpoints;
        this.tasks = tasks;
        this.nanos = nanos;
    }

    /**
     * Returns where the task's sandbox is.
     *
     * @throws OperationException if there is none, or its agent is out of reach
     */
    Located find(TaskId task) {
        return remembered(task).orElseGet(() -> {
            Located located = look(task);
            remember(task, located);
            return located;
        });
    }

    /** Looks anew at the next time, as a sandbox that was known is gone. */
    void forget(TaskId task) {
        synchronized (found) {
            found.remove(task);
        }
    }

    private Optional<Located> remembered(TaskId task) {
        synchronized (found) {
            return Optional.ofNullable(found.get(task))
                    .filter(known -> nanos.getAsLong() - known.at < REMEMBERED.toNanos()).map(Remembered::located);
        }
    }

    private void remember(TaskId task, Located located) {
        // A guess is made anew each time, as a better answer may come.
        if (located.sandbox().owner() != Owner.PROBABLE_EXECUTOR) {
            synchronized (found) {
                found.put(task, new Remembered(located, nanos.getAsLong()));
            }
        }
    }

    private Located look(TaskId task) {
        Agents.Known known = agents.known();
        AgentSummary agent = known.report().agent(task.agentId()).orElseThrow(() -> OperationException.notFound(
                ("The Mesos master does not know agent %s any more, so nobody can tell what is left of the task there.")
                        .formatted(task.agentId())));
        AgentAddress address = Optional.ofNullable(known.addresses().get(task.agentId())).filter(any -> agent.state().isReachable())
                .orElseThrow(() -> OperationException.unavailable(
                        "Agent %s is out of reach of the Mesos master just now, and the task's files with it. Try again when it is back."
                                .formatted(name(agent)), null));
        List<SandboxRun> runs = runs(agent, address, task);
        return choose(runs, task).map(chosen -> new Located(address,
                new Sandbox(agent.host(), chosen.directory(), owner(chosen, task)))).orElseThrow(() -> none(agent, task));
    }

    private List<SandboxRun> runs(AgentSummary agent, AgentAddress address, TaskId task) {
        String framework = tasks.framework().orElseThrow(() -> OperationException.unavailable(
                "The scheduler has not registered with Mesos yet, so its tasks' files cannot be found.", null));
        try {
            return endpoints.runs(address, framework, task.toString());
        } catch (EndpointException e) {
            throw AgentFailures.of(e, name(agent));
        }
    }

    private Optional<SandboxRun> choose(List<SandboxRun> runs, TaskId task) {
        return last(runs, SandboxRun::knowsTask)
                .or(() -> last(runs, run -> run.executorId().equals(task.toString())))
                .or(() -> tasks.isInFlight(task) ? Optional.empty() : tasks.app(task)
                        .map(app -> ExecutorIds.of(app, task.agentId()))
                        .flatMap(executor -> probable(runs, run -> run.executorId().equals(executor))));
    }

    private static Optional<SandboxRun> probable(List<SandboxRun> runs, Predicate<SandboxRun> wanted) {
        return last(runs, wanted.and(SandboxRun::live)).or(() -> last(runs, wanted));
    }

    private static Optional<SandboxRun> last(List<SandboxRun> runs, Predicate<SandboxRun> wanted) {
        return runs.stream().filter(wanted).reduce((earlier, later) -> later);
    }

    private static Owner owner(SandboxRun run, TaskId task) {
        if (run.executorId().equals(task.toString())) {
            return Owner.TASK;
        }
        return run.knowsTask() ? Owner.EXECUTOR : Owner.PROBABLE_EXECUTOR;
    }

    private OperationException none(AgentSummary agent, TaskId task) {
        return tasks.isInFlight(task)
                ? OperationException.conflict("The task has no sandbox yet: agent %s has not begun to run it.".formatted(name(agent)))
                : OperationException.notFound(("Agent %s keeps nothing of this task: it never ran there, or what it left has been"
                        + " removed.").formatted(name(agent)));
    }

    private static String name(AgentSummary agent) {
        return agent.host().isEmpty() ? agent.id() : agent.host();
    }
}
