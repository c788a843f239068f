package io.jobdeck.scheduler.embedded.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiltersTest {

    private static final long SECOND = 1_000_000_000L;
    private static final ResourceSet SMALL = ResourceSet.of(List.of(ScriptedAgent.scalar("cpus", 1)));
    private static final ResourceSet LARGE = ResourceSet.of(List.of(ScriptedAgent.scalar("cpus", 2)));

    private final Filters filters = new Filters();

    @Test
    void whatWasRefusedIsNotWantedUntilTheTimeIsOver() {
        filters.refuse("S0", "*", SMALL, 5, 0);

        assertThat(filters.refuses("S0", "*", SMALL, 5 * SECOND - 1)).isTrue();
        assertThat(filters.refuses("S0", "*", SMALL, 5 * SECOND)).isFalse();
    }

    @Test
    void moreThanWasRefusedIsWanted() {
        filters.refuse("S0", "*", SMALL, 5, 0);

        assertThat(filters.refuses("S0", "*", LARGE, 0)).isFalse();
    }

    @Test
    void aRefusalHoldsForOneAgentAndOneRole() {
        filters.refuse("S0", "dev", LARGE, 5, 0);

        assertThat(filters.refuses("S1", "dev", SMALL, 0)).isFalse();
        assertThat(filters.refuses("S0", "prod", SMALL, 0)).isFalse();
        assertThat(filters.refuses("S0", "dev", SMALL, 0)).isTrue();
    }

    @Test
    void refusingForNoTimeRefusesNothing() {
        filters.refuse("S0", "*", LARGE, 0, 0);
        filters.refuse("S0", "*", LARGE, -1, 0);

        assertThat(filters.refuses("S0", "*", SMALL, 0)).isFalse();
    }

    @Test
    void aRefusalWithoutEndNeverOverflows() {
        filters.refuse("S0", "*", LARGE, Double.MAX_VALUE, Long.MAX_VALUE / 2);

        assertThat(filters.refuses("S0", "*", SMALL, Long.MAX_VALUE / 2 + 1_000_000 * SECOND)).isTrue();
    }

    @Test
    void revivingARoleClearsItsRefusalsOnly() {
        filters.refuse("S0", "dev", LARGE, 5, 0);
        filters.refuse("S0", "prod", LARGE, 5, 0);

        filters.clear(List.of("dev"));

        assertThat(filters.refuses("S0", "dev", SMALL, 0)).isFalse();
        assertThat(filters.refuses("S0", "prod", SMALL, 0)).isTrue();
        filters.clear();
        assertThat(filters.refuses("S0", "prod", SMALL, 0)).isFalse();
    }
}
