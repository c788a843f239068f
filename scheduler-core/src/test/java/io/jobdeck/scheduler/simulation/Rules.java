package io.jobdeck.scheduler.simulation;

import java.time.Clock;

/**
 * The rules, written plainly: what each operation makes of the queues, what the leader may write, and what may really
 * run. They follow the world step by step and throw {@link RuleBroken} at the first thing that must not be.
 */
final class Rules {

    final ClusterModel model = new ClusterModel();
    final KillRules kills = new KillRules(model);
    final OperationRules operations = new OperationRules(model, kills);
    private final WaitingRunRules waitingRuns = new WaitingRunRules(model);
    final QueueRules queues = new QueueRules(model, waitingRuns);
    final WriteRules writes;
    final RestRules rests;
    final RunRules runs;

    Rules(Clock clock, Reality reality) {
        this.rests = new RestRules(model, clock);
        this.writes = new WriteRules(model, waitingRuns, kills, rests, reality, clock);
        this.runs = new RunRules(model, reality);
    }

    static void demand(boolean holds, String otherwise, Object... values) {
        if (!holds) {
            throw new RuleBroken(otherwise, values);
        }
    }
}
