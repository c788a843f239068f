package io.jobdeck.scheduler.embedded.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.jobdeck.executor.wire.TaskPayload;
import io.jobdeck.scheduler.embedded.cluster.AgentGateway;
import io.jobdeck.scheduler.embedded.cluster.MasterGateway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.AgentInfo;
import org.apache.mesos.v1.Protos.CommandInfo;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.ExecutorInfo;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.junit.jupiter.api.Test;

/** What a master sees of simulated agents. Tasks start after 10 ms and run for a second unless they say otherwise. */
class SimulationTest {

    private static final FrameworkInfo FRAMEWORK = FrameworkInfo.newBuilder().setUser("root").setName("test")
            .setId(FrameworkID.newBuilder().setValue("f"))
            .addCapabilities(FrameworkInfo.Capability.newBuilder()
                    .setType(FrameworkInfo.Capability.Type.PARTITION_AWARE))
            .build();
    private static final FrameworkID ID = FRAMEWORK.getId();
    private static final ExecutorID EXECUTOR = ExecutorID.newBuilder().setValue("app@-@s").build();
    private static final Duration START = Duration.ofMillis(10);
    private static final Duration RUN = Duration.ofSeconds(1);

    private final ManualSimulationLoop loop = new ManualSimulationLoop();
    private final HearingMaster master = new HearingMaster();
    private final Simulation simulation = new Simulation(SimulationOptions.of(1, 4, 1024), master, loop);
    private final SimulatedAgent agent = new SimulatedAgent(AgentID.newBuilder().setValue("s").build());

    @Test
    void aTaskOfAnExecutorRunsAfterItsStartTimeAndFinishesAfterItsRunTime() {
        simulation.run(agent, FRAMEWORK, task("t", ""));
        assertThat(master.states()).isEmpty();

        loop.pass(START);
        assertThat(master.states()).containsExactly(TaskState.TASK_RUNNING);
        acknowledgeLast();

        loop.pass(RUN);
        assertThat(master.states()).containsExactly(TaskState.TASK_RUNNING, TaskState.TASK_FINISHED);
        assertThat(master.last().getAgentId()).isEqualTo(agent.id());
        assertThat(master.last().getExecutorId()).isEqualTo(EXECUTOR);
        assertThat(master.last().getUuid().size()).isEqualTo(16);
    }

    @Test
    void aCommandIsStartingFirstAsInMesosOwnExecutor() {
        simulation.run(agent, FRAMEWORK, TaskInfo.newBuilder().setName("t").setTaskId(id("t")).setAgentId(agent.id())
                .setCommand(CommandInfo.newBuilder().setValue("true")).build());

        loop.pass(START);
        acknowledgeLast();

        assertThat(master.states()).containsExactly(TaskState.TASK_STARTING, TaskState.TASK_RUNNING);
    }

    @Test
    void theJobParameterSaysHowLongATaskRuns() {
        simulation.run(agent, FRAMEWORK, task("t", "region=1 simulate=20ms"));

        loop.pass(START);
        acknowledgeLast();
        loop.pass(Duration.ofMillis(20));

        assertThat(master.states()).endsWith(TaskState.TASK_FINISHED);
    }

    @Test
    void aDaemonRunsUntilItIsKilled() {
        simulation.run(agent, FRAMEWORK, task("t", "simulate=20ms", "0 0 * * * ?"));
        loop.pass(Duration.ofHours(5));
        acknowledgeLast();
        assertThat(master.states()).containsOnly(TaskState.TASK_RUNNING);

        simulation.kill(agent, ID, id("t"));

        assertThat(master.states()).endsWith(TaskState.TASK_KILLED);
    }

    @Test
    void anUpdateWaitsForTheAcknowledgementOfTheOneBefore() {
        simulation.run(agent, FRAMEWORK, task("t", "simulate=0ms"));
        loop.pass(Duration.ofSeconds(5));
        assertThat(master.states()).containsExactly(TaskState.TASK_RUNNING);

        loop.pass(Duration.ofSeconds(6));
        assertThat(master.states()).containsExactly(TaskState.TASK_RUNNING, TaskState.TASK_RUNNING);
        assertThat(master.latest).as("the repeated one says that it has ended").endsWith(TaskState.TASK_FINISHED);

        acknowledgeLast();
        assertThat(master.states()).endsWith(TaskState.TASK_FINISHED);
    }

    @Test
    void anUpdateIsSentAgainWithLongerAndLongerPausesUntilItIsAcknowledged() {
        simulation.run(agent, FRAMEWORK, task("t", "simulate=1h"));
        loop.pass(START);

        loop.pass(Duration.ofSeconds(11));
        assertThat(master.updates).hasSize(2);
        loop.pass(Duration.ofSeconds(15));
        assertThat(master.updates).hasSize(2);
        loop.pass(Duration.ofSeconds(7));
        assertThat(master.updates).hasSize(3);

        simulation.acknowledge(agent, ID, id("t"), ByteString.copyFromUtf8("another"));
        acknowledgeLast();
        loop.pass(Duration.ofMinutes(30));
        assertThat(master.updates).hasSize(3).extracting(TaskStatus::getUuid).containsOnly(master.last().getUuid());
    }

    @Test
    void aFrameworkThatSubscribesAgainIsToldAtOnceWhatItHasNotAcknowledged() {
        simulation.run(agent, FRAMEWORK, task("t", "simulate=1h"));
        loop.pass(START);

        simulation.resend(agent, ID);

        assertThat(master.updates).hasSize(2);
    }

    @Test
    void aKilledTaskDoesNotStartAndIsKilledOnce() {
        simulation.run(agent, FRAMEWORK, task("t", ""));

        simulation.kill(agent, ID, id("t"));
        simulation.kill(agent, ID, id("t"));
        acknowledgeLast();
        loop.pass(Duration.ofMinutes(1));

        assertThat(master.states()).containsExactly(TaskState.TASK_KILLED);
    }

    @Test
    void anExecutorToldToStopKillsItsTasksAndEndsWhenThatIsAcknowledged() {
        simulation.run(agent, FRAMEWORK, task("t", "simulate=1h"));
        loop.pass(START);
        acknowledgeLast();

        simulation.sendToExecutor(agent, ID, EXECUTOR, ByteString.copyFromUtf8("STOP"));
        assertThat(master.states()).endsWith(TaskState.TASK_KILLED);
        assertThat(master.terminated).isEmpty();

        simulation.run(agent, FRAMEWORK, task("late", ""));
        assertThat(master.states()).endsWith(TaskState.TASK_DROPPED);
        acknowledgeLast();
        simulation.acknowledge(agent, ID, id("t"), master.updates.get(1).getUuid());

        assertThat(master.terminated).containsExactly(EXECUTOR);
        assertThat(agent.isIdle()).isTrue();
    }

    @Test
    void anIdleExecutorStaysUpAndRunsTheNextTask() {
        simulation.run(agent, FRAMEWORK, task("one", "simulate=0ms"));
        loop.pass(START);
        acknowledgeLast();
        acknowledgeLast();
        assertThat(agent.isIdle()).isTrue();

        assertThat(agent.executor(ID, EXECUTOR)).isPresent();
        assertThat(master.terminated).isEmpty();
    }

    @Test
    void whatBelongedToAFrameworkThatIsGoneIsForgotten() {
        simulation.run(agent, FRAMEWORK, task("t", ""));
        loop.pass(START);

        simulation.shutdownFramework(agent, ID);
        loop.pass(Duration.ofHours(1));

        assertThat(master.updates).hasSize(1);
        assertThat(master.terminated).isEmpty();
        assertThat(agent.executors()).isEmpty();
    }

    private void acknowledgeLast() {
        simulation.acknowledge(agent, ID, master.last().getTaskId(), master.last().getUuid());
    }

    private static TaskID id(String value) {
        return TaskID.newBuilder().setValue(value).build();
    }

    private TaskInfo task(String id, String parameter) {
        return task(id, parameter, "");
    }

    private TaskInfo task(String id, String parameter, String cron) {
        TaskPayload payload = new TaskPayload(id, "job", "SIMPLE", "Job", cron, 1, 0, "", parameter, false, "");
        return TaskInfo.newBuilder().setName(id).setTaskId(id(id)).setAgentId(agent.id())
                .setExecutor(ExecutorInfo.newBuilder().setExecutorId(EXECUTOR))
                .setData(ByteString.copyFrom(payload.toBytes()))
                .build();
    }

    /** Notes what it is told. */
    private static final class HearingMaster implements MasterGateway {

        private final List<TaskStatus> updates = new ArrayList<>();
        private final List<TaskState> latest = new ArrayList<>();
        private final List<ExecutorID> terminated = new ArrayList<>();

        List<TaskState> states() {
            return updates.stream().map(TaskStatus::getState).toList();
        }

        TaskStatus last() {
            return updates.get(updates.size() - 1);
        }

        @Override
        public void statusUpdate(AgentID from, FrameworkID framework, TaskStatus status, TaskState newest) {
            updates.add(status);
            latest.add(newest);
        }

        @Override
        public void executorTerminated(AgentID from, FrameworkID framework, ExecutorID executor, int status) {
            assertThat(status).isZero();
            terminated.add(executor);
        }

        @Override
        public AgentID register(AgentInfo info, List<RecoveredExecutor> executors, AgentGateway gateway) {
            throw new AssertionError("agents do not register again");
        }

        @Override
        public void unregister(AgentID gone) {
            throw new AssertionError("simulated agents do not leave");
        }

        @Override
        public void messageFromExecutor(AgentID from, FrameworkID framework, ExecutorID executor, ByteString data) {
            throw new AssertionError("simulated executors have nothing to say");
        }
    }
}
