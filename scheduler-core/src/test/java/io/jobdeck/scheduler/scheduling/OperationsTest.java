package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.Request;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Duration;
import java.util.List;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.junit.jupiter.api.Test;

/** What the loop does when somebody changes the tree. */
class OperationsTest extends SchedulingScenario {


    @Test
    void givenARunningJob_whenItIsDisabled_thenItsTasksAreKilledAndItsCronAndQueuesAreEmptied() {
        List<TaskInfo> tasks = aRunningJob(2);
        stage.fire();

        stage.registry.put(RegistryPaths.disabledJob("job"), "job");
        stage.settle();

        assertThat(stage.calls(Call.Type.KILL)).hasSize(2);
        assertThat(stage.crons).isEmpty();
        assertThat(stage.node(RegistryPaths.ready("job"))).isNull();
        tasks.forEach(task -> stage.update(task, TaskState.TASK_KILLED));
        assertThat(stage.records()).isEmpty();
    }

    @Test
    void givenAKillThatGetsLost_thenItIsRepeatedUntilTheTaskEnds() {
        List<TaskInfo> tasks = aRunningJob(1);
        stage.registry.put(RegistryPaths.disabledJob("job"), "job");
        stage.settle();
        stage.calls.clear();

        stage.pass(Duration.ofSeconds(5));
        assertThat(stage.calls(Call.Type.KILL)).hasSize(1);
        stage.update(tasks.get(0), TaskState.TASK_KILLED);
        stage.calls.clear();
        stage.pass(Duration.ofMinutes(2));

        assertThat(stage.calls(Call.Type.KILL)).isEmpty();
    }

    @Test
    void givenADisabledJob_whenItIsEnabled_thenItsCronRunsAgain() {
        aRunningJob(1);
        stage.registry.put(RegistryPaths.disabledJob("job"), "job");
        stage.settle();

        stage.registry.remove(RegistryPaths.disabledJob("job"));
        stage.settle();

        assertThat(stage.crons).hasSize(1);
    }

    @Test
    void givenTheAppIsDisabled_thenItsJobsStopAndStayStopped() {
        aRunningJob(1);

        stage.registry.put(RegistryPaths.disabledApp("app"), "app");
        stage.settle().fire();

        assertThat(stage.calls(Call.Type.KILL)).hasSize(1);
        assertThat(stage.crons).isEmpty();
        assertThat(stage.node(RegistryPaths.ready("job"))).isNull();
    }

    @Test
    void givenARunningJob_whenItIsDeregistered_thenItLeavesNoTrace() {
        List<TaskInfo> tasks = aRunningJob(2);
        stage.fire();

        stage.registry.remove(RegistryPaths.configJob("job"));
        stage.settle();
        assertThat(stage.calls(Call.Type.KILL)).hasSize(2);
        tasks.forEach(task -> stage.update(task, TaskState.TASK_KILLED));

        assertThat(stage.traces("job")).isEmpty();
        assertThat(stage.crons).isEmpty();
    }

    @Test
    void givenItsCronIsUpdated_thenTheOldOneIsUnscheduled() {
        aLeaderWithTheApp();
        stage.job(Configs.transientJob("job", 1));

        stage.job(Codecs.JOB.read(stage.node(RegistryPaths.configJob("job")).replace("0/5", "0/7")));

        assertThat(stage.crons).containsExactly("0/7 * * * * ?");
    }

    @Test
    void givenTheAppIsDeregistered_thenItsExecutorsAreToldToStopUntilTheyDo() {
        TaskInfo task = aRunningJob(1).get(0);
        stage.update(task, TaskState.TASK_FINISHED);

        stage.registry.remove(RegistryPaths.configJob("job"));
        stage.registry.remove(RegistryPaths.appInfo("app"));
        stage.registry.remove(RegistryPaths.configApp("app"));
        stage.settle();
        assertThat(stage.calls(Call.Type.MESSAGE)).singleElement().satisfies(call ->
                assertThat(call.getMessage().getData().toStringUtf8()).isEqualTo("STOP"));
        stage.pass(Duration.ofSeconds(5));
        assertThat(stage.calls(Call.Type.MESSAGE)).hasSize(2);
        stage.executorEnded(task);
        stage.pass(Duration.ofMinutes(1));

        assertThat(stage.calls(Call.Type.MESSAGE)).hasSize(2);
        assertThat(stage.node(RegistryPaths.executor("app@-@agent-1"))).isNull();
    }

    @Test
    void givenTheAppIsUpdatedDuringARun_thenItsExecutorIsToldToStopWhenTheRunHasEnded() {
        TaskInfo task = aRunningJob(1).get(0);

        stage.app(Configs.app("app", 0.2, 48));
        assertThat(stage.calls(Call.Type.KILL)).isEmpty();
        assertThat(stage.calls(Call.Type.MESSAGE)).isEmpty();
        stage.update(task, TaskState.TASK_FINISHED);

        assertThat(stage.calls(Call.Type.MESSAGE)).singleElement().satisfies(call ->
                assertThat(call.getMessage().getData().toStringUtf8()).isEqualTo("STOP"));
    }

    @Test
    void givenTheAppOfADaemonIsUpdated_thenTheDaemonMovesToANewExecutor() {
        TaskInfo task = aRunningDaemon(1).get(0);

        stage.app(Configs.app("app", 0.2, 48));
        assertThat(stage.calls(Call.Type.KILL)).hasSize(1);
        stage.update(task, TaskState.TASK_KILLED);
        assertThat(stage.calls(Call.Type.MESSAGE)).hasSize(1);
        stage.executorEnded(task);
        stage.offer("agent-1", 4, 4096);

        assertThat(stage.takeLaunched()).singleElement().satisfies(next ->
                assertThat(next.getExecutor().getResources(0).getScalar().getValue()).isEqualTo(0.2));
    }

    @Test
    void givenTheAppIsDeregisteredDuringARun_thenItsExecutorIsToldToStopWhenTheRunHasEnded() {
        TaskInfo task = aRunningJob(1).get(0);

        stage.registry.remove(RegistryPaths.configJob("job"));
        stage.registry.remove(RegistryPaths.appInfo("app"));
        stage.registry.remove(RegistryPaths.configApp("app"));
        stage.settle();
        assertThat(stage.calls(Call.Type.MESSAGE)).isEmpty();
        stage.update(task, TaskState.TASK_KILLED);

        assertThat(stage.calls(Call.Type.MESSAGE)).hasSize(1);
    }

    @Test
    void givenTheAppIsUpdated_thenItsExecutorIsReplacedAndNothingIsSentToTheOldOne() {
        TaskInfo task = aRunningJob(1).get(0);
        stage.fire();
        stage.app(Configs.app("app", 0.2, 48));
        stage.update(task, TaskState.TASK_FINISHED);
        stage.offer("agent-1", 4, 4096, "app@-@agent-1");
        assertThat(stage.takeLaunched()).isEmpty();

        stage.executorEnded(task);
        stage.offer("agent-1", 4, 4096);

        assertThat(stage.takeLaunched()).singleElement().satisfies(next ->
                assertThat(next.getExecutor().getResources(0).getScalar().getValue()).isEqualTo(0.2));
    }

    @Test
    void givenExecutorsThat215HasLeft_whenTheirAppIsDeregistered_thenEachIsToldToStopByWhoeverLeads() {
        stage.registry.put(RegistryPaths.configApp("app"), Codecs.APP, Configs.app("app", 0.1, 32));
        stage.lead().connect();
        stage.offer("agent-1", 4, 4096, "app@-@agent-1");
        stage.offer("agent-2", 4, 4096, "app@-@agent-2");
        assertThat(stage.calls(Call.Type.MESSAGE)).isEmpty();

        stage.registry.remove(RegistryPaths.configApp("app"));
        stage.settle();
        assertThat(stopped()).containsExactlyInAnyOrder("app@-@agent-1", "app@-@agent-2");
        stage.lead().connect().pass(Duration.ofSeconds(5));

        assertThat(stopped()).containsExactlyInAnyOrder("app@-@agent-1", "app@-@agent-2");
    }

    @Test
    void givenAnExecutorOfAnAppThatIsGone_whenAnOfferNamesIt_thenItIsToldToStop() {
        stage.lead().connect();

        stage.offer("agent-1", 4, 4096, "orphan@-@agent-1", "of another framework");

        assertThat(stopped()).containsExactly("orphan@-@agent-1");
    }

    @Test
    void givenAnExecutorThatHasJustEnded_whenAnOlderOfferStillNamesIt_thenItIsNotTakenForARunningOne() {
        TaskInfo task = aRunningJob(1).get(0);
        stage.update(task, TaskState.TASK_FINISHED);
        stage.executorEnded(task);

        stage.offer("agent-1", 4, 4096, "app@-@agent-1");

        assertThat(stage.node(RegistryPaths.executor("app@-@agent-1"))).isNull();
    }

    private List<String> stopped() {
        return stage.calls(Call.Type.MESSAGE).stream()
                .map(call -> call.getMessage().getExecutorId().getValue())
                .toList();
    }

    @Test
    void givenARunningDaemon_whenItBecomesTransient_thenItsTasksAreKilledAndNothingIsQueued() {
        List<TaskInfo> tasks = aRunningDaemon(2);

        stage.job(Configs.transientJob("job", 2));
        assertThat(stage.calls(Call.Type.KILL)).hasSize(2);
        tasks.forEach(task -> stage.update(task, TaskState.TASK_KILLED));
        stage.offer("agent-2", 4, 4096);

        assertThat(stage.takeLaunched()).isEmpty();
        assertThat(stage.crons).hasSize(1);
        assertThat(stage.traces("job")).containsOnly(RegistryPaths.configJob("job"), RegistryPaths.jobStatus("job"));
    }

    @Test
    void givenADaemonThatBecameTransientJustBeforeTheLeaderDied_thenTheNextOneKillsItsTasks() {
        aRunningDaemon(1);
        stage.registry.put(RegistryPaths.configJob("job"), Codecs.JOB, Configs.transientJob("job", 1));

        stage.lead();

        assertThat(stage.calls(Call.Type.KILL)).hasSize(1);
    }

    @Test
    void givenARunningTransientJob_whenItHasFewerItems_thenOnlyTheTasksOfThoseThatAreGoneAreKilled() {
        List<TaskInfo> tasks = aRunningJob(3);

        stage.job(Configs.transientJob("job", 2));

        assertThat(stage.calls(Call.Type.KILL)).singleElement().satisfies(call ->
                assertThat(call.getKill().getTaskId()).isEqualTo(tasks.get(2).getTaskId()));
    }

    @Test
    void givenAllThatCanBeKeptOfAJob_when215DeregistersIt_thenItLeavesNoTrace() {
        aLeaderWithTheApp();
        stage.job(Configs.job("job", 2, "TRANSIENT", ",\"failover\":true,\"misfire\":true")).fire();
        stage.offer("agent-1", 4, 4096);
        List<TaskInfo> tasks = stage.takeLaunched();
        stage.update(tasks.get(0), TaskState.TASK_FAILED).fire();
        stage.put(RegistryPaths.run("job", "run-1"), Codecs.ONE_OFF_RUN, Runs.of("run-1", "x", stage.now()));
        stage.put(RegistryPaths.kill(TaskId.parse(tasks.get(1).getTaskId().getValue())), Codecs.REQUEST,
                new Request("ann", stage.now()));
        stage.put(RegistryPaths.jobChanges("job"), "{}");
        stage.put(RegistryPaths.disabledJobInfo("job"), Codecs.DISABLEMENT, new Disablement("ann", stage.now()));

        stage.remove(RegistryPaths.configJob("job"));
        stage.update(tasks.get(1), TaskState.TASK_KILLED).pass(Duration.ofSeconds(10));

        assertThat(stage.traces("job")).isEmpty();
        assertThat(stage.halts).isEmpty();
    }

    @Test
    void givenLeftoversOfAJobThatIsGone_thenTheNextLeaderRemovesThem() {
        stage.registry.put("/state/ready/job", "3");
        stage.registry.put("/state/failover/job/job@-@0", "job@-@0@-@READY@-@agent-1@-@x");
        stage.registry.put(RegistryPaths.run("job", "run-1"), "{}");
        stage.registry.put(RegistryPaths.attempt(new MetaInfo("job", 0)), "{}");
        stage.registry.put(RegistryPaths.trigger("job"), "{}");
        stage.registry.put(RegistryPaths.jobChanges("job"), "{}");

        stage.lead();

        assertThat(stage.traces("job")).isEmpty();
    }

    @Test
    void givenAnExecutorThatEndsWhileALaunchIsOnItsWay_thenTheOneThatTheLaunchStartsIsStoppedWithItsApp() {
        TaskInfo first = aRunningJob(1).get(0);
        stage.update(first, TaskState.TASK_FINISHED).fire();
        stage.offer("agent-1", 4, 4096, "app@-@agent-1");
        TaskInfo second = stage.takeLaunched().get(0);

        stage.executorEnded(first);
        stage.registry.remove(RegistryPaths.configJob("job"));
        stage.registry.remove(RegistryPaths.appInfo("app"));
        stage.registry.remove(RegistryPaths.configApp("app"));
        stage.settle();
        stage.update(second, TaskState.TASK_KILLED);

        assertThat(stage.calls(Call.Type.MESSAGE)).singleElement().satisfies(call ->
                assertThat(call.getMessage().getData().toStringUtf8()).isEqualTo("STOP"));
    }

    @Test
    void givenAnExecutorThatWasGivenUpWithItsAgent_whenBothAreBack_thenNothingOfTheChangedAppRunsInIt() {
        stage.update(aRunningJob(1).get(0), TaskState.TASK_FINISHED);
        stage.receive(Event.newBuilder().setType(Event.Type.FAILURE).setFailure(Event.Failure.newBuilder()
                .setAgentId(AgentID.newBuilder().setValue("agent-1"))).build());
        stage.pass(Duration.ofMinutes(10));
        stage.app(Configs.app("app", 0.2, 32)).fire();
        stage.calls.clear();

        stage.offer("agent-1", 4, 4096, "app@-@agent-1");

        assertThat(stage.calls(Call.Type.ACCEPT)).isEmpty();
        assertThat(stage.calls(Call.Type.MESSAGE)).singleElement().satisfies(call ->
                assertThat(call.getMessage().getData().toStringUtf8()).isEqualTo("STOP"));
    }
}
