package io.jobdeck.scheduler.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.LeaderInfo;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.model.Waiting;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordCodecsTest {

    private static final Instant WHEN = Instant.parse("2026-11-22T17:00:00.123456Z");
    private static final TaskId TASK = TaskId.parse("foo_job@-@0@-@READY@-@2ab5-S1@-@76438449-0100-4fbd-9a4e-4d4669ee8bcc");

    @Test
    void aTaskRecordSaysEverythingThatIsKnownOfATask() {
        TaskRecord task = new TaskRecord(TASK, "foo_app", "host1", Optional.of("foo_app@-@2ab5-S1"), "run", "abc",
                TaskState.RUNNING, WHEN, WHEN.plusSeconds(1), true, Optional.of("earlier"));

        assertThat(Codecs.TASK.write(task)).isEqualTo("{\"taskId\":\"" + TASK + "\",\"appName\":\"foo_app\","
                + "\"agentHost\":\"host1\",\"executorId\":\"foo_app@-@2ab5-S1\",\"runId\":\"run\","
                + "\"configDigest\":\"abc\",\"state\":\"RUNNING\",\"launchedAt\":\"2026-11-22T17:00:00.123456Z\","
                + "\"since\":\"2026-11-22T17:00:01.123456Z\",\"idle\":true,\"originalTaskId\":\"earlier\"}");
        assertThat(Codecs.TASK.read(Codecs.TASK.write(task))).isEqualTo(task);
    }

    @Test
    void aTaskOfTheCommandExecutorHasNeitherExecutorNorOriginal() {
        TaskRecord task = new TaskRecord(TASK, "foo_app", "host1", Optional.empty(), "run", "abc", TaskState.STAGING,
                WHEN, WHEN, false, Optional.empty());

        assertThat(Codecs.TASK.write(task)).doesNotContain("executorId", "originalTaskId");
        assertThat(Codecs.TASK.read(Codecs.TASK.write(task))).isEqualTo(task);
    }

    @Test
    void theOtherRecordsAreReadAsTheyWereWritten() {
        RunResult result = new RunResult("r", RunResult.Outcome.KILLED, WHEN, "by \"hand\"");
        Disablement disablement = new Disablement("alice", WHEN);
        Waiting waiting = new Waiting("needs 2.0 cpus", "add an agent", WHEN);
        LeaderInfo leader = new LeaderInfo("h:8899", WHEN, ZoneId.of("Europe/Berlin"), "0.1.0");

        assertThat(Codecs.RUN_RESULT.read(Codecs.RUN_RESULT.write(result))).isEqualTo(result);
        assertThat(Codecs.DISABLEMENT.read(Codecs.DISABLEMENT.write(disablement))).isEqualTo(disablement);
        assertThat(Codecs.DISABLEMENT.write(disablement))
                .isEqualTo("{\"by\":\"alice\",\"since\":\"2026-11-22T17:00:00.123456Z\"}");
        assertThat(Codecs.WAITING.read(Codecs.WAITING.write(waiting))).isEqualTo(waiting);
        assertThat(Codecs.LEADER.read(Codecs.LEADER.write(leader))).isEqualTo(leader);
        assertThat(Codecs.APP_INFO.write(ExecutorKind.JOBDECK)).isEqualTo("{\"executor\":\"JOBDECK\"}");
        assertThat(Codecs.APP_INFO.read("{\"executor\":\"JOBDECK\",\"later\":1}")).isEqualTo(ExecutorKind.JOBDECK);
    }

    @Test
    void whatDoesNotParseIsRefusedWithTheMember() {
        assertThatThrownBy(() -> Codecs.LEADER.read("{\"address\":\"h:1\",\"since\":\"now\",\"zone\":\"Nowhere/X\",\"version\":\"1\"}"))
                .isInstanceOf(MalformedTextException.class)
                .hasMessageContaining("since: must be a time such as").hasMessageContaining("zone: must be a time zone");
        assertThatThrownBy(() -> Codecs.TASK.read("{\"taskId\":\"x\"}")).isInstanceOf(MalformedTextException.class)
                .hasMessageContaining("taskId: must be a task id of five parts");
        assertThatThrownBy(() -> Codecs.DISABLEMENT.read("")).isInstanceOf(MalformedTextException.class);
    }
}
