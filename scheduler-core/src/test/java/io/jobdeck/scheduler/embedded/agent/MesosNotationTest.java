package io.jobdeck.scheduler.embedded.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wait statuses, durations and directory names as the recorded traffic has them. */
class MesosNotationTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 1792", "3, 768", "127, 32512", "137, 9", "143, 15", "1, 256", "255, 65280"})
    void exitCodesOfAShellBecomeRawWaitStatuses(int code, int raw) {
        assertThat(WaitStatus.ofExitCode(code).raw()).isEqualTo(raw);
    }

    @ParameterizedTest
    @CsvSource({
        "0, Command exited with status 0",
        "5, Command exited with status 5",
        "143, Command terminated with signal Terminated",
        "137, Command terminated with signal Killed"})
    void endOfACommandIsToldInTheWordsOfMesos(int code, String words) {
        assertThat(WaitStatus.ofExitCode(code).describeCommand()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"PT15M, 15mins", "PT2S, 2secs", "PT1M, 1mins", "PT90S, 1.5mins", "PT0.25S, 250ms", "P7D, 1weeks", "PT0S, 0ns",
        "PT1H, 1hrs", "P1D, 1days"})
    void durationsHaveTheLargestUnitThatFits(Duration duration, String text) {
        assertThat(MesosDuration.format(duration)).isEqualTo(text);
    }

    @Test
    void idsAreDirectoryNamesAsTheyAreWhereverPossible() {
        assertThat(WorkDirectory.directoryName("foo@-@app-1")).isEqualTo("foo@-@app-1");
        assertThat(WorkDirectory.directoryName("作业@-@0")).isEqualTo("作业@-@0");
    }

    @Test
    void idsThatAreNoFileNamesGetOneOfTheirOwn() {
        String slash = WorkDirectory.directoryName("a/../b");
        assertThat(slash).doesNotContain("/").isNotEqualTo(WorkDirectory.directoryName("a/.._b"));
        assertThat(WorkDirectory.directoryName("..")).isNotEqualTo("..");
        assertThat(WorkDirectory.directoryName("作".repeat(100)).getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(255);
    }
}
