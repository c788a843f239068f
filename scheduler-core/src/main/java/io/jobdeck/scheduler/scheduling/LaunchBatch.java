package io.jobdeck.scheduler.scheduling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.mesos.v1.Protos.TaskInfo;

/**
 * The launches decided in one pass. They share the offers of their agents, so the offers are accepted once every one of
 * the launches has been recorded or refused: persist, then act.
 */
final class LaunchBatch {

    private final MesosCalls mesos;
    private final Runnable sent;
    private final Map<AgentResources, List<TaskInfo>> tasksByAgent = new LinkedHashMap<>();
    private int undecided;
    private boolean closed;

    /** @param sent runs when the offers of the batch have been accepted or given back */
    LaunchBatch(MesosCalls mesos, Runnable sent) {
        this.mesos = mesos;
        this.sent = sent;
    }

    /** A launch that uses these agents is about to be recorded. */
    void begin(Iterable<AgentResources> agents) {
        undecided++;
        agents.forEach(agent -> tasksByAgent.computeIfAbsent(agent, used -> new ArrayList<>()));
    }

    /** A launch has been recorded; its tasks may start. */
    void recorded(Map<AgentResources, List<TaskInfo>> tasks) {
        tasks.forEach((agent, infos) -> tasksByAgent.get(agent).addAll(infos));
        decided();
    }

    /** A launch has been refused by the registry. */
    void refused() {
        decided();
    }

    /** No more launches join the batch. */
    void close() {
        closed = true;
        sendIfComplete();
    }

    private void decided() {
        undecided--;
        sendIfComplete();
    }

    private void sendIfComplete() {
        if (!closed || undecided > 0 || tasksByAgent.isEmpty()) {
            return;
        }
        tasksByAgent.forEach((agent, tasks) -> {
            if (tasks.isEmpty()) {
                mesos.decline(agent.offers(), 0);
            } else {
                mesos.launch(agent.offers(), tasks);
            }
        });
        sent.run();
    }
}
