package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.ExecutorIds;
import io.jobdeck.scheduler.model.LeaderInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who schedules, who leads, and which executors are up. */
final class Schedulers {

    private final Set<String> candidates = new HashSet<>();
    private final Grouped<String, String> executorsOfApp = new Grouped<>();
    private final Grouped<String, String> executorsOfAgent = new Grouped<>();
    private Optional<LeaderInfo> leader = Optional.empty();
    private int executors;

    void setCandidate(String node, boolean up) {
        if (up) {
            candidates.add(node);
        } else {
            candidates.remove(node);
        }
    }

    void setLeader(Optional<String> text) {
        leader = Values.read(Codecs.LEADER, text);
    }

    void setExecutor(String executorId, boolean up) {
        if (up) {
            executors++;
            executorsOfApp.put(ExecutorIds.appOf(executorId), executorId);
            executorsOfAgent.put(ExecutorIds.agentOf(executorId), executorId);
        } else {
            executors--;
            executorsOfApp.remove(executorId);
            executorsOfAgent.remove(executorId);
        }
    }

    Leadership leadership() {
        return new Leadership(leader, candidates.size());
    }

    Optional<LeaderInfo> leader() {
        return leader;
    }

    int executors() {
        return executors;
    }

    int agents() {
        return executorsOfAgent.groups().size();
    }

    Set<String> apps() {
        return executorsOfApp.groups();
    }

    int executorsOf(String app) {
        return executorsOfApp.count(app);
    }

    /** Returns the ids of the agents on which executors of the app are up, sorted. */
    List<String> agentsOf(String app) {
        return executorsOfApp.of(app).stream().map(ExecutorIds::agentOf).sorted().toList();
    }
}
