package io.jobdeck.scheduler.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.model.RunResult.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is usual for the runs of a job. */
class RunResultTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static RunResult run(Outcome outcome, Duration lasted) {
        return new RunResult("run", outcome, NOON, "", Optional.of(NOON.minus(lasted)), Optional.empty());
    }

    @Test
    void theFirstRunThatSucceedsSaysWhatIsUsual() {
        RunResult first = run(Outcome.SUCCEEDED, Duration.ofSeconds(40)).after(Optional.empty());

        assertThat(first.duration()).contains(Duration.ofSeconds(40));
        assertThat(first.usual()).contains(Duration.ofSeconds(40));
    }

    @Test
    void eachFurtherOneMovesItByAQuarterOfTheDifference() {
        RunResult slower = run(Outcome.SUCCEEDED, Duration.ofSeconds(80)).after(Optional.of(Duration.ofSeconds(40)));
        RunResult quicker = run(Outcome.SUCCEEDED, Duration.ofSeconds(10)).after(slower.usual());

        assertThat(slower.usual()).contains(Duration.ofSeconds(50));
        assertThat(quicker.usual()).contains(Duration.ofSeconds(40));
    }

    @Test
    void runsThatFailOrAreKilledDoNotCount() {
        Optional<Duration> usual = Optional.of(Duration.ofSeconds(40));

        assertThat(run(Outcome.FAILED, Duration.ofSeconds(1)).after(usual).usual()).isEqualTo(usual);
        assertThat(run(Outcome.KILLED, Duration.ofHours(1)).after(usual).usual()).isEqualTo(usual);
        assertThat(run(Outcome.FAILED, Duration.ofSeconds(1)).after(Optional.empty()).usual()).isEmpty();
    }
}
