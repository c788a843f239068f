package io.jobdeck.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobdeckExecutorTest {

    @Test
    void aProgramThatNoAgentStartedSaysSoInOneLineAndEndsWith2() {
        PrintStream formerErr = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        int exitCode;
        try {
            exitCode = JobdeckExecutor.create(Map.of("PATH", "/bin")).run();
        } finally {
            System.setErr(formerErr);
        }
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).singleElement().asString()
                .contains("MESOS_AGENT_ENDPOINT is not set").doesNotContain("Exception");
    }

    @Test
    void aLimitOfNoTasksAtAllIsRefused() {
        assertThatThrownBy(() -> JobdeckExecutor.create(Map.of()).maxConcurrentTasks(0))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1 or more");
    }

    @Test
    void theLibraryBringsNeitherMesosNorProtobuf() {
        assertThatThrownBy(() -> Class.forName("com.google.protobuf.Message")).isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> Class.forName("org.apache.mesos.Executor")).isInstanceOf(ClassNotFoundException.class);
    }
}
