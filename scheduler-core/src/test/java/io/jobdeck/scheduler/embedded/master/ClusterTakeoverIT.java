package io.jobdeck.scheduler.embedded.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.scheduler.embedded.EmbeddedCluster;
import io.jobdeck.scheduler.embedded.EmbeddedFailure;
import io.jobdeck.scheduler.embedded.EmbeddedOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.mesos.v1.Protos.CommandInfo;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.Offer;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole embedded cluster with a real process: it outlives the cluster, is taken over, and ends in order. */
class ClusterTakeoverIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    @Test
    void aProcessThatOutlivesTheClusterIsTakenOverByTheNextAndEndsInOrderWhenAsked() throws EmbeddedFailure {
        FrameworkInfo framework = FrameworkInfo.newBuilder()
                .setUser(System.getProperty("user.name")).setName("takeover")
                .setCheckpoint(true).setFailoverTimeout(60).build();
        long pid;
        try (EmbeddedCluster first = EmbeddedCluster.start(EmbeddedOptions.in(directory).withResources(2, 1024))) {
            SchedulerClient client = new SchedulerClient(first.masterAddress());
            SchedulerClient.Subscription stream = subscribe(client, framework);
            framework = framework.toBuilder()
                    .setId(stream.events().get(0).getSubscribed().getFrameworkId()).build();
            launchSleep(client, stream, awaitOffer(stream));
            TaskStatus running = awaitState(client, stream, TaskState.TASK_RUNNING);
            pid = running.getContainerStatus().getExecutorPid();
            assertThat(ProcessHandle.of(pid)).isPresent();
        }
        assertThat(ProcessHandle.of(pid)).as("the process goes on without the cluster").isPresent();

        try (EmbeddedCluster second = EmbeddedCluster.start(EmbeddedOptions.in(directory).withResources(2, 1024))) {
            SchedulerClient client = new SchedulerClient(second.masterAddress());
            SchedulerClient.Subscription stream = subscribe(client, framework);
            client.call(stream, Call.newBuilder().setType(Call.Type.RECONCILE)
                    .setFrameworkId(framework.getId())
                    .setReconcile(Call.Reconcile.newBuilder()
                            .addTasks(Call.Reconcile.Task.newBuilder().setTaskId(taskId()))));
            awaitState(client, stream, TaskState.TASK_RUNNING);
            assertThat(ResourceSet.of(awaitOffer(stream).getResourcesList()).scalar("cpus"))
                    .as("what the process takes is not offered").isEqualTo(1.5);

            second.stopExecutors();

            awaitState(client, stream, TaskState.TASK_KILLED);
            await().atMost(PATIENCE).until(() -> ProcessHandle.of(pid).isEmpty());
        }
    }

    private static SchedulerClient.Subscription subscribe(SchedulerClient client, FrameworkInfo framework) {
        SchedulerClient.Subscription stream =
                client.subscribe(Call.Subscribe.newBuilder().setFrameworkInfo(framework));
        await().atMost(PATIENCE).until(() -> !stream.events().isEmpty());
        return stream;
    }

    private static Offer awaitOffer(SchedulerClient.Subscription stream) {
        await().atMost(PATIENCE).until(() -> stream.events().stream().anyMatch(Event::hasOffers));
        return stream.events().stream().filter(Event::hasOffers).findFirst().orElseThrow().getOffers().getOffers(0);
    }

    private static void launchSleep(SchedulerClient client, SchedulerClient.Subscription stream, Offer offer) {
        TaskInfo task = TaskInfo.newBuilder()
                .setName("sleep").setTaskId(taskId()).setAgentId(offer.getAgentId())
                .setCommand(CommandInfo.newBuilder().setValue("exec sleep 600"))
                .addAllResources(List.of(ScriptedAgent.scalar("cpus", 0.5), ScriptedAgent.scalar("mem", 64)))
                .build();
        client.call(stream, Call.newBuilder().setType(Call.Type.ACCEPT)
                .setFrameworkId(offer.getFrameworkId())
                .setAccept(Call.Accept.newBuilder().addOfferIds(offer.getId())
                        .addOperations(Offer.Operation.newBuilder().setType(Offer.Operation.Type.LAUNCH)
                                .setLaunch(Offer.Operation.Launch.newBuilder().addTaskInfos(task)))));
    }

    /** Acknowledges what comes until the task is in a state. */
    private static TaskStatus awaitState(
            SchedulerClient client, SchedulerClient.Subscription stream, TaskState state) {
        await().atMost(PATIENCE).until(() -> {
            updates(stream).filter(TaskStatus::hasUuid).forEach(status -> acknowledge(client, stream, status));
            return updates(stream).anyMatch(status -> status.getState() == state);
        });
        return updates(stream).filter(status -> status.getState() == state).findFirst().orElseThrow();
    }

    private static void acknowledge(
            SchedulerClient client, SchedulerClient.Subscription stream, TaskStatus status) {
        client.call(stream, Call.newBuilder().setType(Call.Type.ACKNOWLEDGE)
                .setFrameworkId(stream.events().get(0).getSubscribed().getFrameworkId())
                .setAcknowledge(Call.Acknowledge.newBuilder()
                        .setAgentId(status.getAgentId()).setTaskId(status.getTaskId()).setUuid(status.getUuid())));
    }

    private static Stream<TaskStatus> updates(SchedulerClient.Subscription stream) {
        return stream.events().stream().filter(Event::hasUpdate).map(event -> event.getUpdate().getStatus());
    }

    private static TaskID taskId() {
        return TaskID.newBuilder().setValue("sleeper").build();
    }
}
