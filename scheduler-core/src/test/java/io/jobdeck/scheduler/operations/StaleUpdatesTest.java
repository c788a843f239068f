package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.operations.Samples.app;
import static io.jobdeck.scheduler.operations.Samples.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.operations.OperationException.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Updates that say which state they were made from. */
class StaleUpdatesTest extends OperationsSpec {

    private static final Caller BOB = new Caller("bob", "x");

    @BeforeEach
    void registered() {
        operations.registerApp(app(), ALICE);
        operations.registerJob(job(), ALICE);
    }

    private Optional<ConfigVersion> jobVersion() {
        return new RegistryView(registry.snapshot()).jobVersion("t1");
    }

    private Optional<ConfigVersion> appVersion() {
        return new RegistryView(registry.snapshot()).appVersion("foo_app");
    }

    @Test
    void anUpdateMadeFromWhatIsStoredIsDone() {
        operations.updateJob(job("description", "\"d\""), jobVersion(), ALICE);
        operations.updateJob(job("description", "\"e\""), jobVersion(), ALICE);
        operations.updateApp(app("memoryMB", "256"), appVersion(), ALICE);

        assertThat(registry.text("/config/job/t1")).contains("\"description\":\"e\"");
        assertThat(registry.text("/config/app/foo_app")).contains("\"memoryMB\":256.0");
    }

    @Test
    void oneMadeFromAnOlderStateIsRefusedAndShowsWhatOthersChanged() {
        Optional<ConfigVersion> basis = jobVersion();
        operations.updateJob(job("cron", "\"0 0 0 1 1 ? 2099\"", "cpuCount", "0.5"), BOB);
        String stored = registry.text("/config/job/t1");

        OperationException refused = refusal(() -> operations.updateJob(job("description", "\"mine\""), basis, ALICE));

        assertThat(refused.kind()).isEqualTo(Kind.STALE);
        assertThat(refused.getMessage()).startsWith("Job 't1' was changed since the config that this update was made from was "
                + "read: cron by 'bob', cpuCount by 'bob'. Load it again");
        assertThat(refused.changes()).containsExactly(
                new FieldChange("cron", Optional.of("\"0/5 * * * * ?\""), Optional.of("\"0 0 0 1 1 ? 2099\""),
                        Optional.of("bob"), Optional.of(NOW)),
                new FieldChange("cpuCount", Optional.of("0.1"), Optional.of("0.5"), Optional.of("bob"), Optional.of(NOW)));
        assertThat(registry.text("/config/job/t1")).isEqualTo(stored);
    }

    @Test
    void onlyWhatChangedSinceIsShown() {
        operations.updateJob(job("description", "\"before\""), BOB);
        Optional<ConfigVersion> basis = jobVersion();
        operations.updateJob(job("description", "\"before\"", "jobParameter", "\"p\""), BOB);

        OperationException refused = refusal(() -> operations.updateJob(job("cpuCount", "2"), basis, ALICE));

        assertThat(refused.changes()).extracting(FieldChange::field).containsExactly("jobParameter");
    }

    @Test
    void whatDidNotComeThroughJobdeckIsShownAsTheDifferenceToWhatWasSent() {
        Optional<ConfigVersion> basis = jobVersion();
        operations.updateJob(job("description", "\"bobs\""), BOB);
        registry.put("/config/job/t1", Samples.jobJson("description", "\"bobs\"", "cpuCount", "4"));

        OperationException refused = refusal(() -> operations.updateJob(job(), basis, ALICE));

        assertThat(refused.changes()).containsExactly(
                new FieldChange("description", Optional.of("\"\""), Optional.of("\"bobs\""), Optional.of("bob"),
                        Optional.of(NOW)),
                new FieldChange("cpuCount", Optional.of("0.1"), Optional.of("4.0"), Optional.empty(), Optional.empty()));
    }

    @Test
    void aJobRegisteredAnewIsAnother() {
        Optional<ConfigVersion> basis = jobVersion();
        operations.deregisterJob("t1", ALICE);
        operations.registerJob(job("cpuCount", "3"), ALICE);

        assertThat(refusal(() -> operations.updateJob(job(), basis, ALICE)).kind()).isEqualTo(Kind.STALE);
    }

    @Test
    void whatIsStoredAlreadyIsNoConflictWhateverItWasMadeFrom() {
        Optional<ConfigVersion> basis = jobVersion();
        operations.updateJob(job("cpuCount", "3"), BOB);

        assertThat(transactionsOf(() -> operations.updateJob(job("cpuCount", "3"), basis, ALICE))).isZero();
    }

    @Test
    void anAppsVersionCoversItsExecutorLibrary() {
        Optional<ConfigVersion> basis = appVersion();
        operations.updateApp(app("executor", "\"ELASTIC_JOB_2_1_5\""), BOB);
        assertThat(appVersion()).isNotEqualTo(basis);

        OperationException refused = refusal(() -> operations.updateApp(app("memoryMB", "256"), basis, ALICE));

        assertThat(refused.changes()).extracting(FieldChange::field).containsExactly("executor");
        assertThat(registry.text("/config/app/foo_app")).isEqualTo(Codecs.APP.write(app()));
    }

    @Test
    void anUpdateWhoseAnswerIsLostIsNotStaleByItself() {
        Optional<ConfigVersion> basis = jobVersion();
        registry.loseAnswerOfNext();
        operations.updateJob(job("cpuCount", "3"), basis, ALICE);
        assertThat(registry.text("/config/job/t1")).contains("\"cpuCount\":3.0");

        Optional<ConfigVersion> next = appVersion();
        registry.loseAnswerOfNext();
        operations.updateApp(app("cpuCount", "3"), next, ALICE);
        assertThat(registry.text("/config/app/foo_app")).contains("\"cpuCount\":3.0");
    }

    @Test
    void theLogHoldsTheNewestTenAndGoesWithTheJob() {
        for (int index = 1; index <= 12; index++) {
            operations.updateJob(job("description", "\"%d\"".formatted(index)), ALICE);
        }
        assertThat(Codecs.CONFIG_UPDATES.read(registry.text("/jobdeck/change/job/t1")))
                .extracting(update -> update.fields().get(0).after())
                .isEqualTo(List.of("3", "4", "5", "6", "7", "8", "9", "10", "11", "12").stream()
                        .map(text -> Optional.of("\"" + text + "\"")).toList());

        operations.updateApp(app("cpuCount", "3"), ALICE);
        operations.deregisterApp("foo_app", ALICE);
        assertThat(registry.snapshot()).doesNotContainKeys("/jobdeck/change/job/t1", "/jobdeck/change/app/foo_app");
    }

    @Test
    void aLogThatCannotBeReadStandsInNobodysWay() {
        registry.put("/jobdeck/change/job/t1", "{\"updates\":[[\"a\",\"b\",\"c\",\"yesterday\",[]]]}");

        operations.updateJob(job("cpuCount", "3"), ALICE);

        assertThat(Codecs.CONFIG_UPDATES.read(registry.text("/jobdeck/change/job/t1"))).hasSize(1);
    }

    private static OperationException refusal(Runnable call) {
        return catchThrowableOfType(OperationException.class, call::run);
    }
}
