package io.jobdeck.executor.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.executor.testing.Payloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptWorkIT {

    private static final Duration GRACE = Duration.ofSeconds(2);

    @TempDir
    private Path sandbox;

    private final RecordingUpdates updates = new RecordingUpdates();
    private TaskRunner runner;

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void aScriptGetsTheContextAsOneJsonArgumentAsItIs() throws IOException {
        script("echo \"$#\" > count; printf '%s' \"$1\" > first; printf '%s' \"$3\" > third");

        launch("bin/run.sh 'a $HOME b' second");

        updates.awaitStates("t", "RUNNING", "FINISHED");
        assertThat(sandbox.resolve("count")).hasContent("3");
        assertThat(sandbox.resolve("first")).hasContent("a $HOME b");
        assertThat(sandbox.resolve("third")).hasContent("""
                {"jobName":"script","taskId":"t","shardingTotalCount":3,"jobParameter":"a b","shardingItem":1,\
                "shardingParameter":"south"}""");
    }

    @Test
    void anExitCodeOtherThan0FailsTheTaskWithTheLastOutput() throws IOException {
        script("echo one; echo two >&2; exit 3");

        launch("bin/run.sh");

        updates.awaitStates("t", "RUNNING", "FAILED");
        assertThat(updates.last("t").message())
                .isEqualTo("bin/run.sh ended with exit code 3. Its last output:\none\ntwo");
    }

    @Test
    void aCommandThatIsNotThereFailsTheTask() {
        launch("bin/missing.sh");

        updates.awaitStates("t", "RUNNING", "FAILED");
        assertThat(updates.last("t").message()).startsWith("bin/missing.sh could not be run");
    }

    @Test
    void aScriptThatReadsItsInputFindsItsEnd() throws IOException {
        script("cat");

        launch("bin/run.sh");

        updates.awaitStates("t", "RUNNING", "FINISHED");
    }

    @Test
    void aKillEndsTheScriptAndAllItHasStarted() throws IOException {
        script("sleep 61 & echo $! > child; sleep 62");
        launch("bin/run.sh");
        await().atMost(Duration.ofSeconds(5)).until(() -> Files.exists(sandbox.resolve("child"))
                && !Files.readString(sandbox.resolve("child")).isBlank());
        long child = Long.parseLong(Files.readString(sandbox.resolve("child")).strip());

        runner.kill("t", GRACE);

        updates.awaitTexts("t", "RUNNING", "KILLED Killed on request.");
        await().atMost(Duration.ofSeconds(5)).until(() -> isGone(child));
    }

    @Test
    void aScriptThatIgnoresTheTerminationIsKilled() throws IOException {
        script("trap '' TERM; echo $$ > me; while true; do sleep 0.1; done");
        launch("bin/run.sh");
        await().atMost(Duration.ofSeconds(5)).until(() -> Files.exists(sandbox.resolve("me"))
                && !Files.readString(sandbox.resolve("me")).isBlank());
        long script = Long.parseLong(Files.readString(sandbox.resolve("me")).strip());

        runner.kill("t", GRACE);

        updates.awaitTexts("t", "RUNNING", "KILLED Killed on request.");
        assertThat(isGone(script)).isTrue();
    }

    @Test
    void aProcessThatAScriptLeavesBehindDoesNotHoldTheTask() throws IOException {
        script("sleep 5 & echo done");

        launch("bin/run.sh");

        updates.awaitStates("t", "RUNNING", "FINISHED");
    }

    private static boolean isGone(long pid) {
        return ProcessHandle.of(pid).map(process -> !process.isAlive()).orElse(true);
    }

    private void script(String text) throws IOException {
        Path file = sandbox.resolve("bin/run.sh");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void launch(String commandLine) {
        runner = new TaskRunner(new WorkFactory(List.of(), sandbox),
                new TaskThreads(2, getClass().getClassLoader()), updates);
        runner.launch("t", Payloads.script("t", commandLine).toBytes());
    }
}
