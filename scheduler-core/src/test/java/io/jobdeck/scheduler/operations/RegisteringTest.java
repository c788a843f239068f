package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.operations.Samples.app;
import static io.jobdeck.scheduler.operations.Samples.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.operations.OperationException.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Registering apps and jobs (spec section 4, without the defects of sections 14.3 and 14.7). */
class RegisteringTest extends OperationsSpec {

    private Map<String, ?> before = registry.snapshot();

    @Test
    void anAppIsStoredAsIn215WithItsLibraryBesideIt() {
        operations.registerApp(app(), ALICE);

        assertThat(registry.text("/config/app/foo_app")).isEqualTo(Codecs.APP.write(app())).doesNotContain("executor");
        assertThat(registry.text("/jobdeck/app/foo_app")).isEqualTo("{\"executor\":\"JOBDECK\"}");
    }

    @Test
    void aTransientJobIsStoredInOneTransactionAndNothingIsQueued() {
        operations.registerApp(app(), ALICE);

        assertThat(transactionsOf(() -> operations.registerJob(job(), ALICE))).isEqualTo(1);

        assertThat(registry.text("/config/job/t1")).isEqualTo(Codecs.JOB.write(job()));
        assertThat(registry.text("/state/ready/t1")).isNull();
    }

    @Test
    void aDaemonOfAnEnabledAppIsQueuedAtOnceAndOneOfADisabledAppIsNot() {
        operations.registerApp(app(), ALICE);
        operations.registerJob(job("jobExecutionType", "\"DAEMON\""), ALICE);
        assertThat(registry.text("/state/ready/t1")).isEqualTo("1");

        operations.disableApp("foo_app", ALICE);
        operations.registerJob(job("jobName", "\"t2\"", "jobExecutionType", "\"DAEMON\""), ALICE);
        assertThat(registry.text("/state/ready/t2")).isNull();
    }

    @Test
    void aJobWithoutItsAppIsRefusedAtTheFieldAndNothingIsStored() {
        assertThatThrownBy(() -> operations.registerJob(job(), ALICE))
                .isInstanceOfSatisfying(OperationException.class, e ->
                        assertThat(e.problems()).extracting(FieldProblem::field).containsExactly("appName"));
        assertThat(registry.snapshot()).isEqualTo(before);
    }

    @Test
    void anAppThatGoesAwayAtTheLastMomentTakesTheRegistrationWithIt() {
        operations.registerApp(app(), ALICE);
        registry.beforeNext(() -> registry.remove("/config/app/foo_app"));

        assertRefused(Kind.INVALID, "not registered", () -> operations.registerJob(job(), ALICE));
        assertThat(registry.text("/config/job/t1")).isNull();
    }

    @Test
    void whatIsRegisteredCannotBeRegisteredAgain() {
        operations.registerApp(app(), ALICE);
        operations.registerJob(job(), ALICE);

        assertRefused(Kind.CONFLICT, "App 'foo_app' is registered already", () -> operations.registerApp(app(), ALICE));
        assertRefused(Kind.CONFLICT, "Job 't1' is registered already", () -> operations.registerJob(job(), ALICE));
    }

    @Test
    void whatAnEarlierJobLeftBehindDoesNotStandInTheWay() {
        operations.registerApp(app(), ALICE);
        registry.put("/state/disable/job/t1", "t1");
        registry.put("/state/ready/t1", "7");
        registry.put("/state/failover/t1/t1@-@0", "old");

        operations.registerJob(job(), ALICE);

        assertThat(registry.snapshot()).doesNotContainKeys("/state/disable/job/t1", "/state/ready/t1",
                "/state/failover/t1", "/state/failover/t1/t1@-@0");
    }

    @Test
    void aBadCronIsRefusedBeforeAnythingIsStored() {
        operations.registerApp(app(), ALICE);
        before = registry.snapshot();

        assertRefused(Kind.INVALID, "cron: 'x' is no Quartz cron",
                () -> operations.registerJob(job("cron", "\"x\""), ALICE));
        assertThat(registry.snapshot()).isEqualTo(before);
    }

    @Test
    void aTreeThatLacksTheNodesAboveIsMended() {
        registry.remove("/jobdeck");
        registry.remove("/config");

        operations.registerApp(app(), ALICE);
        operations.registerJob(job(), ALICE);

        assertThat(registry.text("/jobdeck/app/foo_app")).isNotNull();
        assertThat(registry.text("/config/job/t1")).isNotNull();
    }
}
