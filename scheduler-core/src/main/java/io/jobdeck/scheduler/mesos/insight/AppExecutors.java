package io.jobdeck.scheduler.mesos.insight;

import io.jobdeck.scheduler.insight.AgentSummary;
import io.jobdeck.scheduler.insight.ExecutorSandbox;
import io.jobdeck.scheduler.mesos.endpoints.AgentAddress;
import io.jobdeck.scheduler.mesos.endpoints.AgentEndpoints;
import io.jobdeck.scheduler.mesos.endpoints.EndpointException;
import io.jobdeck.scheduler.mesos.endpoints.SandboxRun;
import io.jobdeck.scheduler.model.ExecutorIds;
import io.jobdeck.scheduler.operations.OperationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The executors of apps, as the agents that they run on show them. Safe on any thread; blocks. */
final class AppExecutors {

    private static final String BELOW_WORK_DIRECTORY = "/slaves/";

    private final Agents agents;
    private final AgentEndpoints endpoints;
    private final Tasks tasks;

    AppExecutors(Agents agents, AgentEndpoints endpoints, Tasks tasks) {
        this.agents = agents;
        this.endpoints = endpoints;
        this.tasks = tasks;
    }

    List<ExecutorSandbox> of(String app) {
        Set<String> wanted = tasks.agentsOf(app);
        Optional<String> framework = tasks.framework();
        if (wanted.isEmpty() || framework.isEmpty()) {
            return List.of();
        }
        Agents.Known known = agents.known();
        List<ExecutorSandbox> found = new ArrayList<>();
        known.report().agents().stream().filter(agent -> wanted.contains(agent.id())).forEach(agent ->
                Optional.ofNullable(known.addresses().get(agent.id())).ifPresent(address ->
                        found.addAll(on(agent, address, framework.get(), ExecutorIds.of(app, agent.id())))));
        return found;
    }

    private List<ExecutorSandbox> on(AgentSummary agent, AgentAddress address, String framework, String executor) {
        try {
            return endpoints.runs(address, framework, executor).stream()
                    .filter(run -> run.live() && run.executorId().equals(executor))
                    .map(run -> new ExecutorSandbox(agent.host(), path(run, agent))).toList();
        } catch (EndpointException e) {
            OperationException refusal = AgentFailures.of(e, agent.host());
            if (refusal.kind() == OperationException.Kind.NOT_FOUND) {
                return List.of();
            }
            throw refusal;
        }
    }

    private static String path(SandboxRun run, AgentSummary agent) {
        int start = run.directory().indexOf(BELOW_WORK_DIRECTORY + agent.id() + "/");
        return start < 0 ? run.directory() : run.directory().substring(start);
    }
}
