package io.jobdeck.scheduler.simulation;

import java.time.Clock;
import java.util.List;

/**
 * The rules, written plainly: what each operation makes of the queues, what the leader may write, and what may really
 * run. They follow the world step by step and throw {@link RuleBroken} at the first thing that must not be.
 */
final class Rules {

    final ClusterModel model = new ClusterModel();
    final OperationRules operations;
    final QueueRules queues;
    final KillRules kills;
    final List<WishRules> wishes;
    final WriteRules writes;
    final RunRules runs;

    Rules(Clock clock, Reality reality) {
        WaitingRunRules waitingRuns = new WaitingRunRules(model);
        FiringRules firings = new FiringRules(model);
        this.kills = new KillRules(model, reality);
        this.wishes = List.of(new RestRules(model, clock), kills, firings);
        this.operations = new OperationRules(model, kills, firings);
        this.queues = new QueueRules(model, waitingRuns);
        this.writes = new WriteRules(model, waitingRuns, wishes, reality, clock);
        this.runs = new RunRules(model, firings, reality);
    }

    static void demand(boolean holds, String otherwise, Object... values) {
        if (!holds) {
            throw new RuleBroken(otherwise, values);
        }
    }
}
