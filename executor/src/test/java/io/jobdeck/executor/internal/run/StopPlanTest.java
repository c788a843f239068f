package io.jobdeck.executor.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopPlanTest {

    @ParameterizedTest
    @ValueSource(longs = {100, 5_000, 600_000})
    void eachStepComesAfterTheOneBeforeAndAllWithinTheGracePeriod(long graceMillis) {
        Duration grace = Duration.ofMillis(graceMillis);

        StopPlan plan = StopPlan.within(grace);

        assertThat(plan.interruptAfter()).isPositive();
        assertThat(plan.forceAfter()).isGreaterThan(plan.interruptAfter());
        assertThat(plan.giveUpAfter()).isGreaterThan(plan.forceAfter());
        assertThat(plan.exitAfter()).isGreaterThan(plan.giveUpAfter()).isLessThan(grace);
    }
}
