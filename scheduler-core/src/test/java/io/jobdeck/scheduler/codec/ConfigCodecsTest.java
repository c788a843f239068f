package io.jobdeck.scheduler.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.JobConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spec sections 2.4, 3.1 and 3.2. */
class ConfigCodecsTest {

    private static final String APP = "{\"appName\":\"foo_app\",\"appURL\":\"http://h/x.tar.gz\","
            + "\"bootstrapScript\":\"bin/start.sh\",\"cpuCount\":1.0,\"memoryMB\":128.0,\"appCacheEnable\":true,"
            + "\"eventTraceSamplingCount\":0}";
    private static final String HANDLERS = "\"jobProperties\":{\"job_exception_handler\":"
            + "\"com.dangdang.ddframe.job.executor.handler.impl.DefaultJobExceptionHandler\","
            + "\"executor_service_handler\":"
            + "\"com.dangdang.ddframe.job.executor.handler.impl.DefaultExecutorServiceHandler\"}";
    private static final String JOB = "{\"jobName\":\"t1\",\"jobClass\":\"x.Y\",\"jobType\":\"SIMPLE\","
            + "\"cron\":\"0 0 0 1 1 ? 2099\",\"shardingTotalCount\":2,\"shardingItemParameters\":\"\","
            + "\"jobParameter\":\"\",\"failover\":false,\"misfire\":false,\"description\":\"\"," + HANDLERS
            + ",\"appName\":\"foo_app\",\"cpuCount\":0.1,\"memoryMB\":64.0,\"jobExecutionType\":\"TRANSIENT\"}";
    private static final String MINIMAL = "{\"jobName\":\"t1\",\"appName\":\"a\",\"jobType\":\"%s\","
            + "\"jobExecutionType\":\"DAEMON\",\"cron\":\"c\",\"shardingTotalCount\":\"3\",\"cpuCount\":\" 0.5\","
            + "\"memoryMB\":64}";

    @Test
    void theAppOfSpecSection2IsReadAndWrittenByteForByte() {
        AppConfig app = Codecs.APP.read(APP);

        assertThat(app).isEqualTo(new AppConfig("foo_app", "http://h/x.tar.gz", "bin/start.sh", 1.0, 128.0, true, 0,
                ExecutorKind.ELASTIC_JOB_2_1_5, new JsonObject()));
        assertThat(Codecs.APP.write(app)).isEqualTo(APP);
    }

    @Test
    void theJobOfSpecSection2IsReadAndWrittenByteForByte() {
        JobConfig job = Codecs.JOB.read(JOB);

        assertThat(job.jobName()).isEqualTo("t1");
        assertThat(job.jobClass()).isEqualTo("x.Y");
        assertThat(job.shardingTotalCount()).isEqualTo(2);
        assertThat(job.executionType()).isEqualTo(ExecutionType.TRANSIENT);
        assertThat(job.scriptCommandLine()).isNull();
        assertThat(job.beanName()).isNull();
        assertThat(Codecs.JOB.write(job)).isEqualTo(JOB);
    }

    @Test
    void aDataflowJobHasItsOwnMemberAndASpringJobItsTwoInTheirPlaces() {
        String text = JOB.replace("SIMPLE", "DATAFLOW")
                .replace(HANDLERS, HANDLERS + ",\"streamingProcess\":true")
                .replace("\"TRANSIENT\"}", "\"TRANSIENT\",\"beanName\":\"b\",\"applicationContext\":\"c.xml\"}");

        JobConfig job = Codecs.JOB.read(text);

        assertThat(job.streamingProcess()).isTrue();
        assertThat(job.beanName()).isEqualTo("b");
        assertThat(job.applicationContext()).isEqualTo("c.xml");
        assertThat(Codecs.JOB.write(job)).isEqualTo(text);
    }

    @Test
    void aScriptJobIsAlwaysWrittenWithTheScriptClass() {
        String text = JOB.replace("SIMPLE", "SCRIPT").replace("x.Y", JobDefaults.SCRIPT_JOB_CLASS)
                .replace(HANDLERS, HANDLERS + ",\"scriptCommandLine\":\"echo a=b <c>\"");

        assertThat(Codecs.JOB.read(text.replace(JobDefaults.SCRIPT_JOB_CLASS, "any.Other"))).isEqualTo(Codecs.JOB.read(text));
        assertThat(Codecs.JOB.write(Codecs.JOB.read(text))).isEqualTo(text);
    }

    @Test
    void absentMembersOfAnAppHaveTheDefaultsOfSpecSection31() {
        assertThat(Codecs.APP.read("{}")).isEqualTo(
                new AppConfig("", "", "", 1.0, 128.0, true, 0, ExecutorKind.ELASTIC_JOB_2_1_5, new JsonObject()));
    }

    @Test
    void absentMembersOfAJobHaveTheDefaultsOfSpecSection32() {
        JobConfig job = Codecs.JOB.read(MINIMAL.formatted("SIMPLE"));

        assertThat(job.shardingTotalCount()).isEqualTo(3);
        assertThat(job.cpuCount()).isEqualTo(0.5);
        assertThat(job.misfire()).isFalse();
        assertThat(job.failover()).isFalse();
        assertThat(List.of(job.shardingItemParameters(), job.jobParameter(), job.description(), job.jobClass()))
                .containsOnly("");
        assertThat(Codecs.JOB.write(job)).contains(HANDLERS);
        assertThat(Codecs.JOB.read(MINIMAL.formatted("SCRIPT")).scriptCommandLine()).isEmpty();
        assertThat(Codecs.JOB.read(MINIMAL.formatted("DATAFLOW")).streamingProcess()).isFalse();
    }

    @Test
    void membersNobodyKnowsSurviveInTheirOrder() {
        String app = APP.replace("}", ",\"z\":{\"deep\":[1,null,\"<\"]},\"a\":1.50}");
        String job = JOB.replace("\"TRANSIENT\"}", "\"TRANSIENT\",\"later\":null,\"x\":1e3}")
                .replace("Handler\"}", "Handler\",\"own\":\"v\"}");

        assertThat(Codecs.APP.write(Codecs.APP.read(app))).isEqualTo(app);
        assertThat(Codecs.JOB.write(Codecs.JOB.read(job))).isEqualTo(job);
        assertThat(Codecs.JOB.read(job).unknown().keySet()).containsExactly("later", "x");
    }

    @Test
    void theExecutorLibraryIsSaidOverRestAndNotInTheNode() {
        AppConfig app = Codecs.APP_REST.read(APP.replace("}", ",\"executor\":\"JOBDECK\"}"));

        assertThat(app.executor()).isEqualTo(ExecutorKind.JOBDECK);
        assertThat(Codecs.APP.write(app)).isEqualTo(APP);
        assertThat(Codecs.APP_REST.write(app)).isEqualTo(APP.replace("}", ",\"executor\":\"JOBDECK\"}"));
        assertThat(Codecs.APP_REST.read(APP).executor()).isEqualTo(ExecutorKind.ELASTIC_JOB_2_1_5);
    }

    @Test
    void everyFaultIsToldAtOnceWithItsMember() {
        Reading<JobConfig> reading = Codecs.JOB.examine("{\"jobName\":null,\"jobType\":\"simple\",\"cron\":true,"
                + "\"shardingTotalCount\":1.5,\"cpuCount\":\"NaN\",\"memoryMB\":1e999,\"misfire\":\"yes\","
                + "\"jobProperties\":[],\"appName\":{}}");

        assertThat(reading.value()).isPresent();
        assertThat(reading.problems()).extracting(MemberProblem::member).containsExactlyInAnyOrder("jobName", "jobType",
                "cron", "shardingTotalCount", "cpuCount", "memoryMB", "misfire", "jobProperties", "appName",
                "jobExecutionType");
        assertThat(reading.problems()).contains(
                new MemberProblem("jobType", "must be one of SIMPLE, DATAFLOW, SCRIPT, in capitals, is \"simple\"."),
                new MemberProblem("jobExecutionType", "is missing."),
                new MemberProblem("jobName", "must not be null."),
                new MemberProblem("cpuCount", "must be a number, is \"NaN\"."));
        assertThatThrownBy(reading::orThrow).isInstanceOf(MalformedTextException.class)
                .hasMessageContaining("jobExecutionType: is missing.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'{\"a\":1,'                | This is no JSON at line 1, column",
        "'{\"jobName\" \"x\"}'      | This is no JSON at line 1, column",
        "'{''jobName'':1}'          | This is no JSON at line 1, column",
        "'{} {}'                    | This is no JSON at line 1, column",
        "'[1]'                      | A JSON object in braces is needed, this is an array.",
        "'null'                     | A JSON object in braces is needed, this is null.",
        "'7'                        | A JSON object in braces is needed, this is a number.",
        "' '                        | A JSON object in braces is needed, this is empty.",
    })
    void whatIsNoJsonObjectIsRefusedWithItsPlace(String text, String message) {
        Reading<AppConfig> reading = Codecs.APP.examine(text);

        assertThat(reading.value()).isEmpty();
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.member()).isEqualTo(MemberProblem.WHOLE);
            assertThat(problem.message()).startsWith(message).doesNotContain("\n").doesNotContain("http");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "\"x\"", "\"\"", "true", "{}", "1e400", "0.5"})
    void whatIsNoIntegerIsRefused(String number) {
        assertThat(Codecs.APP.examine("{\"eventTraceSamplingCount\":" + number + "}").problems())
                .singleElement().extracting(MemberProblem::member).isEqualTo("eventTraceSamplingCount");
    }
}
