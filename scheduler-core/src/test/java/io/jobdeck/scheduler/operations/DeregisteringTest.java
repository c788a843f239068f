package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.operations.Samples.app;
import static io.jobdeck.scheduler.operations.Samples.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.operations.OperationException.Kind;
import io.jobdeck.scheduler.registry.InMemoryRegistry;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deregistering apps and jobs (spec section 4, without the defects of sections 14.3 and 14.7). */
class DeregisteringTest extends OperationsSpec {

    private Map<String, ?> before;

    @BeforeEach
    void registered() {
        operations.registerApp(app(), ALICE);
        before = registry.snapshot();
        operations.registerJob(job("misfire", "true"), ALICE);
    }

    @Test
    void nothingOfAJobIsLeftButItsRunningTasks() {
        registry.put("/state/ready/t1", "7");
        registry.put("/state/failover/t1/t1@-@0", "a");
        registry.put("/jobdeck/waiting/t1", "{}");
        operations.updateJob(job("misfire", "true", "description", "\"d\""), ALICE);
        operations.triggerJob("t1", oneOff("x"), ALICE);
        registry.put("/jobdeck/trigger/t1", "{}");
        registry.put("/jobdeck/attempt/t1@-@0", "{}");
        registry.put("/jobdeck/kill/t1@-@0@-@READY@-@S1@-@u", "{}");
        operations.disableJob("t1", new DisableOptions(true, Optional.empty()), ALICE);
        registry.put("/state/ready/t1", "7");
        registry.put("/jobdeck/job/t1/t1@-@0", "{}");

        assertThat(transactionsOf(() -> operations.deregisterJob("t1", ALICE))).isEqualTo(1);

        registry.remove("/jobdeck/job/t1");
        assertThat(registry.snapshot().keySet()).isEqualTo(before.keySet());
    }

    @Test
    void anAppGoesWithAllItsJobs() {
        for (int index = 0; index < 120; index++) {
            operations.registerJob(job("jobName", "\"j%d\"".formatted(index), "jobExecutionType", "\"DAEMON\""), ALICE);
        }
        operations.disableApp("foo_app", ALICE);

        operations.deregisterApp("foo_app", ALICE);

        assertThat(registry.snapshot()).isEqualTo(new InMemoryRegistry().snapshot());
    }

    @Test
    void aJobRegisteredWhileItsAppGoesDoesNotStayWithoutOne() {
        operations.deregisterJob("t1", ALICE);
        registry.beforeNext(() -> registry.put("/config/job/late", Samples.jobJson("jobName", "\"late\"")));

        operations.deregisterApp("foo_app", ALICE);

        assertThat(registry.snapshot()).doesNotContainKeys("/config/job/late", "/config/app/foo_app");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertRefused(Kind.NOT_FOUND, "There is no job 'no'", () -> operations.deregisterJob("no", ALICE));
        assertRefused(Kind.NOT_FOUND, "There is no app 'no'", () -> operations.deregisterApp("no", ALICE));
    }

    @Test
    void largeNumbersGoInSeveralTransactions() {
        for (int index = 0; index < 1500; index++) {
            registry.put("/jobdeck/run/t1@-@" + index, "{}");
            registry.put("/jobdeck/kill/t1@-@%d@-@READY@-@S1@-@u".formatted(index), "{}");
        }
        registry.put("/jobdeck/run/t10@-@1", "{}");

        operations.deregisterJob("t1", ALICE);

        registry.remove("/jobdeck/run/t10@-@1");
        assertThat(registry.snapshot()).isEqualTo(before);
    }

    @Test
    void aJobRegisteredOverLeftoversBeginsWithNone() {
        operations.deregisterJob("t1", ALICE);
        for (int index = 0; index < 1500; index++) {
            registry.put("/jobdeck/run/t1@-@" + index, "{}");
        }
        registry.put("/state/ready/t1", "7");
        registry.put("/jobdeck/change/job/t1", "{}");

        operations.registerJob(job(), ALICE);

        assertThat(registry.text("/config/job/t1")).isNotNull();
        operations.deregisterJob("t1", ALICE);
        assertThat(registry.snapshot()).isEqualTo(before);
    }
}
