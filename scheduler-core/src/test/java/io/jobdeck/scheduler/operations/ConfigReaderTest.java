package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.operations.Samples.appJson;
import static io.jobdeck.scheduler.operations.Samples.jobJson;
import static io.jobdeck.scheduler.operations.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, at which field, and in which words (issue 2, "Bad input"). */
class ConfigReaderTest {

    private final ConfigReader reader = new ConfigReader(new AppValidator(),
            new JobValidator(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC)));

    @Test
    void whatIsRightIsRead() {
        assertThat(reader.readApp(appJson()).appName()).isEqualTo("foo_app");
        assertThat(reader.readJob(jobJson()).jobName()).isEqualTo("t1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "jobName                | \"\"               | must not be empty.",
        "jobName                | \"a/b\"            | must not hold '/'.",
        "jobName                | \"a\\\\b\"         | must not hold '\\'.",
        "jobName                | \"a@-@b\"          | must not hold '@-@' nor end with '@-': ids are taken apart there.",
        "jobName                | \"a@-\"            | must not hold '@-@' nor end with '@-': ids are taken apart there.",
        "jobName                | \"a\\u0007b\"      | holds the character U+0007 at position 2, which is not allowed.",
        "jobName                | \"a\\nb\"          | holds the character U+000A at position 2, which is not allowed.",
        "jobName                | \"a\\u2028b\"      | holds the character U+2028 at position 2, which is not allowed.",
        "jobName                | \"a\\u200bb\"      | holds the character U+200B at position 2, which is not allowed.",
        "jobName                | \"\\ud83d\\ude00\" | holds the character U+D83D at position 1, which is not allowed.",
        "jobName                | \".\"              | must not be '.', which is no name of a node.",
        "jobName                | \"..\"             | must not be '..', which is no name of a node.",
        "jobName                | \" a\"             | must not begin or end with a blank.",
        "jobName                | null               | must not be null.",
        "jobName                | {}                 | must be a text, is an object.",
        "appName                | \"a/b\"            | must not hold '/'.",
        "jobClass               | \"\"               | must not be empty for a job of type SIMPLE.",
        "jobClass               | \"x Y\"            | 'x Y' is no name of a class.",
        "jobType                | \"simple\"         | must be one of SIMPLE, DATAFLOW, SCRIPT, in capitals, is \"simple\".",
        "jobExecutionType       | 1                  | must be one of TRANSIENT, DAEMON, in capitals, is 1.",
        "cron                   | \"\"               | must not be empty; it is a Quartz cron of 6 or 7 fields.",
        "cron                   | \"0 0 0 1 1 ? 2020\" | '0 0 0 1 1 ? 2020' never fires from now on.",
        "cron                   | \"0 0 0 31 2 ?\"   | '0 0 0 31 2 ?' never fires from now on.",
        "shardingTotalCount     | 0                  | must be between 1 and 10000, is 0.",
        "shardingTotalCount     | -1                 | must be between 1 and 10000, is -1.",
        "shardingTotalCount     | 10001              | must be between 1 and 10000, is 10001.",
        "shardingTotalCount     | \"three\"          | must be a whole number of at most nine digits, is \"three\".",
        "shardingItemParameters | \"0\"              | entry '0' must be item=parameter with exactly one '='.",
        "shardingItemParameters | \"0=a=b\"          | entry '0=a=b' must be item=parameter with exactly one '='.",
        "shardingItemParameters | \"0=a,\"           | has an empty entry; entries are item=parameter, with a comma between two.",
        "shardingItemParameters | \"x=a\"            | entry 'x=a' must begin with a sharding item, a whole number.",
        "shardingItemParameters | \"0=\"             | entry '0=' has no parameter; leave the entry out for an empty one.",
        "shardingItemParameters | \"3=a\"            | names item 3, but with shardingTotalCount 3 items are 0 to 2.",
        "shardingItemParameters | \"-1=a\"           | names item -1, but with shardingTotalCount 3 items are 0 to 2.",
        "shardingItemParameters | \"0=a,0=b\"        | names item 0 twice.",
        "cpuCount               | 0                  | must be between 0.001 and 1000000, is 0.0.",
        "cpuCount               | -1                 | must be between 0.001 and 1000000, is -1.0.",
        "cpuCount               | \"NaN\"            | must be a number, is \"NaN\".",
        "memoryMB               | 0.5                | must be between 1 and 1000000000, is 0.5.",
        "memoryMB               | 1e400              | must be a number, is 1e400.",
        "memoryMB               | \"lots\"           | must be a number, is \"lots\".",
        "misfire                | \"true\"           | must be true or false without quotes, is \"true\".",
        "jobProperties          | {\"job_exception_handler\":1} | job_exception_handler must be the name of a class.",
        "applicationContext     | \"\"               | must be given with beanName, or neither.",
    })
    void aJobIsRefusedAtTheFieldThatIsWrong(String field, String value, String message) {
        String json = field.equals("applicationContext") ? jobJson("beanName", "\"b\"") : jobJson(field, value);

        List<FieldProblem> problems = reader.examineJob(json);

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.message()).isEqualTo(message);
            assertThat(problem.example()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"* * *", "0 0 25 * * ?", "0 0 0 * * *", "every day", "0 0 0 ? * MOX", "@daily",
        "0 0 0 * * ? 2099 7", "0/5 * * * * ? ?", "0 0 0 ? L MON", "0 0 0 LW L ?"})
    void aCronThatQuartzDoesNotTakeIsRefused(String cron) {
        assertThat(reader.examineJob(jobJson("cron", text(cron)))).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("cron");
            assertThat(problem.message()).contains("is no Quartz cron (").doesNotContain("\n");
            assertThat(problem.example()).isEqualTo("0 0/5 * * * ?");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 0 1 1 ? 2099", "0/5 * * * * ?", "0 0 12 ? * MON-FRI", "0 0 0 L * ?", "0 15 10 ? * 6#3"})
    void aCronThatFiresIsTaken(String cron) {
        assertThat(reader.examineJob(jobJson("cron", text(cron)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "appName         | \"\"                | must not be empty.",
        "appName         | \"a@-@b\"           | must not hold '@-@' nor end with '@-': ids are taken apart there.",
        "appURL          | \"\"                | must not be empty; it is where agents fetch the app, a URL or an absolute path.",
        "appURL          | \"x.tar.gz\"        | 'x.tar.gz' is neither a URL nor an absolute path.",
        "appURL          | \"http:///x.tgz\"   | 'http:///x.tgz' names no host.",
        "appURL          | \"http://h/a b\"    | 'http://h/a b' is neither a URL nor an absolute path.",
        "bootstrapScript | \" \"               | must not be empty: it starts the app's executor.",
        "cpuCount        | 0.0001              | must be between 0.001 and 1000000, is 1.0E-4.",
        "memoryMB        | 0                   | must be between 1 and 1000000000, is 0.0.",
        "appCacheEnable  | 1                   | must be true or false without quotes, is 1.",
        "executor        | \"MINE\"            | must be one of JOBDECK, ELASTIC_JOB_2_1_5, in capitals, is \"MINE\".",
        "eventTraceSamplingCount | -1          | must be 0 or more, is -1.",
    })
    void anAppIsRefusedAtTheFieldThatIsWrong(String field, String value, String message) {
        assertThat(reader.examineApp(appJson(field, value))).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.message()).isEqualTo(message);
            assertThat(problem.example()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/opt/x.tar.gz", "file:///x.tgz", "https://h:8443/a%20b.tgz", "hdfs:///x.tgz", "s3://bucket/x.tgz"})
    void whatMesosFetchesIsAUrlOrAnAbsolutePath(String url) {
        assertThat(reader.examineApp(appJson("appURL", text(url)))).isEmpty();
    }

    @Test
    void anAppOfOldMayDoWithoutAStartCommandSinceItsScriptsNeedNone() {
        assertThat(reader.examineApp(appJson("bootstrapScript", "\"\"", "executor", "\"ELASTIC_JOB_2_1_5\""))).isEmpty();
    }

    @Test
    void namesAreMeasuredInCharactersAndInBytes() {
        assertThat(reader.examineJob(jobJson("jobName", text("x".repeat(100))))).isEmpty();
        assertThat(reader.examineJob(jobJson("jobName", text("x".repeat(101))))).singleElement()
                .extracting(FieldProblem::message).isEqualTo("has 101 characters, at most 100 are allowed.");
        assertThat(reader.examineJob(jobJson("jobName", text("\u4efb".repeat(46))))).isEmpty();
        assertThat(reader.examineJob(jobJson("jobName", text("\u4efb".repeat(47))))).singleElement()
                .extracting(FieldProblem::message).asString().contains("141 bytes");
    }

    @Test
    void aScriptNeedsACommandLineAndNoClass() {
        assertThat(reader.examineJob(jobJson("jobType", "\"SCRIPT\"", "jobClass", null))).singleElement()
                .extracting(FieldProblem::field).isEqualTo("scriptCommandLine");
        assertThat(reader.examineJob(jobJson("jobType", "\"SCRIPT\"", "jobClass", null, "scriptCommandLine", "\"ls\"")))
                .isEmpty();
    }

    @Test
    void theSpringBeanAndItsContextComeTogetherOrNotAtAll() {
        assertThat(reader.examineJob(jobJson("applicationContext", "\"c.xml\""))).singleElement()
                .extracting(FieldProblem::field).isEqualTo("beanName");
        assertThat(reader.examineJob(jobJson("beanName", "\"b\"", "applicationContext", "\"c.xml\""))).isEmpty();
        assertThat(reader.examineJob(jobJson("beanName", "\"\"", "applicationContext", "\"\""))).isEmpty();
    }

    @Test
    void whatIsTooLargeForANodeIsRefused() {
        assertThat(reader.examineJob(jobJson("description", text("x".repeat(600_000))))).singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("at most 524288 fit into the registry"));
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndNothingTwice() {
        assertThat(reader.examineJob(jobJson("jobName", "\"a/b\"", "cron", "\"x\"", "jobType", null, "jobClass", "\"\"",
                "shardingTotalCount", "\"n\"", "shardingItemParameters", "\"1=a\"", "cpuCount", "0")))
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder("jobType", "shardingTotalCount", "jobName", "cron", "cpuCount");
    }

    @Test
    void whatIsNoJsonIsRefusedAsAWhole() {
        assertThatThrownBy(() -> reader.readJob("{\"jobName\":"))
                .isInstanceOfSatisfying(OperationException.class, e -> {
                    assertThat(e.kind()).isEqualTo(OperationException.Kind.INVALID);
                    assertThat(e.problems()).singleElement().extracting(FieldProblem::field).isEqualTo("body");
                    assertThat(e).hasMessageStartingWith("body: This is no JSON at line 1, column");
                });
    }
}
