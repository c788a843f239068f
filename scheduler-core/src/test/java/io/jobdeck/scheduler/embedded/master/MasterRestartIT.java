package io.jobdeck.scheduler.embedded.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.jobdeck.scheduler.embedded.cluster.MasterGateway.RecoveredExecutor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.ExecutorInfo;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.Offer;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A master that is started again takes over what still runs, and says nothing about what it cannot know yet. */
class MasterRestartIT {

    private static final MasterOptions QUICK =
            new MasterOptions(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMinutes(10));
    private static final FrameworkInfo FRAMEWORK = FrameworkInfo.newBuilder()
            .setUser("root").setName("restarted").setCheckpoint(true).setFailoverTimeout(60).build();

    @TempDir
    private Path directory;

    private EmbeddedMaster master;

    @AfterEach
    void stop() {
        master.close();
    }

    @Test
    void runningTasksAreTakenOverFromTheAgentAndReconciledTruly() throws IOException {
        start();
        AgentID agentId = master.register(ScriptedAgent.recordedInfo(), List.of(), new ScriptedAgent());
        SchedulerClient.Subscription before = client().subscribe(Call.Subscribe.newBuilder().setFrameworkInfo(FRAMEWORK));
        FrameworkInfo framework = FRAMEWORK.toBuilder().setId(awaitFrameworkId(before)).build();
        restart();

        SchedulerClient.Subscription again = client().subscribe(Call.Subscribe.newBuilder().setFrameworkInfo(framework));
        assertThat(awaitFrameworkId(again)).isEqualTo(framework.getId());
        reconcile(again, framework.getId(), agentId, "t-1");
        reconcile(again, framework.getId(), null, "t-1");
        comeBack(agentId, framework, "t-1");
        reconcile(again, framework.getId(), agentId, "t-1");

        TaskStatus first = awaitUpdate(again, "t-1");
        assertThat(first.getState()).as("no answer before the agent was back").isEqualTo(TaskState.TASK_RUNNING);
        assertThat(first.getReason()).isEqualTo(TaskStatus.Reason.REASON_RECONCILIATION);
        Offer offer = awaitOffer(again);
        assertThat(offer.getAgentId()).isEqualTo(agentId);
        assertThat(offer.getExecutorIdsList()).extracting(ExecutorID::getValue).containsExactly("ex-1");
        assertThat(ResourceSet.of(offer.getResourcesList()).scalar("cpus")).isEqualTo(3.4);
        reconcile(again, framework.getId(), agentId, "t-2");
        assertThat(awaitUpdate(again, "t-2").getState()).isEqualTo(TaskState.TASK_LOST);
    }

    @Test
    void anAgentThatIsBackBeforeItsSchedulerKeepsTheTasksForIt() throws IOException {
        start();
        AgentID agentId = master.register(ScriptedAgent.recordedInfo(), List.of(), new ScriptedAgent());
        FrameworkInfo framework = FRAMEWORK.toBuilder()
                .setId(FrameworkID.newBuilder().setValue("earlier-master-0000")).build();
        restart();

        ScriptedAgent agent = comeBack(agentId, framework, "t-1");
        SchedulerClient.Subscription again = client().subscribe(Call.Subscribe.newBuilder().setFrameworkInfo(framework));
        awaitFrameworkId(again);
        client().call(again, Call.newBuilder().setType(Call.Type.RECONCILE).setFrameworkId(framework.getId())
                .setReconcile(Call.Reconcile.newBuilder()));

        assertThat(awaitUpdate(again, "t-1").getState()).isEqualTo(TaskState.TASK_RUNNING);
        assertThat(agent.asked()).as("updates that wait are asked for").contains("reconnected");
        kill(again, framework.getId(), "t-1");
        await().until(() -> agent.asked().contains("kill t-1"));
    }

    @Test
    void tasksOfAnAgentThatDoesNotComeBackAreUnknownOnceAllAgentsAreHere() throws IOException {
        start();
        AgentID agentId = master.register(ScriptedAgent.recordedInfo(), List.of(), new ScriptedAgent());
        restart();
        SchedulerClient.Subscription stream = client().subscribe(Call.Subscribe.newBuilder().setFrameworkInfo(FRAMEWORK));
        FrameworkID framework = awaitFrameworkId(stream);
        reconcile(stream, framework, agentId, "t-1");
        assertThat(update(stream, "t-1")).isEmpty();

        master.allAgentsAreHere();
        reconcile(stream, framework, agentId, "t-1");

        assertThat(awaitUpdate(stream, "t-1").getMessage()).isEqualTo("Reconciliation: Task is unknown");
    }

    @Test
    void aFrameworkThatDoesNotComeBackInTimeIsShutDown() throws IOException {
        start();
        FrameworkInfo hasty = FRAMEWORK.toBuilder().setFailoverTimeout(0.2)
                .setId(FrameworkID.newBuilder().setValue("earlier-master-0000")).build();

        ScriptedAgent agent = comeBack(ScriptedAgent.id("earlier-S0"), hasty, "t-1");

        await().until(() -> agent.asked().contains("shutdown framework"));
        SchedulerClient.Subscription late = client().subscribe(Call.Subscribe.newBuilder().setFrameworkInfo(hasty));
        await().until(() -> late.events().stream().anyMatch(Event::hasError));
        assertThat(late.events().get(0).getError().getMessage()).isEqualTo("Framework has been removed");
    }

    @Test
    void anAgentThatEndsInOrderTakesItsTasksAndOffersWithIt() throws IOException {
        start();
        FrameworkInfo framework = FRAMEWORK.toBuilder()
                .setId(FrameworkID.newBuilder().setValue("earlier-master-0000")).build();
        AgentID agentId = ScriptedAgent.id("earlier-S0");
        comeBack(agentId, framework, "t-1");
        SchedulerClient.Subscription stream = client().subscribe(Call.Subscribe.newBuilder().setFrameworkInfo(framework));
        awaitOffer(stream);

        master.unregister(agentId);

        await().until(() -> stream.events().stream().anyMatch(Event::hasFailure));
        assertThat(stream.events().stream().map(Event::getType).filter(type -> type != Event.Type.HEARTBEAT))
                .containsExactly(Event.Type.SUBSCRIBED, Event.Type.OFFERS,
                        Event.Type.UPDATE, Event.Type.RESCIND, Event.Type.FAILURE);
        assertThat(awaitUpdate(stream, "t-1").getMessage())
                .isEqualTo("Agent agent-1.example removed: the agent unregistered");
    }

    @Test
    void heartbeatsComeAtTheIntervalThatWasAnnounced() throws IOException {
        start();
        SchedulerClient.Subscription stream = client().subscribe(Call.Subscribe.newBuilder().setFrameworkInfo(FRAMEWORK));

        await().until(() -> stream.events().stream().filter(it -> it.getType() == Event.Type.HEARTBEAT).count() >= 3);
        assertThat(stream.events().get(0).getSubscribed().getHeartbeatIntervalSeconds()).isEqualTo(0.2);
        assertThat(MasterOptions.standard().heartbeat()).isEqualTo(Duration.ofSeconds(15));
    }

    private void start() throws IOException {
        master = EmbeddedMaster.start(0, new AgentRegistry(directory.resolve("agents")), QUICK);
    }

    private void restart() throws IOException {
        master.close();
        start();
    }

    private SchedulerClient client() {
        return new SchedulerClient(master.address());
    }

    private ScriptedAgent comeBack(AgentID id, FrameworkInfo framework, String task) {
        ScriptedAgent agent = new ScriptedAgent();
        ExecutorInfo executor = ExecutorInfo.newBuilder()
                .setType(ExecutorInfo.Type.CUSTOM)
                .setExecutorId(ExecutorID.newBuilder().setValue("ex-1"))
                .setFrameworkId(framework.getId())
                .addResources(ScriptedAgent.scalar("cpus", 0.1))
                .build();
        TaskInfo info = TaskInfo.newBuilder()
                .setName(task).setTaskId(taskId(task)).setAgentId(id).setExecutor(executor)
                .addResources(ScriptedAgent.scalar("cpus", 0.5))
                .build();
        TaskStatus running = TaskStatus.newBuilder()
                .setTaskId(taskId(task)).setAgentId(id).setState(TaskState.TASK_RUNNING)
                .setUuid(ByteString.copyFromUtf8("0123456789abcdef"))
                .build();
        master.register(ScriptedAgent.recordedInfo().toBuilder().setId(id).build(),
                List.of(new RecoveredExecutor(framework, executor, List.of(info), List.of(running))), agent);
        return agent;
    }

    private void reconcile(SchedulerClient.Subscription stream, FrameworkID framework, AgentID agent, String task) {
        Call.Reconcile.Task.Builder asked = Call.Reconcile.Task.newBuilder().setTaskId(taskId(task));
        if (agent != null) {
            asked.setAgentId(agent);
        }
        client().call(stream, Call.newBuilder().setType(Call.Type.RECONCILE).setFrameworkId(framework)
                .setReconcile(Call.Reconcile.newBuilder().addTasks(asked)));
    }

    private void kill(SchedulerClient.Subscription stream, FrameworkID framework, String task) {
        client().call(stream, Call.newBuilder().setType(Call.Type.KILL).setFrameworkId(framework)
                .setKill(Call.Kill.newBuilder().setTaskId(taskId(task))));
    }

    private static TaskID taskId(String id) {
        return TaskID.newBuilder().setValue(id).build();
    }

    private static FrameworkID awaitFrameworkId(SchedulerClient.Subscription stream) {
        await().until(() -> !stream.events().isEmpty());
        return stream.events().get(0).getSubscribed().getFrameworkId();
    }

    private static Offer awaitOffer(SchedulerClient.Subscription stream) {
        await().until(() -> stream.events().stream().anyMatch(Event::hasOffers));
        return stream.events().stream().filter(Event::hasOffers).findFirst().orElseThrow().getOffers().getOffers(0);
    }

    private static Optional<TaskStatus> update(SchedulerClient.Subscription stream, String task) {
        return stream.events().stream()
                .filter(Event::hasUpdate)
                .map(event -> event.getUpdate().getStatus())
                .filter(status -> status.getTaskId().getValue().equals(task))
                .findFirst();
    }

    private static TaskStatus awaitUpdate(SchedulerClient.Subscription stream, String task) {
        await().until(() -> update(stream, task).isPresent());
        return update(stream, task).orElseThrow();
    }
}
