package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.scheduler.model.LaunchType;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import java.time.Instant;
import java.util.Optional;
import org.apache.mesos.v1.Protos.TaskStatus.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each terminal state means, before and after a task has started. */
class EndingTest {

    private static TaskEnd end(TaskState last, TaskState reported, Reason reason, boolean givenUp) {
        Instant now = Instant.EPOCH;
        TaskRecord task = new TaskRecord(new TaskId(new MetaInfo("job", 0), LaunchType.READY, "agent-1", "x"), "app",
                "agent-1", Optional.empty(), "x", "", last, now, now, false, Optional.empty());
        return new TaskEnd(task, reported, reason, "", givenUp);
    }

    @ParameterizedTest
    @CsvSource({
        "STAGING,     FINISHED,         SUCCEEDED",
        "RUNNING,     FINISHED,         SUCCEEDED",
        "STAGING,     KILLED,           KILLED",
        "RUNNING,     KILLED,           KILLED",
        "STAGING,     FAILED,           FAILED",
        "STARTING,    FAILED,           FAILED",
        "RUNNING,     FAILED,           FAILED",
        "STAGING,     ERROR,            FAILED",
        "RUNNING,     ERROR,            FAILED",
        "STAGING,     DROPPED,          NEVER_STARTED",
        "STAGING,     LOST,             NEVER_STARTED",
        "RUNNING,     LOST,             FAILED",
        "STAGING,     GONE,             NEVER_STARTED",
        "STARTING,    GONE,             FAILED",
        "RUNNING,     GONE,             FAILED",
        "KILLING,     GONE,             FAILED",
        "STAGING,     GONE_BY_OPERATOR, NEVER_STARTED",
        "RUNNING,     GONE_BY_OPERATOR, FAILED",
        "UNREACHABLE, GONE,             NEVER_STARTED",
        "UNKNOWN,     LOST,             NEVER_STARTED",
    })
    void everyTerminalStateHasItsMeaning(TaskState last, TaskState reported, Ending expected) {
        assertThat(Ending.of(end(last, reported, null, false), false, false)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "KILLED", "ERROR", "LOST", "DROPPED", "GONE", "GONE_BY_OPERATOR"})
    void howeverATaskEndsThatWasToldTo_itIsNoFailure(TaskState reported) {
        assertThat(Ending.of(end(TaskState.RUNNING, reported, null, false), true, false)).isEqualTo(Ending.KILLED);
    }

    @Test
    void aTaskThatFinishesThoughItWasToldToEnd_hasSucceeded() {
        assertThat(Ending.of(end(TaskState.RUNNING, TaskState.FINISHED, null, false), true, false))
                .isEqualTo(Ending.SUCCEEDED);
    }

    @Test
    void aTaskGivenUpOnAnUnreachableAgent_mayHaveStarted() {
        assertThat(Ending.of(end(TaskState.UNREACHABLE, TaskState.LOST, null, true), false, false))
                .isEqualTo(Ending.FAILED);
    }

    @Test
    void aLaunchThatMetAnExecutorJustEnding_isExcusedOnce() {
        TaskEnd end = end(TaskState.STAGING, TaskState.FAILED, Reason.REASON_EXECUTOR_TERMINATED, false);

        assertThat(Ending.of(end, false, false)).isEqualTo(Ending.NEVER_STARTED);
        assertThat(Ending.of(end, false, true)).isEqualTo(Ending.FAILED);
        assertThat(Ending.of(end(TaskState.RUNNING, TaskState.FAILED, Reason.REASON_EXECUTOR_TERMINATED, false), false,
                false)).isEqualTo(Ending.FAILED);
    }

    @Test
    void voidOffers_areALostLaunch() {
        assertThat(Ending.of(end(TaskState.STAGING, TaskState.DROPPED, Reason.REASON_INVALID_OFFERS, false), false, true))
                .isEqualTo(Ending.NEVER_STARTED);
        assertThat(Ending.of(end(TaskState.STAGING, TaskState.LOST, Reason.REASON_INVALID_OFFERS, false), false, true))
                .isEqualTo(Ending.NEVER_STARTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"STAGING", "STARTING", "RUNNING", "KILLING", "UNREACHABLE", "UNKNOWN"})
    void otherStatesAreNoEnd(TaskState reported) {
        assertThatThrownBy(() -> Ending.of(end(TaskState.RUNNING, reported, null, false), false, false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
