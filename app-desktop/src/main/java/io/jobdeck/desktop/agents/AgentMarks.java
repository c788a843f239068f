package io.jobdeck.desktop.agents;

import io.jobdeck.desktop.table.Mark;
import io.jobdeck.scheduler.insight.AgentState;

/** How the states of agents look. */
final class AgentMarks {

    private AgentMarks() {
    }

    static Mark of(AgentState state) {
        Mark.Tone tone = switch (state) {
            case ACTIVE -> Mark.Tone.GOOD;
            case DRAINING, DISCONNECTED, AWAITED -> Mark.Tone.WARNING;
            case DEACTIVATED, DRAINED -> Mark.Tone.QUIET;
            case UNREACHABLE -> Mark.Tone.BAD;
        };
        return new Mark(tone, "agent.state." + state);
    }
}
