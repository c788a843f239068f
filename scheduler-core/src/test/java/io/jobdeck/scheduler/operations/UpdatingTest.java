package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.operations.Samples.app;
import static io.jobdeck.scheduler.operations.Samples.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.operations.OperationException.Kind;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Updating apps and jobs (spec section 4, without the defects of sections 14.3 and 14.7). */
class UpdatingTest extends OperationsSpec {

    @BeforeEach
    void registered() {
        operations.registerApp(app(), ALICE);
        operations.registerJob(job("misfire", "true"), ALICE);
    }

    @Test
    void membersNobodyKnowsSurvive() {
        registry.put("/config/job/t1", Samples.jobJson("z", "[1]", "jobProperties", "{\"own\":\"v\"}"));
        registry.put("/config/app/foo_app", Samples.appJson("executor", null, "z", "{\"a\":1}"));

        operations.updateJob(job("cron", "\"0 0 0 1 1 ? 2099\"", "y", "2"), ALICE);
        operations.updateApp(app("memoryMB", "256"), ALICE);

        assertThat(registry.text("/config/job/t1")).contains("\"own\":\"v\"").endsWith("\"z\":[1],\"y\":2}")
                .contains("2099");
        assertThat(registry.text("/config/app/foo_app")).endsWith("\"memoryMB\":256.0,\"appCacheEnable\":true,"
                + "\"eventTraceSamplingCount\":0,\"z\":{\"a\":1}}");
    }

    @Test
    void theSameConfigAgainWritesNothing() {
        assertThat(transactionsOf(() -> operations.updateJob(job("misfire", "true"), ALICE))).isZero();
        assertThat(transactionsOf(() -> operations.updateApp(app(), ALICE))).isZero();
    }

    @Test
    void misfireSwitchedOffCutsTheBacklogToOne() {
        registry.put("/state/ready/t1", "7");

        operations.updateJob(job("misfire", "false"), ALICE);

        assertThat(registry.text("/state/ready/t1")).isEqualTo("1");
    }

    @Test
    void misfireLeftOnKeepsTheBacklog() {
        registry.put("/state/ready/t1", "7");

        operations.updateJob(job("misfire", "true", "description", "\"d\""), ALICE);

        assertThat(registry.text("/state/ready/t1")).isEqualTo("7");
    }

    @Test
    void aJobThatBecomesADaemonIsQueuedOnceAndOneThatBecomesTransientNotAtAll() {
        registry.put("/state/ready/t1", "7");

        operations.updateJob(job("jobExecutionType", "\"DAEMON\""), ALICE);
        assertThat(registry.text("/state/ready/t1")).isEqualTo("1");

        operations.updateJob(job(), ALICE);
        assertThat(registry.text("/state/ready/t1")).isNull();
    }

    @Test
    void fewerItemsDropWhatBelongedToThoseThatAreGone() {
        registry.put("/state/failover/t1/t1@-@0", "a");
        registry.put("/state/failover/t1/t1@-@2", "c");

        operations.updateJob(job("shardingTotalCount", "2"), ALICE);

        assertThat(registry.snapshot()).containsKey("/state/failover/t1/t1@-@0")
                .doesNotContainKey("/state/failover/t1/t1@-@2");
    }

    @Test
    void aChangeMeanwhileIsNotOverwrittenUnseen() {
        registry.beforeNext(() -> registry.put("/config/job/t1", Samples.jobJson("z", "1")));

        operations.updateJob(job("description", "\"mine\""), ALICE);

        assertThat(registry.text("/config/job/t1")).contains("\"description\":\"mine\"").endsWith("\"z\":1}");
    }

    @Test
    void anotherAppMustExist() {
        assertRefused(Kind.INVALID, "names the app 'other', which is not registered",
                () -> operations.updateJob(job("appName", "\"other\""), ALICE));
    }

    @Test
    void whatIsNotThereCannotBeUpdated() {
        assertRefused(Kind.NOT_FOUND, "There is no job 'no'", () -> operations.updateJob(job("jobName", "\"no\""), ALICE));
        assertRefused(Kind.NOT_FOUND, "There is no app 'no'", () -> operations.updateApp(app("appName", "\"no\""), ALICE));
    }

    @Test
    void aStoredConfigThatCannotBeReadIsMendedByAnUpdate() {
        registry.put("/config/job/t1", "{broken");

        operations.updateJob(job(), ALICE);

        assertThat(registry.text("/config/job/t1")).isEqualTo(Codecs.JOB.write(job()));
    }

    @Test
    void runsAddedBeyondTheMisfireRuleStayWhenSomethingElseChanges() {
        operations.updateJob(job("misfire", "false"), ALICE);
        registry.put("/state/ready/t1", "7");

        operations.updateJob(job("misfire", "false", "description", "\"d\""), ALICE);

        assertThat(registry.text("/state/ready/t1")).isEqualTo("7");
    }

    @Test
    void aConfigThatOnlyIsWrittenInAnotherWayIsTheSame() {
        registry.put("/config/job/t1", Samples.jobJson("misfire", "true"));

        assertThat(transactionsOf(() -> operations.updateJob(job("misfire", "true"), ALICE))).isZero();
    }

    @Test
    void anotherExecutionTypeDropsWhatBelongedToTheOld() {
        operations.triggerJob("t1", oneOff("x"), ALICE);
        registry.put("/state/failover/t1/t1@-@0", "a");
        registry.put("/jobdeck/attempt/t1@-@0", "{}");

        operations.updateJob(job("jobExecutionType", "\"DAEMON\""), ALICE);
        assertThat(registry.snapshot().keySet()).noneMatch(path -> path.startsWith("/jobdeck/run/")
                || path.startsWith("/jobdeck/attempt/") || path.startsWith("/state/failover/"));

        operations.triggerJob("t1", ALICE);
        operations.updateJob(job(), ALICE);
        assertThat(registry.text("/jobdeck/trigger/t1")).isNull();
        assertThat(registry.text("/state/ready/t1")).isNull();
    }

    @Test
    void fewerItemsShortenWhatWasAskedForAndDropTheirCounts() {
        operations.triggerJob("t1", oneOff("x", 0, 2), ALICE);
        operations.triggerJob("t1", oneOff("gone", 2), ALICE);
        operations.triggerJob("t1", oneOff("all"), ALICE);
        registry.put("/jobdeck/attempt/t1@-@1", "{}");
        registry.put("/jobdeck/attempt/t1@-@2", "{}");

        operations.updateJob(job("misfire", "true", "shardingTotalCount", "2"), ALICE);

        assertThat(registry.snapshot().values()).filteredOn(node -> node.path().startsWith("/jobdeck/run/"))
                .extracting(node -> Codecs.ONE_OFF_RUN.read(node.text()))
                .extracting(run -> run.jobParameter().orElse("") + run.items())
                .containsExactlyInAnyOrder("x[0]", "all[]");
        assertThat(registry.snapshot()).containsKey("/jobdeck/attempt/t1@-@1").doesNotContainKey("/jobdeck/attempt/t1@-@2");
    }

    @Test
    void theRestOfARunThatHasBegunIsStillKnownAsSuchWhenItIsShortened() {
        operations.triggerJob("t1", oneOff("x", 0, 1, 2), ALICE);
        String path = registry.snapshot().keySet().stream().filter(key -> key.startsWith("/jobdeck/run/")).findFirst()
                .orElseThrow();
        OneOffRun rest = Codecs.ONE_OFF_RUN.read(registry.text(path)).rest(new TreeSet<>(Set.of(1, 2)));
        registry.put(path, Codecs.ONE_OFF_RUN.write(rest));

        operations.updateJob(job("misfire", "true", "shardingTotalCount", "2"), ALICE);

        assertThat(Codecs.ONE_OFF_RUN.read(registry.text(path))).isEqualTo(rest.withItems(new TreeSet<>(Set.of(1))));
    }

    @Test
    void manyRunsAreShortenedInSeveralTransactions() {
        for (int index = 0; index < 120; index++) {
            operations.triggerJob("t1", oneOff("x", index % 2, 2), ALICE);
        }

        operations.updateJob(job("misfire", "true", "shardingTotalCount", "2"), ALICE);

        assertThat(registry.snapshot().values()).filteredOn(node -> node.path().startsWith("/jobdeck/run/")).hasSize(120)
                .allSatisfy(node -> assertThat(Codecs.ONE_OFF_RUN.read(node.text()).items()).hasSize(1));
    }

    @Test
    void fewerItemsOfADaemonShortenItsTrigger() {
        operations.updateJob(job("jobExecutionType", "\"DAEMON\""), ALICE);
        operations.triggerJob("t1", ALICE);

        operations.updateJob(job("jobExecutionType", "\"DAEMON\"", "shardingTotalCount", "1"), ALICE);

        assertThat(Codecs.DAEMON_TRIGGER.read(registry.text("/jobdeck/trigger/t1")).items()).containsExactly(0);
    }

    @Test
    void whatAJobSaysOfItsLaunchesHasBounds() {
        assertRefused(Kind.INVALID, "failoverMaxAttempts: must be between 1 and 1000, is 1001",
                () -> operations.updateJob(job("failoverMaxAttempts", "1001"), ALICE));
        assertRefused(Kind.INVALID, "unreachableLimitSeconds: must be whole seconds between 0 and 31536000, is 31536001",
                () -> operations.updateJob(job("unreachableLimitSeconds", "31536001"), ALICE));
        operations.updateJob(job("failoverMaxAttempts", "3", "placement", "\"PACK\"", "partialLaunch", "true"), ALICE);
        assertThat(registry.text("/config/job/t1")).contains("\"failoverMaxAttempts\":3", "\"placement\":\"PACK\"");
    }
}
