package io.jobdeck.executor.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.executor.job.ElasticJob;
import io.jobdeck.executor.job.ShardingContext;
import io.jobdeck.executor.job.SimpleJob;
import io.jobdeck.executor.testing.Payloads;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TaskRunnerTest {

    private static final Duration GRACE = Duration.ofMillis(400);
    private static final int THREADS = 2;

    private final RecordingUpdates updates = new RecordingUpdates();
    private final Map<String, ElasticJob> jobs = new HashMap<>();
    private final ClassLoader loader = new ClassLoader(getClass().getClassLoader()) {
    };
    private final CountDownLatch release = new CountDownLatch(1);
    private final TaskRunner runner = new TaskRunner(
            new WorkFactory(List.of(name -> Optional.ofNullable(jobs.get(name)), new ClassNames(loader)), Path.of(".")),
            new TaskThreads(THREADS, loader), updates);

    @AfterEach
    void close() {
        release.countDown();
        runner.close();
    }

    @Test
    void aTaskRunsOnceAndFinishes() {
        AtomicReference<ShardingContext> seen = new AtomicReference<>();
        job("report", seen::set);

        launch("t-1", "report");

        updates.awaitTexts("t-1", "RUNNING", "FINISHED");
        assertThat(seen.get()).hasToString("report item 1 of 3 (t-1)");
        assertThat(seen.get().shardingParameter()).isEqualTo("south");
        assertThat(seen.get().jobParameter()).isEqualTo("for all");
        assertThat(seen.get().cancellation().isCancelled()).isFalse();
    }

    @Test
    void anExceptionOfTheJobFailsTheTaskAndIsInTheMessage() {
        job("broken", context -> {
            throw new IllegalStateException("no stock in " + context.shardingParameter());
        });

        launch("t-1", "broken");

        updates.awaitStates("t-1", "RUNNING", "FAILED");
        assertThat(updates.last("t-1").message()).startsWith("java.lang.IllegalStateException: no stock in south")
                .contains("at io.jobdeck.executor.internal.run.TaskRunnerTest");
    }

    @Test
    void anErrorFailsTheTaskAloneAndTheThreadGoesOn() {
        job("greedy", context -> {
            throw new OutOfMemoryError("simulated");
        });
        job("good", context -> { });

        IntStream.range(0, 2 * THREADS).forEach(number -> launch("bad-" + number, "greedy"));
        launch("t-1", "good");

        updates.awaitStates("t-1", "RUNNING", "FINISHED");
        updates.awaitStates("bad-0", "RUNNING", "FAILED");
    }

    @Test
    void aJobThatDoesNotExistFailsItsTaskAlone() {
        job("good", context -> { });

        launch("t-1", "no.such.Job");
        launch("t-2", "good");

        updates.awaitStates("t-1", "RUNNING", "FAILED");
        assertThat(updates.last("t-1").message()).contains("'no.such.Job' is neither registered nor on the class path");
        updates.awaitStates("t-2", "RUNNING", "FINISHED");
    }

    @Test
    void aPayloadThatCannotBeReadFailsItsTaskAlone() {
        runner.launch("t-1", "not a payload".getBytes(StandardCharsets.UTF_8));
        runner.launch("t-2", new byte[0]);
        runner.launch("t-3", Payloads.simple("another", "report").toBytes());

        updates.awaitStates("t-1", "FAILED");
        assertThat(updates.last("t-1").message()).startsWith("task payload cannot be read");
        updates.awaitTexts("t-2", "FAILED task payload is empty");
        updates.awaitTexts("t-3", "FAILED task payload is that of 'another'");
    }

    @Test
    void aSecondLaunchOfTheSameTaskDoesNothing() {
        job("waiting", context -> release.await());
        launch("t-1", "waiting");
        updates.awaitStates("t-1", "RUNNING");

        launch("t-1", "waiting");
        release.countDown();

        updates.awaitStates("t-1", "RUNNING", "FINISHED");
    }

    @Test
    void userCodeRunsOnANamedThreadWithItsLoaderAndLogContext() {
        AtomicReference<String> name = new AtomicReference<>();
        AtomicReference<ClassLoader> seenLoader = new AtomicReference<>();
        AtomicReference<Map<String, String>> mdc = new AtomicReference<>();
        job("curious", context -> {
            name.set(Thread.currentThread().getName());
            seenLoader.set(Thread.currentThread().getContextClassLoader());
            mdc.set(MDC.getCopyOfContextMap());
        });

        launch("t-1", "curious");
        updates.awaitStates("t-1", "RUNNING", "FINISHED");

        assertThat(name.get()).matches("jobdeck-task-\\d+ report#1");
        assertThat(seenLoader.get()).isSameAs(loader);
        assertThat(mdc.get()).isEqualTo(Map.of("job", "report", "item", "1", "taskId", "t-1"));
    }

    @Test
    void whatAJobLeavesOnItsThreadDoesNotReachTheNext() {
        job("untidy", context -> {
            MDC.put("left", "behind");
            Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
            Thread.currentThread().interrupt();
        });
        job("next", context -> {
            assertThat(MDC.get("left")).isNull();
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(loader);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        });

        IntStream.range(0, 10).forEach(number -> {
            launch("untidy-" + number, "untidy");
            launch("next-" + number, "next");
        });

        IntStream.range(0, 10).forEach(number -> updates.awaitStates("next-" + number, "RUNNING", "FINISHED"));
    }

    @Test
    void moreTasksThanThreadsWaitAndAreNotCalledRunning() {
        job("waiting", context -> release.await());
        IntStream.range(0, THREADS + 1).forEach(number -> launch("t-" + number, "waiting"));

        updates.awaitStates("t-0", "RUNNING");
        updates.awaitStates("t-1", "RUNNING");
        assertThat(updates.of("t-2")).isEmpty();

        release.countDown();
        updates.awaitStates("t-2", "RUNNING", "FINISHED");
    }

    @Test
    void aTaskThatHeedsTheSignalIsKilledWithoutAnInterrupt() {
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        job("polite", context -> {
            context.cancellation().await(Duration.ofMinutes(1));
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        launch("t-1", "polite");
        updates.awaitStates("t-1", "RUNNING");

        runner.kill("t-1", Duration.ofMinutes(1));

        updates.awaitTexts("t-1", "RUNNING", "KILLED Killed on request.");
        assertThat(interrupted.get()).isFalse();
    }

    @Test
    void aTaskThatDoesNotHeedTheSignalIsInterrupted() {
        job("sleepy", context -> release.await());
        launch("t-1", "sleepy");
        updates.awaitStates("t-1", "RUNNING");

        runner.kill("t-1", GRACE);

        updates.awaitTexts("t-1", "RUNNING", "KILLED Killed on request.");
    }

    @Test
    void killedIsNotSentBeforeTheCodeHasStopped() {
        CountDownLatch told = new CountDownLatch(1);
        job("slow to stop", context -> {
            context.cancellation().onCancel(told::countDown);
            told.await();
            release.await();
        });
        launch("t-1", "slow to stop");
        updates.awaitStates("t-1", "RUNNING");

        runner.kill("t-1", Duration.ofMinutes(1));
        await().until(() -> told.getCount() == 0);
        assertThat(updates.states("t-1")).containsExactly("RUNNING");
        release.countDown();

        updates.awaitStates("t-1", "RUNNING", "KILLED");
    }

    @Test
    void aTaskThatFailsBecauseItWasStoppedIsKilledNotFailed() {
        job("loud", context -> {
            context.cancellation().await(Duration.ofMinutes(1));
            throw new IllegalStateException("stopped in the middle");
        });
        launch("t-1", "loud");
        updates.awaitStates("t-1", "RUNNING");

        runner.kill("t-1", GRACE);

        updates.awaitStates("t-1", "RUNNING", "KILLED");
    }

    @Test
    void codeThatCannotBeStoppedIsGivenUpAndItsThreadReplaced() {
        job("deaf", context -> {
            while (release.getCount() > 0) {
                Thread.onSpinWait();
            }
        });
        job("good", context -> { });
        IntStream.range(0, THREADS).forEach(number -> {
            launch("t-" + number, "deaf");
            updates.awaitStates("t-" + number, "RUNNING");
            runner.kill("t-" + number, GRACE);
        });

        updates.awaitStates("t-0", "RUNNING", "KILLED");
        updates.awaitStates("t-1", "RUNNING", "KILLED");
        assertThat(updates.last("t-0").message()).contains("did not stop within 320 ms and was given up");
        launch("next", "good");
        updates.awaitStates("next", "RUNNING", "FINISHED");
        release.countDown();
        launch("last", "good");
        updates.awaitStates("last", "RUNNING", "FINISHED");
        assertThat(updates.states("t-0")).containsExactly("RUNNING", "KILLED");
    }

    @Test
    void aTaskThatStillWaitsForAThreadIsKilledAtOnce() {
        job("waiting", context -> release.await());
        IntStream.range(0, THREADS + 1).forEach(number -> launch("t-" + number, "waiting"));
        updates.awaitStates("t-1", "RUNNING");

        runner.kill("t-2", Duration.ofMinutes(1));
        updates.awaitTexts("t-2", "KILLED Killed on request.");

        release.countDown();
        updates.awaitStates("t-1", "RUNNING", "FINISHED");
        assertThat(updates.states("t-2")).containsExactly("KILLED");
    }

    @Test
    void aKillOfATaskThatIsNotHereDoesNothing() {
        job("good", context -> { });
        launch("t-1", "good");
        updates.awaitStates("t-1", "RUNNING", "FINISHED");

        runner.kill("t-1", GRACE);
        runner.kill("unknown", GRACE);

        assertThat(updates.states("t-1")).containsExactly("RUNNING", "FINISHED");
        assertThat(updates.of("unknown")).isEmpty();
    }

    @Test
    void stopAllIsDoneWhenEveryTaskHasEnded() throws Exception {
        job("polite", context -> context.cancellation().await(Duration.ofMinutes(1)));
        job("sleepy", context -> release.await());
        launch("t-1", "polite");
        launch("t-2", "sleepy");
        updates.awaitStates("t-2", "RUNNING");

        CompletableFuture<Void> stopped = runner.stopAll("The end.", GRACE);

        stopped.get(2, TimeUnit.SECONDS);
        assertThat(updates.texts("t-1")).endsWith("KILLED The end.");
        assertThat(updates.texts("t-2")).endsWith("KILLED The end.");
    }

    @Test
    void aLaunchDuringTheStopFailsSoThatItCanRunElsewhere() {
        runner.stopAll("The end.", GRACE);

        launch("t-1", "any");

        updates.awaitTexts("t-1", "FAILED The executor was stopping when the task came.");
    }

    private void job(String name, SimpleJob job) {
        jobs.put(name, job);
    }

    private void launch(String taskId, String job) {
        runner.launch(taskId, Payloads.simple(taskId, job).toBytes());
    }
}
