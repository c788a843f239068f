package io.jobdeck.scheduler.embedded.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.stream.Stream;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgentRecordCodecTest {

    private static final ByteString UUID = ByteString.copyFrom(new byte[] {0, 1, (byte) 255, 3});

    static Stream<AgentRecord> oneOfEachKind() {
        var task = TestTasks.task("t @-@ ü", "ex", "run");
        return Stream.of(
                new AgentRecord.Registered(RecordingMaster.AGENT),
                new AgentRecord.Listening(31415),
                new AgentRecord.RunCreated(TestTasks.FRAMEWORK, task.getExecutor(), "container", true),
                new AgentRecord.Subscribed("container"),
                new AgentRecord.TaskAdded("container", task),
                new AgentRecord.KillRequested("container", task.getTaskId()),
                new AgentRecord.ShutdownRequested("container"),
                new AgentRecord.UpdateReceived("container", TaskStatus.newBuilder().setTaskId(task.getTaskId())
                        .setState(TaskState.TASK_RUNNING).setUuid(UUID).build()),
                new AgentRecord.UpdateAcknowledged("container", task.getTaskId(), UUID),
                new AgentRecord.UpdatesSeen("container", task.getTaskId(), List.of(UUID, ByteString.EMPTY)),
                new AgentRecord.RunEnded("container", 32512),
                new AgentRecord.FrameworkGone(TestTasks.FRAMEWORK.getId()));
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void recordIsReadBackAsItWas(AgentRecord record) {
        assertThat(AgentRecordCodec.decode(AgentRecordCodec.encode(record))).isEqualTo(record);
    }

    @Test
    void everyKindOfRecordIsCovered() {
        assertThat(oneOfEachKind().map(Object::getClass).toList())
                .containsExactlyInAnyOrder(AgentRecord.class.getPermittedSubclasses());
    }

    @Test
    void otherBytesAreRefused() {
        assertThatThrownBy(() -> AgentRecordCodec.decode(new byte[] {99})).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown kind 99");
        assertThatThrownBy(() -> AgentRecordCodec.decode(new byte[] {1, 127, 0, 0, 0}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
