package io.jobdeck.desktop.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.desktop.insight.Agents;
import io.jobdeck.scheduler.insight.AgentState;
import io.jobdeck.scheduler.insight.AgentSummary;
import io.jobdeck.scheduler.insight.AgentsReport;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rows of agents follow report after report, and stay the same objects. */
class AgentsModelTest {

    private final AgentsModel model = new AgentsModel();

    private void report(AgentSummary... agents) {
        model.apply(new AgentsReport(Instant.EPOCH, List.of(agents)));
        model.table().arrange();
    }

    @Test
    void givenOneReportAfterTheOther_thenRowsComeFollowAndGo() {
        report(Agents.active(1, 4, 1), Agents.active(2, 4, 0));
        AgentRow first = model.table().row("S1").orElseThrow();

        report(Agents.active(1, 4, 3), Agents.absent(3, AgentState.UNREACHABLE));

        assertThat(model.table().row("S1")).containsSame(first);
        assertThat(first.cpusProperty().get().free()).isEqualTo(1);
        assertThat(model.table().rows()).extracting(AgentRow::key).containsExactlyInAnyOrder("S1", "S3");
    }

    @Test
    void givenAnAgentWhoseHostIsNotKnown_thenItIsCalledByItsId() {
        report(Agents.absent(3, AgentState.UNREACHABLE));

        assertThat(model.table().row("S3").orElseThrow().hostProperty().get()).isEqualTo("S3");
    }

    @Test
    void sharesAreWithinTheirWhole() {
        assertThat(new Share(4, 1, 1).usedPart()).isEqualTo(0.25);
        assertThat(new Share(4, 3, 4).offeredPart()).as("no more than is left").isEqualTo(0.25);
        assertThat(new Share(4, 5, 0).free()).isZero();
        assertThat(Share.NONE.usedPart()).isZero();
        assertThat(new Share(8, 4, 0)).as("by what is free").isGreaterThan(new Share(16, 13, 0));
    }
}
