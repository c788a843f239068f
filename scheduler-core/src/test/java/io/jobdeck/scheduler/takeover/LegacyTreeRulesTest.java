package io.jobdeck.scheduler.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules accept the tree of spec section 2.4 and find what is wrong with others. */
class LegacyTreeRulesTest {

    private static final String APP = """
            {"appName":"foo_app","appURL":"http://h/x.tar.gz","bootstrapScript":"bin/start.sh","cpuCount":1.0,\
            "memoryMB":128.0,"appCacheEnable":true,"eventTraceSamplingCount":0}""";
    private static final String JOB = """
            {"jobName":"t1","jobClass":"x.Y","jobType":"SIMPLE","cron":"0 0 0 1 1 ? 2099","shardingTotalCount":2,\
            "shardingItemParameters":"","jobParameter":"","failover":false,"misfire":false,"description":"",\
            "jobProperties":{"job_exception_handler":"a","executor_service_handler":"b"},"appName":"foo_app",\
            "cpuCount":0.1,"memoryMB":64.0,"jobExecutionType":"TRANSIENT"}""";

    @Test
    void givenTheTreeOfTheSpecification_thenNothingIsWrongWithIt() {
        assertThat(LegacyTreeRules.problems(Map.of(
                "/config/app/foo_app", persistent(APP),
                "/config/job/t1", persistent(JOB),
                "/state/ready/t1", persistent("3"),
                "/state/running/d1", persistent(""),
                "/state/running/d1/d1@-@0", persistent("d1@-@0@-@READY@-@slave-S0@-@08dd68c0"),
                "/state/failover/d1/d1@-@1", persistent("d1@-@1@-@READY@-@slave-S0@-@9f599e8e"),
                "/state/disable/job/t1", persistent("t1"),
                "/ha/election/_c_d0e2a5ff-9d3c-4a0d-8c5b-0a8d0a3b7c11-lock-0000000003", new StoredNode("h:8899", true),
                "/jobdeck/anything", persistent("at all")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/state/ready/t1 | 0 | no count",
        "/state/ready/t1/x | 1 | no node of 2.1.5",
        "/state/running/d1/d1@-@0 | d1@-@1@-@READY@-@s@-@u | no task id of it",
        "/state/disable/job/t1 | true | instead of its name",
        "/state/failover/d1 | x | is a parent",
        "/config/job/t1 | {} | members",
        "/config/app/foo_app | {\"appName\":\"foo_app\",\"executor\":\"JOBDECK\"} | members",
        "/ha/election/first | h:1 | no node of 2.1.5"})
    void givenANodeThatBreaksARule_thenItIsNamed(String path, String text, String problem) {
        assertThat(LegacyTreeRules.problems(Map.of(path, persistent(text))))
                .anySatisfy(found -> assertThat(found).startsWith(path).contains(problem));
    }

    @Test
    void givenAnEphemeralQueueEntry_thenItIsNamed() {
        assertThat(LegacyTreeRules.problems(Map.of("/state/ready/t1", new StoredNode("1", true))))
                .containsExactly("/state/ready/t1 is ephemeral");
    }

    private static StoredNode persistent(String text) {
        return new StoredNode(text, false);
    }
}
