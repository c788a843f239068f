package io.jobdeck.scheduler.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.scheduler.model.LaunchType;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the records of a run's tasks look in the registry. */
class RunPartCodecTest {

    private static final Instant LAUNCH = Instant.parse("2026-11-22T17:00:00.123Z");
    private static final String RUN = "76438449-0100-4fbd-9a4e-4d4669ee8bcc";

    private static TaskRecord launched(int item, String agent) {
        return new TaskRecord(new TaskId(new MetaInfo("job", item), LaunchType.READY, agent, RUN), "app",
                agent + ".example", Optional.of("app@-@" + agent), RUN, "abc", TaskState.STAGING, LAUNCH, LAUNCH, false,
                Optional.empty());
    }

    private static TaskRecord with(TaskRecord task, String unique, Optional<String> original) {
        TaskId id = new TaskId(task.metaInfo(), task.taskId().type(), task.taskId().agentId(), unique);
        return new TaskRecord(id, task.appName(), task.agentHost(), task.executorId(), task.runId(), task.configDigest(),
                task.state(), task.launchedAt(), task.since(), task.idle(), original);
    }

    @Test
    void whatTheTasksHaveInCommonStandsOnceAndAFreshTaskTakesAFewBytes() {
        List<TaskRecord> tasks = List.of(launched(0, "S1"), launched(1, "S2"), launched(2, "S1"));

        assertThat(Codecs.RUN_PART.write(tasks)).isEqualTo("{\"job\":\"job\",\"app\":\"app\",\"run\":\"" + RUN
                + "\",\"type\":\"READY\",\"config\":\"abc\",\"launchedAt\":\"2026-11-22T17:00:00.123Z\","
                + "\"executor\":true,\"agents\":[[\"S1\",\"S1.example\"],[\"S2\",\"S2.example\"]],"
                + "\"tasks\":[[0,0],[1,1],[2,0]]}");
        assertThat(Codecs.RUN_PART.read(Codecs.RUN_PART.write(tasks))).isEqualTo(tasks);
    }

    @Test
    void theStatesThatATaskPassedAreKeptInAFewBytesAndMostTasksPassNone() {
        TaskRecord running = launched(0, "S1").in(TaskState.RUNNING, false, LAUNCH.plusMillis(250));
        TaskRecord lost = running.in(TaskState.UNREACHABLE, false, LAUNCH.plusMillis(900));
        TaskRecord busy = launched(1, "S1").in(TaskState.RUNNING, true, LAUNCH.plusMillis(30))
                .in(TaskState.RUNNING, false, LAUNCH.plusMillis(40)).in(TaskState.RUNNING, true, LAUNCH.plusMillis(50));
        List<TaskRecord> tasks = List.of(running, lost, busy);

        String text = Codecs.RUN_PART.write(tasks);

        assertThat(text).contains("[0,0,\"RUNNING\",250]", "[0,0,\"UNREACHABLE\",900,{\"passed\":[\"RUNNING\",250]}]",
                "[1,0,\"RUNNING\",50,{\"idle\":true,\"passed\":[\"RUNNING\",30]}]");
        assertThat(Codecs.RUN_PART.read(text)).isEqualTo(tasks);
    }

    @Test
    void everythingThatIsKnownOfATaskIsReadAsItWasWritten() {
        TaskRecord running = launched(0, "S1").in(TaskState.RUNNING, false, LAUNCH.plusMillis(250));
        TaskRecord idle = launched(1, "S1").in(TaskState.RUNNING, true, LAUNCH.plusMillis(9));
        TaskRecord adopted = with(launched(2, "S1"), "another-uuid", Optional.empty());
        TaskRecord again = with(launched(3, "S1"), RUN, Optional.of("job@-@3@-@READY@-@S9@-@earlier"));
        List<TaskRecord> tasks = List.of(running, idle, adopted, again);

        String text = Codecs.RUN_PART.write(tasks);

        assertThat(text).contains("[0,0,\"RUNNING\",250]", "[1,0,\"RUNNING\",9,{\"idle\":true}]",
                "[2,0,{\"unique\":\"another-uuid\"}]", "[3,0,{\"original\":\"job@-@3@-@READY@-@S9@-@earlier\"}]");
        assertThat(Codecs.RUN_PART.read(text)).isEqualTo(tasks);
    }

    @Test
    void aTaskOfTheCommandExecutorHasNone() {
        TaskRecord task = launched(0, "S1");
        TaskRecord command = new TaskRecord(task.taskId(), "app", "S1.example", Optional.empty(), RUN, "abc",
                TaskState.STAGING, LAUNCH, LAUNCH, false, Optional.empty());

        assertThat(Codecs.RUN_PART.read(Codecs.RUN_PART.write(List.of(command)))).containsExactly(command);
    }

    @Test
    void givenMembersOfALaterVersion_thenTheyAreSkipped() {
        String text = Codecs.RUN_PART.write(List.of(launched(0, "S1")))
                .replace("[0,0]", "[0,0,{\"later\":7}]").replace("{\"job\"", "{\"parameter\":\"x\",\"job\"");

        assertThat(Codecs.RUN_PART.read(text)).containsExactly(launched(0, "S1"));
    }

    @Test
    void givenSixtyFourTasksOnFiveAgents_thenTheyTakeAboutAKilobyte() {
        List<TaskRecord> tasks = IntStream.range(9900, 9964)
                .mapToObj(item -> launched(item, "2ab5c9a2-6b04-4a29-b6ea-a4d8a4b32b36-S" + item % 5)).toList();

        assertThat(Codecs.RUN_PART.write(tasks).length()).isLessThan(1300);
    }

    @Test
    void whatDoesNotParseIsRefusedWithTheMemberAndTheRow() {
        String text = Codecs.RUN_PART.write(List.of(launched(0, "S1"), launched(1, "S1")));

        assertThatThrownBy(() -> Codecs.RUN_PART.read("{\"job\":\"x\"}")).isInstanceOf(MalformedTextException.class)
                .hasMessageContaining("run: is missing").hasMessageContaining("tasks: is missing");
        assertThatThrownBy(() -> Codecs.RUN_PART.read(text.replace("[1,0]", "[1,7]")))
                .isInstanceOf(MalformedTextException.class).hasMessageContaining("number 2 is '[1,7]'");
        assertThatThrownBy(() -> Codecs.RUN_PART.read(text.replace("[1,0]", "[1,0,\"DREAMING\",5]")))
                .isInstanceOf(MalformedTextException.class).hasMessageContaining("DREAMING");
    }

    @Test
    void tasksOfDifferentRunsAreNotMixed() {
        TaskRecord task = launched(0, "S1");
        TaskRecord other = new TaskRecord(task.taskId(), "app", "h", Optional.empty(), "other", "abc", TaskState.STAGING,
                LAUNCH, LAUNCH, false, Optional.empty());

        assertThatThrownBy(() -> Codecs.RUN_PART.write(List.of(task, other))).isInstanceOf(IllegalArgumentException.class);
    }
}
