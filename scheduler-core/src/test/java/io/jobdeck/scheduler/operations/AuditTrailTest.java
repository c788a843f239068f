package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.operations.Samples.app;
import static io.jobdeck.scheduler.operations.Samples.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.AuditEntry;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The audit trail: who did what to what, when, from where, and how it ended. */
class AuditTrailTest extends OperationsSpec {

    private RegistryOperations audited(AuditTrail trail) {
        return new RegistryOperations(registry, registry.liveTree(), Clock.fixed(NOW, ZoneOffset.UTC), 100, trail);
    }

    private AuditTrail trail(int most) {
        return AuditTrail.start(registry, Clock.fixed(NOW, ZoneOffset.UTC), most);
    }

    private List<AuditEntry> written() {
        return registry.snapshot().values().stream().filter(node -> node.path().startsWith(RegistryPaths.AUDIT + "/"))
                .sorted(Comparator.comparing(TreeNode::path)).map(node -> Codecs.AUDIT_ENTRY.read(node.text())).toList();
    }

    @Test
    void everyOperationLeavesAnEntryInOrderAndRefusedOnesToo() {
        try (AuditTrail trail = trail(100)) {
            SchedulerOperations audited = audited(trail);
            audited.registerApp(app(), ALICE);
            audited.registerJob(job(), new Caller("bob", "10.0.0.7"));
            assertRefused(OperationException.Kind.NOT_FOUND, "", () -> audited.triggerJob("no", ALICE));
        }

        assertThat(written()).containsExactly(
                new AuditEntry(NOW, "alice", "console", "registerApp", "foo_app", "done"),
                new AuditEntry(NOW, "bob", "10.0.0.7", "registerJob", "t1", "done"),
                new AuditEntry(NOW, "alice", "console", "triggerJob", "no",
                        "not_found: There is no job 'no'. Look for its name in the list of jobs, or register it."));
    }

    @Test
    void ofFieldsThatAreWrongOnlyTheNamesAreKept() {
        try (AuditTrail trail = trail(100)) {
            assertRefused(OperationException.Kind.INVALID, "secret",
                    () -> audited(trail).registerApp(app("appURL", "\"not a url://user:secret@h\""), ALICE));
        }

        assertThat(written()).extracting(AuditEntry::result).containsExactly("invalid: appURL");
    }

    @Test
    void onlyTheNewestAreKept() {
        try (AuditTrail trail = trail(5)) {
            for (int index = 0; index < 5; index++) {
                trail.add(ALICE, "op", "a" + index, "done");
            }
            await().until(() -> written().size() == 5);
            for (int index = 0; index < 3; index++) {
                trail.add(ALICE, "op", "b" + index, "done");
            }
        }

        assertThat(written()).extracting(AuditEntry::target).containsExactly("a3", "a4", "b0", "b1", "b2");
    }

    @Test
    void aBurstBecomesFewTransactionsAndWhatWouldHaveToGoAtOnceIsNotWritten() {
        try (AuditTrail trail = trail(50)) {
            registry.disconnect("gone");
            for (int index = 0; index < 1000; index++) {
                trail.add(ALICE, "op", "n" + index, "done");
            }
            registry.reconnect();
            await().until(() -> written().size() == 50);
        }

        assertThat(written()).extracting(AuditEntry::target).contains("n999").doesNotContain("n949");
        assertThat(registry.submitted()).hasSizeLessThan(20);
    }

    @Test
    void anEntryWhoseAnswerIsLostIsWrittenOnce() {
        registry.loseAnswerOfNext();
        try (AuditTrail trail = trail(50)) {
            trail.add(ALICE, "op", "x", "done");
        }

        assertThat(written()).hasSize(1);
    }

    @Test
    void manyJobsAtOnceAreOneEntry() {
        operations.registerApp(app(), ALICE);
        operations.registerJob(job(), ALICE);
        try (AuditTrail trail = trail(50)) {
            audited(trail).onJobs(List.of("t1", "no"), new JobAction.Enable(), ALICE);
        }

        assertThat(written()).singleElement().satisfies(entry -> {
            assertThat(entry.operation()).isEqualTo("enableJobs");
            assertThat(entry.target()).isEqualTo("2 jobs: t1, no");
            assertThat(entry.result()).startsWith("1 done, 1 not: no (not_found: There is no job 'no'.");
        });
    }

    @Test
    void howItWasAskedForIsSaidWithoutParameters() {
        operations.registerApp(app(), ALICE);
        operations.registerJob(job(), ALICE);
        try (AuditTrail trail = trail(50)) {
            SchedulerOperations audited = audited(trail);
            audited.triggerJob("t1", new TriggerOptions(false, Optional.of("secret"), new TreeSet<>(List.of(0))), ALICE);
            audited.disableJob("t1", new DisableOptions(true, Optional.of(NOW.plusSeconds(60))), ALICE);
            audited.removeReady("t1", OptionalInt.of(1), ALICE);
        }

        assertThat(written()).extracting(AuditEntry::details).containsExactly("items 0, jobParameter",
                "keepBacklog, until " + NOW.plusSeconds(60).truncatedTo(ChronoUnit.SECONDS), "runs 1");
    }

    @Test
    void aTrailOfNoEntriesIsInTheLogOnly() {
        try (AuditTrail trail = trail(0)) {
            trail.add(ALICE, "op", "x", "done");
        }

        assertThat(registry.submitted()).isEqualTo(List.<Transaction>of());
    }
}
