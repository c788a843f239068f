package io.jobdeck.executor.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.executor.job.ElasticJob;
import io.jobdeck.executor.job.SimpleJob;
import io.jobdeck.executor.testing.Payloads;
import io.jobdeck.executor.wire.FiringResult;
import io.jobdeck.executor.wire.Messages;
import io.jobdeck.executor.wire.TriggerTaken;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The cron of these daemons is years away, and the test says when it is due. */
class DaemonTaskTest {

    private static final String NEXT_LEAP_DAY = "0 0 0 29 2 ?";

    private final RecordingUpdates updates = new RecordingUpdates();
    private final Map<String, ElasticJob> jobs = new HashMap<>();
    private final TaskThreads threads = new TaskThreads(2, getClass().getClassLoader());
    private final CronTimer cron = new CronTimer();
    private final WorkFactory works = new WorkFactory(
            List.of(name -> Optional.ofNullable(jobs.get(name))), Path.of("."));

    @AfterEach
    void close() {
        cron.close();
        threads.close();
    }

    @Test
    void isRunningFromItsLaunchAndTellsTheBeginningAndTheEndOfEachFiring() {
        job("watch", context -> { });
        DaemonTask daemon = started("watch");

        daemon.due(Instant.now());
        updates.awaitTexts("t", "RUNNING", "RUNNING BEGIN", "RUNNING COMPLETE");
        daemon.due(Instant.now());

        updates.awaitTexts("t", "RUNNING", "RUNNING BEGIN", "RUNNING COMPLETE", "RUNNING BEGIN", "RUNNING COMPLETE");
        assertThat(FiringResult.fromBytes(updates.last("t").data())).isEqualTo(new FiringResult(true, ""));
    }

    @Test
    void keepsOneObjectForAllFirings() {
        AtomicInteger made = new AtomicInteger();
        WorkFactory counting = new WorkFactory(List.of(name -> {
            made.incrementAndGet();
            return Optional.of((SimpleJob) context -> { });
        }), Path.of("."));
        DaemonTask daemon = new DaemonTask(Payloads.daemon("t", "any", NEXT_LEAP_DAY), counting, cron, threads, updates);
        daemon.begin();
        updates.awaitStates("t", "RUNNING");

        daemon.due(Instant.now());
        await().until(() -> updates.of("t").size() == 3);
        daemon.due(Instant.now());
        await().until(() -> updates.of("t").size() == 5);

        assertThat(made).hasValue(1);
    }

    @Test
    void aFiringThatFailsIsReportedAndTheDaemonStaysUp() {
        AtomicInteger firings = new AtomicInteger();
        job("moody", context -> {
            if (firings.incrementAndGet() == 1) {
                throw new IllegalStateException("market closed");
            }
        });
        DaemonTask daemon = started("moody");

        daemon.due(Instant.now());
        updates.awaitTexts("t", "RUNNING", "RUNNING BEGIN", "RUNNING COMPLETE");
        FiringResult first = FiringResult.fromBytes(updates.last("t").data());
        daemon.due(Instant.now());
        updates.awaitTexts("t", "RUNNING", "RUNNING BEGIN", "RUNNING COMPLETE", "RUNNING BEGIN", "RUNNING COMPLETE");

        assertThat(first.success()).isFalse();
        assertThat(first.cause()).startsWith("java.lang.IllegalStateException: market closed");
        assertThat(FiringResult.fromBytes(updates.last("t").data()).success()).isTrue();
    }

    @Test
    void aFiringThatComesDueDuringAnotherRunsRightAfterIt() {
        Semaphore go = new Semaphore(0);
        job("slow", context -> go.acquire());
        DaemonTask daemon = started("slow");
        daemon.due(Instant.now());
        updates.awaitTexts("t", "RUNNING", "RUNNING BEGIN");

        daemon.due(Instant.now());
        daemon.due(Instant.now());
        assertThat(updates.of("t")).hasSize(2);
        go.release(2);

        updates.awaitTexts("t", "RUNNING", "RUNNING BEGIN", "RUNNING COMPLETE", "RUNNING BEGIN", "RUNNING COMPLETE");
    }

    @Test
    void aFiringThatIsTooLateIsLeftOut() {
        Semaphore go = new Semaphore(0);
        job("slow", context -> go.acquire());
        DaemonTask daemon = started("slow");
        daemon.due(Instant.now());
        updates.awaitTexts("t", "RUNNING", "RUNNING BEGIN");

        daemon.due(Instant.now().minus(DaemonTask.LATEST));
        go.release();
        updates.awaitTexts("t", "RUNNING", "RUNNING BEGIN", "RUNNING COMPLETE");
        daemon.due(Instant.now());

        updates.awaitTexts("t", "RUNNING", "RUNNING BEGIN", "RUNNING COMPLETE", "RUNNING BEGIN");
    }

    @Test
    void anIdleDaemonIsKilledAtOnceAndFiresNoMore() {
        job("watch", context -> { });
        DaemonTask daemon = started("watch");
        daemon.due(Instant.now());
        updates.awaitTexts("t", "RUNNING", "RUNNING BEGIN", "RUNNING COMPLETE");

        await().untilAsserted(() -> {
            daemon.stop("Killed on request.", Duration.ofMinutes(1));
            assertThat(updates.states("t")).endsWith("KILLED");
        });
        daemon.due(Instant.now());

        assertThat(daemon.ended()).isCompleted();
        assertThat(updates.texts("t")).endsWith("KILLED Killed on request.");
    }

    @Test
    void aFiringDaemonIsKilledWhenTheFiringHasStopped() {
        job("slow", context -> {
            context.cancellation().await(Duration.ofMinutes(1));
            throw new IllegalStateException("cut short");
        });
        DaemonTask daemon = started("slow");
        daemon.due(Instant.now());
        updates.awaitTexts("t", "RUNNING", "RUNNING BEGIN");

        daemon.stop("Killed on request.", Duration.ofMinutes(1));

        updates.awaitTexts("t", "RUNNING", "RUNNING BEGIN", "KILLED Killed on request.");
    }

    @Test
    void aDaemonThatCannotBeMadeFails() {
        started("unknown", NEXT_LEAP_DAY, "FAILED");

        assertThat(updates.last("t").message()).contains("'unknown' is neither registered nor on the class path");
    }

    @Test
    void aCronThatIsWrongOrOverFailsTheDaemon() {
        job("watch", context -> { });

        started("watch", "every day", "FAILED");
        assertThat(updates.last("t").message()).contains("cron 'every day' is wrong");

        DaemonTask over = new DaemonTask(
                Payloads.daemon("over", "watch", "0 0 0 1 1 ? 2020"), works, cron, threads, updates);
        over.begin();
        updates.awaitStates("over", "FAILED");
        assertThat(updates.last("over").message()).contains("cron '0 0 0 1 1 ? 2020' cannot be scheduled");
    }

    @Test
    void aTriggerFiresAtOnceWithItsOwnParameterAndIsConfirmedWhenTheFiringBegins() {
        List<String> parameters = new CopyOnWriteArrayList<>();
        job("watch", context -> parameters.add(context.jobParameter()));
        DaemonTask daemon = started("watch");

        daemon.fireNow("trigger-1", Optional.of("just once"));
        updates.awaitTexts("t", "RUNNING", "RUNNING BEGIN", "RUNNING COMPLETE");
        daemon.due(Instant.now());
        updates.awaitTexts("t", "RUNNING", "RUNNING BEGIN", "RUNNING COMPLETE", "RUNNING BEGIN", "RUNNING COMPLETE");

        assertThat(parameters).containsExactly("just once", "");
        assertThat(confirmed()).containsExactly("trigger-1");
    }

    @Test
    void aTriggerDuringAFiringIsMadeOnceRightAfterIt() {
        Semaphore go = new Semaphore(0);
        job("slow", context -> go.acquire());
        DaemonTask daemon = started("slow");
        daemon.due(Instant.now());
        updates.awaitTexts("t", "RUNNING", "RUNNING BEGIN");

        daemon.fireNow("trigger-1", Optional.empty());
        daemon.fireNow("trigger-1", Optional.empty());
        assertThat(confirmed()).isEmpty();
        go.release(3);

        updates.awaitTexts("t", "RUNNING", "RUNNING BEGIN", "RUNNING COMPLETE", "RUNNING BEGIN", "RUNNING COMPLETE");
        assertThat(confirmed()).containsExactly("trigger-1");
        assertThat(go.availablePermits()).isEqualTo(1);
    }

    @Test
    void aTriggerThatComesAgainIsOnlyConfirmedAgain() {
        job("watch", context -> { });
        DaemonTask daemon = started("watch");
        daemon.fireNow("trigger-1", Optional.empty());
        updates.awaitTexts("t", "RUNNING", "RUNNING BEGIN", "RUNNING COMPLETE");

        daemon.fireNow("trigger-1", Optional.empty());

        updates.awaitTexts("t", "RUNNING", "RUNNING BEGIN", "RUNNING COMPLETE", "RUNNING");
        assertThat(confirmed()).containsExactly("trigger-1", "trigger-1");
    }

    @Test
    void twoTriggersAreTwoFirings() {
        AtomicInteger firings = new AtomicInteger();
        job("watch", context -> firings.incrementAndGet());
        DaemonTask daemon = started("watch");

        daemon.fireNow("trigger-1", Optional.empty());
        daemon.fireNow("trigger-2", Optional.empty());

        updates.awaitTexts("t", "RUNNING", "RUNNING BEGIN", "RUNNING COMPLETE", "RUNNING BEGIN", "RUNNING COMPLETE");
        assertThat(firings).hasValue(2);
    }

    private List<String> confirmed() {
        return updates.of("t").stream()
                .filter(update -> !update.message().equals(Messages.COMPLETE))
                .flatMap(update -> TriggerTaken.fromBytes(update.data()).stream())
                .map(TriggerTaken::triggerId)
                .toList();
    }

    private void job(String name, SimpleJob job) {
        jobs.put(name, job);
    }

    private DaemonTask started(String job) {
        return started(job, NEXT_LEAP_DAY, "RUNNING");
    }

    private DaemonTask started(String job, String cronText, String state) {
        DaemonTask daemon = new DaemonTask(Payloads.daemon("t", job, cronText), works, cron, threads, updates);
        daemon.begin();
        updates.awaitStates("t", state);
        return daemon;
    }
}
