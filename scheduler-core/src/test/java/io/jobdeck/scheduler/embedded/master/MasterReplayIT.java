package io.jobdeck.scheduler.embedded.master;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.mesos.captures.Captures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The master answers recorded schedulers as the real one did, message by message. */
class MasterReplayIT {

    private static final List<String> SCENARIOS = List.of(
            "01-subscribe-offers-decline",
            "02-suppress-revive",
            "03-custom-executor-lifecycle",
            "04-unacknowledged-update-retry",
            "05-reconcile-kill-unknown",
            "05-reconcile-kill-unknown-partition-aware",
            "06-invalid-launches",
            "06-invalid-launches-partition-aware",
            "07-executor-crash-exit-7",
            "07-executor-crash-exit-7-partition-aware",
            "07-executor-exit-0",
            "07-executor-exit-0-partition-aware",
            "07-executor-never-starts",
            "08-shutdown-executor-with-tasks",
            "09-failover-while-connected",
            "10-disconnect-reconnect",
            "11-failover-timeout-expired",
            "12-teardown-with-running-task",
            "13-http-errors",
            "14-command-task",
            "14-command-task-partition-aware-task-killing",
            "15-offer-shapes-all",
            "15-offer-shapes-multi-role",
            "15-offer-shapes-none",
            "15-offer-shapes-partition-aware",
            "15-offer-shapes-reservation-refinement",
            "15-offer-shapes-role-dev",
            "17-reconcile-and-kill-while-staging",
            "28-two-offers-of-one-agent-in-one-accept");

    @TempDir
    private Path directory;

    static Stream<Arguments> scenarios() {
        return SCENARIOS.stream().flatMap(scenario ->
                Stream.of("json", "protobuf").map(form -> Arguments.of(scenario, form)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("scenarios")
    void theMasterAnswersAsRecorded(String scenario, String form) throws IOException {
        try (CaptureReplay replay = new CaptureReplay(Captures.orSkip(), directory, scenario, form)) {
            replay.play();
        }
    }

    @Test
    void theAgentIsAskedForWhatTheSchedulerCalledFor() throws IOException {
        try (CaptureReplay replay =
                new CaptureReplay(Captures.orSkip(), directory, "03-custom-executor-lifecycle", "json")) {
            replay.play();

            assertThat(replay.agent().asked()).containsExactly(
                    "run t-run", "run t-finish",
                    "acknowledge t-run", "acknowledge t-finish", "acknowledge t-finish",
                    "message to ex-1: ping \0\ufffd",
                    "run t-start", "acknowledge t-start", "acknowledge t-start",
                    "kill t-run", "acknowledge t-run", "kill t-start", "acknowledge t-start",
                    "shutdown executor ex-1", "shutdown framework");
        }
    }
}
