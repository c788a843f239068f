package io.jobdeck.scheduler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, embedded cluster included, is killed with -9 and started again. */
class RestartIT {

    private static final String NEVER = "0 0 0 1 1 ? 2099";

    @TempDir
    private Path directory;
    private Estate estate;
    private ProgramProcess program;

    @BeforeEach
    void prepare() throws Exception {
        estate = new Estate(directory);
        program = start();
    }

    @AfterEach
    void stop() throws Exception {
        program.close();
        await().atMost(Duration.ofSeconds(20)).until(() -> estate.executors().isEmpty());
    }

    private ProgramProcess start() throws Exception {
        return ProgramProcess.start(directory.resolve("program.log"), "--embedded",
                "--data-dir=" + directory.resolve("data"), "--hostname=127.0.0.1", "--http_port=0");
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(50));
    }

    private Rest rest() {
        return new Rest(program.restAddress());
    }

    private void trigger(String job) {
        soon().until(() -> rest().answer("POST", "/api/job/trigger", job).statusCode() == 204);
    }

    @Test
    void givenTasksInFlightAndARunQueued_whenTheProgramIsKilledAndStartedAgain_thenNothingIsLostAndNothingRunsTwice()
            throws Exception {
        soon().until(() -> rest().answer("POST", "/api/app", estate.app("shop")).statusCode() == 204);
        rest().call("POST", "/api/job/register", estate.job("orders", "shop", NEVER, 8_000, ",\"misfire\":true"));
        rest().call("POST", "/api/job/register", script("counting"));
        trigger("orders");
        trigger("counting");
        soon().until(() -> estate.noted("begin") == 4);
        trigger("orders");
        List<ProcessHandle> executors = estate.executors();

        program.kill();
        assertThat(executors).isNotEmpty().allMatch(ProcessHandle::isAlive);
        program = start();

        soon().until(() -> estate.noted("end") == 7);
        soon().until(() -> rest().get("/api/job/tasks/ready").equals("[]")
                && !rest().get("/api/job/tasks/running").contains("\"jobName\":\"orders\""));
        Map<String, Long> lines = estate.lines().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(lines.values()).as("each task begins once and ends once: %s", lines).containsOnly(1L);
        assertThat(lines).hasSize(14);
        assertThat(estate.executors()).extracting(ProcessHandle::pid)
                .isSubsetOf(executors.stream().map(ProcessHandle::pid).toList());
        assertThat(rest().get("/api/app/list")).contains("\"sample\"", "\"shop\"");
    }

    private String script(String name) throws Exception {
        Path script = Files.writeString(directory.resolve("script.sh"), """
                echo "begin script $$" >> '%s'
                sleep 8
                echo "end script $$" >> '%s'
                """.formatted(estate.notes, estate.notes));
        return """
                {"jobName":"%s","appName":"shop","jobType":"SCRIPT","jobExecutionType":"TRANSIENT","cron":"%s",
                "shardingTotalCount":1,"cpuCount":0.1,"memoryMB":16,"scriptCommandLine":"sh '%s'"}"""
                .formatted(name, NEVER, script);
    }

    @Test
    void givenAnOrderlyEnd_whenItStartsAgain_thenEverythingIsAsItWasLeft() throws Exception {
        soon().until(() -> rest().answer("POST", "/api/app", estate.app("shop")).statusCode() == 204);
        rest().call("POST", "/api/job/register", estate.job("orders", "shop", NEVER, 100, ""));
        rest().call("POST", "/api/job/orders/disable", "");
        rest().call("DELETE", "/api/app/sample", "");

        program.close();
        program = start();

        soon().until(() -> rest().get("/api/job/orders/disable").equals("true"));
        assertThat(rest().get("/api/app/list")).contains("\"shop\"").doesNotContain("\"sample\"");
    }

    @Test
    void givenTheDataDirectoryIsInUse_whenAnotherStarts_thenItSaysSoInOneLineAndEnds() throws Exception {
        Path log = directory.resolve("second.log");

        ProgramProcess second = ProgramProcess.start(log, "--embedded", "--data-dir=" + directory.resolve("data"),
                "--http_port=0");

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(Files.readAllLines(log)).filteredOn(line -> line.startsWith("jobdeck: ")).singleElement()
                .satisfies(line -> assertThat(line).contains(directory.resolve("data").toString()));
        assertThat(Files.readString(log)).doesNotContain("\tat ");
    }
}
