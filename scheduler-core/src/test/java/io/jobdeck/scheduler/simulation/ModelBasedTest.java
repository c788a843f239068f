package io.jobdeck.scheduler.simulation;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;

/**
 * Whatever happens, in whatever order and whatever goes wrong meanwhile, the rules hold at every step, and when all is
 * well again the cluster is as the tree says. A build always tries the same scenarios, so that it fails for what was
 * changed; {@code -Djqwik.tries.default=10000} goes on behind them. The seed and the shortest story of a failure are
 * printed, and the failure is tried first the next time.
 */
class ModelBasedTest {

    private static final int LONGEST = 120;

    /** A scenario shortens itself, since leaving out steps is all that helps here. */
    @Property(seed = "2015", shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whateverHappens_theRulesHoldAndTheClusterConverges(@ForAll("scenarios") Scenario scenario) {
        scenario.run();
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        Arbitrary<List<JobSpec>> jobs = Steps.specs().list().ofMinSize(1).ofMaxSize(2);
        Arbitrary<Integer> lengths = Arbitraries.integers().between(1, LONGEST).withDistribution(
                RandomDistribution.uniform());
        Arbitrary<List<Step>> steps = lengths.flatMap(length -> Steps.any().list().ofSize(length));
        return Combinators.combine(jobs, steps).as(Scenario::new);
    }
}
