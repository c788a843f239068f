package io.jobdeck.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import io.jobdeck.executor.job.ShardingContext;
import io.jobdeck.executor.job.SimpleJob;
import io.jobdeck.executor.testing.FakeAgent;
import io.jobdeck.executor.testing.Payloads;
import io.jobdeck.executor.wire.FireNow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A whole executor in this process, talking HTTP with an agent. */
class JobdeckExecutorIT {

    /** Far more than it takes, for machines that have much else to do. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private final FakeAgent agent = new FakeAgent();
    private final CountDownLatch release = new CountDownLatch(1);
    private final Counting counting = new Counting();
    private final SimpleJob waiting = context -> release.await();

    @AfterEach
    void stopAgent() {
        release.countDown();
        agent.close();
    }

    private static final class Counting implements SimpleJob {

        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public void execute(ShardingContext context) {
            calls.incrementAndGet();
        }
    }

    /** A job found by its class name. */
    public static final class ByClassName implements SimpleJob {

        @Override
        public void execute(ShardingContext context) {
            assertThat(context.shardingItem()).isEqualTo(1);
        }
    }

    @Test
    void aTaskRunsAndFinishesAndTheExecutorEndsWhenToldToStop() throws Exception {
        CompletableFuture<Integer> exit = start(true);

        agent.launch(Payloads.simple("t-1", ByClassName.class.getName()));
        awaitStates("t-1", "RUNNING", "FINISHED");
        agent.message("STOP");

        assertThat(exit.get(4, TimeUnit.SECONDS)).isZero();
        assertThat(agent.headers()).allSatisfy(headers -> assertThat(headers)
                .containsEntry("Content-type", List.of("application/json"))
                .containsEntry("Accept", List.of("application/json")));
    }

    @Test
    void anObjectRegisteredServesAllTasksUnderTheNameOfItsClass() throws Exception {
        CompletableFuture<Integer> exit = start(true);

        agent.launch(Payloads.simple("t-1", counting.getClass().getName()));
        agent.launch(Payloads.simple("t-2", counting.getClass().getName()));

        awaitStates("t-1", "RUNNING", "FINISHED");
        awaitStates("t-2", "RUNNING", "FINISHED");
        assertThat(counting.calls).hasValue(2);
        agent.shutdown();
        assertThat(exit.get(4, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void aDaemonFiresWhenTheSchedulerSaysSoAndWhatItDoesNotUnderstandIsPassedOver() throws Exception {
        CompletableFuture<Integer> exit = start(true);
        agent.launch(Payloads.daemon("t-1", counting.getClass().getName(), "0 0 0 1 1 ?"));
        awaitStates("t-1", "RUNNING");

        agent.message("{\"message\":\"of a newer scheduler\"}");
        agent.message(new FireNow("trigger-1", List.of("t-1", "gone"), null).toText());
        awaitStates("t-1", "RUNNING", "RUNNING", "RUNNING");
        agent.message(new FireNow("trigger-1", List.of("t-1"), null).toText());

        awaitStates("t-1", "RUNNING", "RUNNING", "RUNNING", "RUNNING");
        assertThat(counting.calls).hasValue(1);
        agent.message("STOP");
        assertThat(exit.get(4, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void stopTellsTheTasksFirstAndEndsWithinTheGracePeriod() throws Exception {
        CompletableFuture<Integer> exit = start(true);
        agent.launch(Payloads.simple("t-1", "waiting"));
        agent.launch(Payloads.simple("t-2", "waiting"));
        awaitStates("t-1", "RUNNING");
        awaitStates("t-2", "RUNNING");

        agent.message("STOP");

        assertThat(exit.get(4, TimeUnit.SECONDS)).isZero();
        assertThat(agent.states("t-1")).containsExactly("RUNNING", "KILLED");
        assertThat(agent.states("t-2")).containsExactly("RUNNING", "KILLED");
        assertThat(agent.lastMessage("t-1")).isEqualTo("The scheduler told the executor to stop.");
    }

    @Test
    void shutdownEndsEvenCodeThatDoesNotListenWithinTheGracePeriod() throws Exception {
        CompletableFuture<Integer> exit = start(true);
        agent.launch(Payloads.simple("t-1", "deaf"));
        awaitStates("t-1", "RUNNING");

        agent.shutdown();

        assertThat(exit.get(4, TimeUnit.SECONDS)).isZero();
        assertThat(agent.states("t-1")).containsExactly("RUNNING", "KILLED");
        assertThat(agent.lastMessage("t-1")).contains("given up");
    }

    @Test
    void anExecutorThatIsNotAcknowledgedEndsAllTheSame() throws Exception {
        CompletableFuture<Integer> exit = start(true);
        agent.acknowledging(false);
        agent.launch(Payloads.simple("t-1", ByClassName.class.getName()));
        awaitStates("t-1", "RUNNING", "FINISHED");

        agent.shutdown();

        assertThat(exit.get(4, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void withoutCheckpointingTheEndOfTheConnectionIsTheEnd() throws Exception {
        CompletableFuture<Integer> exit = start(false);
        agent.launch(Payloads.simple("t-1", "waiting"));
        awaitStates("t-1", "RUNNING");

        agent.kill();

        assertThat(exit.get(4, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void aTaskLivesThroughARestartOfTheAgentAndItsUpdatesAreSentAgain() throws Exception {
        CompletableFuture<Integer> exit = start(true);
        agent.launch(Payloads.simple("t-1", "waiting"));
        awaitStates("t-1", "RUNNING");
        agent.acknowledging(false).launch(Payloads.simple("t-2", "waiting"));
        awaitStates("t-2", "RUNNING");

        agent.kill();
        release.countDown();
        agent.acknowledging(true).start();

        await().atMost(SOON).until(() -> agent.calls("SUBSCRIBE").size() == 2);
        JsonObject again = agent.calls("SUBSCRIBE").get(1).getAsJsonObject("subscribe");
        assertThat(again.getAsJsonArray("unacknowledged_tasks").get(0).getAsJsonObject()
                .getAsJsonObject("task_id").get("value").getAsString()).isEqualTo("t-2");
        assertThat(again.getAsJsonArray("unacknowledged_updates").get(0).getAsJsonObject().get("status"))
                .isEqualTo(agent.statuses("t-2").get(0));

        agent.message("STOP");
        assertThat(exit.get(4, TimeUnit.SECONDS)).isZero();
        assertThat(agent.calls("SUBSCRIBE")).hasSize(2);
    }

    @Test
    void aStreamThatEndsInAnOrderlyWayOrMakesNoSenseIsOpenedAgain() throws Exception {
        CompletableFuture<Integer> exit = start(true);

        agent.endStream();
        await().atMost(SOON).until(() -> agent.calls("SUBSCRIBE").size() == 2);
        agent.sendRaw("not RecordIO".getBytes(StandardCharsets.UTF_8));
        await().atMost(SOON).until(() -> agent.calls("SUBSCRIBE").size() == 3);

        agent.launch(Payloads.simple("t-1", ByClassName.class.getName()));
        awaitStates("t-1", "RUNNING", "FINISHED");
        agent.shutdown();
        assertThat(exit.get(4, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void aRefusedExecutorEnds() throws Exception {
        agent.refuseNext(400);

        CompletableFuture<Integer> exit = run(true);

        assertThat(exit.get(4, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void anAgentThatIsStillRecoveringIsAskedAgain() throws Exception {
        agent.refuseNext(503).refuseNext(503);

        CompletableFuture<Integer> exit = start(true);

        agent.shutdown();
        assertThat(exit.get(4, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void nothingIsLeftBehindByAnExecutorThatEnded() throws Exception {
        CompletableFuture<Integer> exit = start(true);
        agent.launch(Payloads.daemon("t-1", ByClassName.class.getName(), "0 0 0 1 1 ?"));
        awaitStates("t-1", "RUNNING");
        agent.shutdown();
        exit.get(4, TimeUnit.SECONDS);

        await().atMost(SOON).untilAsserted(() ->
                assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                        .noneMatch(name -> name.startsWith("jobdeck-")));
    }

    private CompletableFuture<Integer> start(boolean checkpoint) {
        CompletableFuture<Integer> exit = run(checkpoint);
        await().atMost(SOON).until(agent::isSubscribed);
        return exit;
    }

    private CompletableFuture<Integer> run(boolean checkpoint) {
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        Thread main = new Thread(() -> exit.complete(JobdeckExecutor.create(agent.environment(checkpoint))
                .register(counting)
                .register("waiting", () -> waiting)
                .register("deaf", () -> (SimpleJob) context -> waitUninterruptibly())
                .run()), "executor-under-test");
        main.setDaemon(true);
        main.start();
        return exit;
    }

    private void waitUninterruptibly() {
        while (release.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private void awaitStates(String taskId, String... states) {
        await().atMost(SOON).untilAsserted(() -> assertThat(agent.states(taskId)).containsExactly(states));
    }
}
