package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.model.LaunchType;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.junit.jupiter.api.Test;

/** Launches that share their offers are sent together. */
class LaunchBatchTest {

    private final List<Call> calls = new ArrayList<>();
    private final UnsentLaunches unsent = new UnsentLaunches();
    private final LaunchBatch batch = new LaunchBatch(new MesosCalls(calls::add), unsent, () -> { },
            since -> { });
    private final AgentResources agent = new AgentResources("agent-1", "agent-1.example");

    @Test
    void givenOneLaunchIsRecordedAndAnotherIsNot_thenMesosIsNotAskedAboutTheFirstUntilItIsSent() {
        TaskId id = new TaskId(new MetaInfo("job", 0), LaunchType.READY, "agent-1", "run");
        batch.begin(List.of(agent));
        batch.begin(List.of(agent));
        batch.close();

        batch.recorded(Map.of(agent, List.of(TaskInfo.newBuilder()
                .setName("job")
                .setAgentId(AgentID.newBuilder().setValue("agent-1"))
                .setTaskId(TaskID.newBuilder().setValue(id.toString())).build())), Optional.empty());
        assertThat(calls).isEmpty();
        assertThat(unsent.contains(id)).isTrue();

        batch.refused();
        assertThat(calls).extracting(Call::getType).containsExactly(Call.Type.ACCEPT);
        assertThat(unsent.contains(id)).isFalse();
    }
}
