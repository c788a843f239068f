package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.model.LaunchType;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.junit.jupiter.api.Test;

/** Tasks are told to end when Mesos can know them. */
class KillsTest {

    private final List<Call> calls = new ArrayList<>();
    private final ManualLoop loop = new ManualLoop();
    private final ClusterState state = new ClusterState();
    private final Kills kills = new Kills(state, new MesosCalls(calls::add), loop);

    @Test
    void givenALaunchThatIsRecordedAndNotSent_whenItIsToBeKilled_thenItIsKilledRightBehindItsLaunch() {
        TaskId id = new TaskId(new MetaInfo("job", 0), LaunchType.READY, "agent-1", "run");
        TaskRecord task = new TaskRecord(id, "app", "agent-1.example", Optional.empty(), "run", "digest", TaskState.STAGING,
                loop.clock().instant(), loop.clock().instant(), false, Optional.empty());
        state.job("job").tasks.put(0, task);
        List<TaskInfo> launch = List.of(TaskInfo.newBuilder().setName("job")
                .setAgentId(AgentID.newBuilder().setValue("agent-1"))
                .setTaskId(TaskID.newBuilder().setValue(id.toString())).build());
        state.unsent().add(launch);

        kills.kill(task);
        kills.resend();
        loop.pass(Duration.ofSeconds(1), () -> { });
        assertThat(calls).isEmpty();
        state.unsent().sent(launch);
        loop.pass(Duration.ofMillis(100), () -> { });

        assertThat(calls).extracting(Call::getType).containsExactly(Call.Type.KILL);
    }
}
