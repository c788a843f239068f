package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.simulation.ClusterModel.Rest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is disabled until a time is enabled when that has come, by itself and no sooner. */
final class RestRules implements WishRules {

    private final ClusterModel model;
    private final Clock clock;

    RestRules(ClusterModel model, Clock clock) {
        this.model = model;
        this.clock = clock;
    }

    /** The leader enables only what is due. */
    @Override
    public void judgeWrite(TreeState before, TreeState after, int decided) {
        model.jobs().forEach((name, job) -> {
            if (before.isJobDisabled(name) && !after.isJobDisabled(name)) {
                end("job", name, job.rest);
                model.touchJob(name);
            }
        });
        model.apps().forEach((name, app) -> {
            if (before.isAppDisabled(name) && !after.isAppDisabled(name)) {
                end("app", name, app.rest);
                model.touch(name);
            }
        });
    }

    private void end(String kind, String name, Rest rest) {
        Rules.demand(rest.until.filter(until -> !until.isAfter(clock.instant())).isPresent(),
                "%s %s is enabled, though it is disabled until %s", kind, name, rest.until);
        rest.end();
    }

    /** The flags in the tree are those of the model. */
    @Override
    public void judge(TreeState tree) {
        model.jobs().forEach((name, job) -> demandSame("job", name, tree.isJobDisabled(name), job.rest));
        model.apps().forEach((name, app) -> demandSame("app", name, tree.isAppDisabled(name), app.rest));
    }

    private static void demandSame(String kind, String name, boolean disabled, Rest rest) {
        Rules.demand(disabled == rest.disabled, "%s %s is %s", kind, name, disabled ? "disabled" : "enabled");
    }

    /** Nothing is disabled for longer than somebody wanted. */
    @Override
    public void judgeEnds(TreeState tree) {
        model.jobs().forEach((name, job) -> demandOver("job", name, job.rest));
        model.apps().forEach((name, app) -> demandOver("app", name, app.rest));
    }

    private void demandOver(String kind, String name, Rest rest) {
        Instant longAgo = clock.instant().minus(Duration.ofSeconds(10));
        Optional<Instant> over = rest.until.filter(longAgo::isAfter);
        Rules.demand(over.isEmpty(), "%s %s is still disabled, though it was only until %s", kind, name, over);
    }
}
