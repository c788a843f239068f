package io.jobdeck.scheduler.scheduling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.mesos.v1.Protos.TaskInfo;

/**
 * The launches decided in one pass. They share the offers of their agents, so the offers are accepted once every one of
 * the launches has been recorded or refused: persist, then act.
 */
final class LaunchBatch {

    private final MesosCalls mesos;
    private final UnsentLaunches unsent;
    private final Runnable sent;
    private final Consumer<Instant> launched;
    private final List<Instant> waitsSince = new ArrayList<>();
    private final Map<AgentResources, List<TaskInfo>> tasksByAgent = new LinkedHashMap<>();
    private int undecided;
    private boolean closed;

    /**
     * @param unsent learns what is recorded and what is sent
     * @param sent runs when the offers of the batch have been accepted or given back
     * @param launched hears then, for each run of the ready queue, since when it could have been launched
     */
    LaunchBatch(MesosCalls mesos, UnsentLaunches unsent, Runnable sent, Consumer<Instant> launched) {
        this.mesos = mesos;
        this.unsent = unsent;
        this.sent = sent;
        this.launched = launched;
    }

    /** A launch that uses these agents is about to be recorded. */
    void begin(Iterable<AgentResources> agents) {
        undecided++;
        agents.forEach(agent -> tasksByAgent.computeIfAbsent(agent, used -> new ArrayList<>()));
    }

    /**
     * A launch has been recorded; its tasks may start.
     *
     * @param since when it could have been launched, if that is known
     */
    void recorded(Map<AgentResources, List<TaskInfo>> tasks, Optional<Instant> since) {
        since.ifPresent(waitsSince::add);
        tasks.forEach((agent, infos) -> {
            tasksByAgent.get(agent).addAll(infos);
            unsent.add(infos);
        });
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
                unsent.sent(tasks);
            }
        });
        waitsSince.forEach(launched);
        sent.run();
    }
}
