package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The defects of 2.1.5 that spec section 14 lists for leadership, tasks and Mesos, shown absent; see
 * {@link Section14Test} for where each of the others is shown.
 */
class Section14TasksTest extends Section14Scenario {

    @Nested
    @DisplayName("14.1 leadership")
    class Leadership {

        @Test
        @DisplayName("14.1.5 transient runs are forgotten at failover")
        void theNewLeaderKnowsTheRunsInFlightAndStartsNoSecondOne() {
            List<TaskInfo> tasks = aRunningJob(1);

            stage.lead().connect().fire();
            assertThat(launchedOn("agent-2")).isEmpty();
            end(tasks, TaskState.TASK_FINISHED);

            assertThat(launchedOn("agent-2")).hasSize(1);
        }

        @Test
        @DisplayName("14.1.6 a framework id that Mesos has removed")
        void aFrameworkThatMesosHasRemovedRegistersAnew() {
            aLeaderWithTheApp();

            stage.error("Framework has been removed");

            assertThat(stage.node(RegistryPaths.FRAMEWORK_ID)).isNull();
            assertThat(stage.reconnects).isEqualTo(1);
        }
    }

    @Nested
    @DisplayName("14.8 task bookkeeping")
    class Tasks {

        @Test
        void aLateKilledOfTheOldTaskLeavesTheNodesOfItsSuccessorAlone() {
            TaskInfo old = aRunningDaemon(1).get(0);
            stage.update(old, TaskState.TASK_KILLED);
            TaskInfo successor = launchedOn("agent-1").get(0);

            stage.update(old, TaskState.TASK_KILLED);

            assertThat(stage.node("/state/running/job/job@-@0")).isEqualTo(successor.getTaskId().getValue());
            assertThat(stage.records()).hasSize(1);
        }

        @Test
        void oneKilledItemOfADaemonIsLaunchedAgainAlone() {
            List<TaskInfo> tasks = aRunningDaemon(3);

            stage.update(tasks.get(1), TaskState.TASK_KILLED);

            assertThat(launchedOn("agent-1")).singleElement()
                    .satisfies(task -> assertThat(task.getTaskId().getValue()).startsWith("job@-@1@-@"));
        }

        @Test
        void anUnreachableTaskDoesNotBlockItsJobForEver() {
            List<TaskInfo> tasks = aRunningJob(1);
            stage.update(Stage.status(tasks.get(0), TaskState.TASK_UNREACHABLE).clearUuid().build()).fire();
            assertThat(launchedOn("agent-2")).as("it may come back").isEmpty();

            stage.pass(Duration.ofMinutes(11));

            assertThat(launchedOn("agent-2")).hasSize(1);
        }

        @Test
        void aTaskNobodyKnowsDoesNotBlockItsJobForEver() {
            List<TaskInfo> tasks = aRunningJob(1);
            stage.update(Stage.status(tasks.get(0), TaskState.TASK_UNKNOWN).clearUuid().build()).fire();

            stage.pass(Duration.ofMinutes(11));

            assertThat(launchedOn("agent-2")).hasSize(1);
        }

        @Test
        void aLaunchOnADeadOfferIsNotLostWork() {
            aLeaderWithTheApp();
            register("job", 1, "TRANSIENT", "");
            trigger("job");
            TaskInfo lost = launchedOn("agent-1").get(0);

            stage.update(Stage.status(lost, TaskState.TASK_DROPPED).clearUuid().build());
            stage.pass(Duration.ofSeconds(2));

            assertThat(launchedOn("agent-2")).hasSize(1);
        }

        @Test
        void offersOfTwoAgentsOfOneHostNameAreNotMixed() {
            aLeaderWithTheApp();
            register("job", 2, "TRANSIENT", "");
            trigger("job");
            stage.offerLater("agent-1", 0.7, 512);
            stage.offerLater("agent-2", 0.7, 512);
            stage.settle();

            assertThat(stage.calls(Call.Type.ACCEPT)).hasSize(2)
                    .allSatisfy(call -> assertThat(call.getAccept().getOfferIdsList()).hasSize(1));
        }

        @Test
        void agentsWithoutDiskAndPortsAreUsedAndWhoeverWaitsIsToldWhy() {
            aLeaderWithTheApp();
            register("job", 1, "TRANSIENT", "");
            register("huge", 1, "TRANSIENT", ",\"description\":\"\"");
            update("huge", 40, "TRANSIENT", "");
            trigger("huge");
            trigger("job");

            assertThat(launchedOn("agent-1")).as("cpus and mem are all that is offered here").hasSize(1);
            stage.offer("agent-2", 1, 512);
            assertThat(stage.waiting("huge")).contains("cpus");
        }

        @Test
        void aTransientTaskThatIsKilledIsRunningUntilItHasEnded() {
            List<TaskInfo> tasks = aRunningJob(1);
            operations.disableJob("job", CALLER);
            stage.settle();
            operations.enableJob("job", CALLER);
            trigger("job");
            assertThat(launchedOn("agent-2")).isEmpty();

            end(tasks, TaskState.TASK_KILLED);

            assertThat(launchedOn("agent-2")).hasSize(1);
        }

        @Test
        void noUpdateWhateverItsStateOrIdStopsTheScheduler() {
            TaskInfo task = aRunningJob(1).get(0);
            TaskStatus.Builder malformed = TaskStatus.newBuilder().setState(TaskState.TASK_RUNNING);
            malformed.getTaskIdBuilder().setValue("not of five parts");
            stage.update(malformed.build());
            Arrays.stream(TaskState.values())
                    .forEach(state -> stage.update(Stage.status(task, state).build()));
            Arrays.stream(TaskState.values())
                    .forEach(state -> stage.update(Stage.status(task, state).build()));
            stage.pass(Duration.ofMinutes(2));
            stage.calls.clear();
            stage.fire();

            assertThat(stage.halts).isEmpty();
            assertThat(launchedOn("agent-2")).isNotEmpty();
        }
    }

    @Nested
    @DisplayName("14.9 Mesos citizenship")
    class Citizenship {

        @Test
        void anIdleFrameworkGivesOffersBackAndAsksForNoMore() {
            aLeaderWithTheApp();
            stage.offer("agent-1", 4, 4096);

            stage.pass(Duration.ofSeconds(10));

            assertThat(stage.calls(Call.Type.DECLINE)).hasSize(1);
            assertThat(stage.calls(Call.Type.SUPPRESS)).hasSize(1);
        }

        @Test
        void aJobThatCanNeverFitTakesNoOffers() {
            aLeaderWithTheApp();
            register("huge", 40, "TRANSIENT", "");
            trigger("huge");
            stage.calls.clear();

            stage.offer("agent-1", 4, 4096);
            assertThat(stage.calls(Call.Type.ACCEPT)).isEmpty();
            stage.pass(Duration.ofSeconds(10));

            assertThat(stage.calls(Call.Type.DECLINE)).isNotEmpty();
        }

        @Test
        void anAppUpdateDrainsAndReplacesTheExecutorAndNothingFailsAsIncompatible() {
            TaskInfo task = aRunningJob(1).get(0);
            stage.app(Configs.app("app", 0.2, 48)).fire();
            stage.update(task, TaskState.TASK_FINISHED);
            stage.offer("agent-1", 4, 4096, "app@-@agent-1");
            assertThat(stage.takeLaunched()).as("while the old executor lives").isEmpty();

            stage.executorEnded(task);
            stage.offer("agent-1", 4, 4096);

            assertThat(stage.takeLaunched()).singleElement().satisfies(next ->
                    assertThat(next.getExecutor().getResources(0).getScalar().getValue()).isEqualTo(0.2));
        }

        @Test
        void anExecutorThatComesBackWithItsAgentIsNamedAsItWasStarted() {
            TaskInfo task = aRunningDaemon(1).get(0);
            stage.receive(Event.newBuilder()
                    .setType(Event.Type.FAILURE)
                    .setFailure(Event.Failure.newBuilder()
                            .setAgentId(task.getAgentId())).build());
            stage.calls.clear();
            stage.job(Configs.transientJob("other", 1)).fire();

            stage.offer("agent-1", 4, 4096, "app@-@agent-1");

            assertThat(stage.takeLaunched()).singleElement()
                    .satisfies(next -> assertThat(next.getExecutor()).isEqualTo(task.getExecutor()));
        }

        @Test
        void anExecutorOnAnAgentThatNeverReturnsIsGivenUp() {
            TaskInfo task = aRunningJob(1).get(0);
            stage.update(task, TaskState.TASK_FINISHED);
            operations.deregisterApp("app", CALLER);
            stage.settle();

            stage.pass(Duration.ofMinutes(11));
            stage.calls.clear();
            stage.pass(Duration.ofMinutes(11));

            assertThat(stage.node(RegistryPaths.executor("app@-@agent-1"))).isNull();
            assertThat(stage.calls(Call.Type.SHUTDOWN)).isEmpty();
        }
    }
}
