package io.jobdeck.scheduler.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.model.TaskRecord.Step;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The states that a task has been in. */
class TaskTimelineTest {

    private static final Instant LAUNCH = Instant.parse("2026-03-01T12:00:00Z");
    private static final TaskRecord LAUNCHED = new TaskRecord(
            new TaskId(new MetaInfo("job", 0), LaunchType.READY, "S0", "run"), "app", "agent1", Optional.empty(), "run",
            "digest", TaskState.STAGING, LAUNCH, LAUNCH, false, Optional.empty());

    private static Instant at(int seconds) {
        return LAUNCH.plusSeconds(seconds);
    }

    @Test
    void itBeginsWithTheLaunchAndEndsWithThePresentState() {
        TaskRecord killing = LAUNCHED.in(TaskState.STARTING, false, at(1)).in(TaskState.RUNNING, false, at(2))
                .in(TaskState.KILLING, false, at(9));

        assertThat(LAUNCHED.timeline()).containsExactly(new Step(TaskState.STAGING, LAUNCH));
        assertThat(killing.timeline()).containsExactly(new Step(TaskState.STAGING, LAUNCH),
                new Step(TaskState.STARTING, at(1)), new Step(TaskState.RUNNING, at(2)), new Step(TaskState.KILLING, at(9)));
    }

    @Test
    void aDaemonThatTurnsBusyAndIdleStillRunsSinceItBeganTo() {
        TaskRecord idle = LAUNCHED.in(TaskState.RUNNING, true, at(1)).in(TaskState.RUNNING, false, at(5))
                .in(TaskState.RUNNING, true, at(6));

        assertThat(idle.since()).isEqualTo(at(6));
        assertThat(idle.timeline()).containsExactly(new Step(TaskState.STAGING, LAUNCH), new Step(TaskState.RUNNING, at(1)));
    }

    @Test
    void aDaemonIsAtWorkFromTheBeginningOfAFiringToItsEnd() {
        TaskRecord daemon = new TaskRecord(LAUNCHED.taskId(), "app", "agent1", Optional.empty(), "run", "digest",
                TaskState.STAGING, LAUNCH, LAUNCH, false, Optional.empty(), TaskRecord.Origin.DAEMON, false);
        TaskRecord beforeItsFirstFiring = daemon.in(TaskState.RUNNING, false, at(1));
        TaskRecord idle = beforeItsFirstFiring.in(TaskState.RUNNING, true, at(5));

        assertThat(LAUNCHED.busySince()).contains(LAUNCH);
        assertThat(beforeItsFirstFiring.busySince()).isEmpty();
        assertThat(idle.busySince()).isEmpty();
        assertThat(idle.in(TaskState.RUNNING, false, at(9)).busySince()).contains(at(9));
    }

    @Test
    void ofManyStatesOnlyTheNewestAreKept() {
        TaskRecord task = LAUNCHED;
        for (int second = 1; second <= 20; second++) {
            task = task.in(second % 2 == 0 ? TaskState.UNREACHABLE : TaskState.RUNNING, false, at(second));
        }

        assertThat(task.passed()).hasSize(6);
        assertThat(task.timeline()).endsWith(new Step(TaskState.RUNNING, at(19)), new Step(TaskState.UNREACHABLE, at(20)));
    }
}
