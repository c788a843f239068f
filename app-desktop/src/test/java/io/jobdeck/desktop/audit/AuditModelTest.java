package io.jobdeck.desktop.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.desktop.fold.AuditFacts;
import io.jobdeck.desktop.fold.Delta;
import io.jobdeck.scheduler.model.AuditEntry;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The audit trail as a table. */
class AuditModelTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final AuditModel model = new AuditModel();

    private void entry(String name, String by, String operation, String result) {
        model.table().apply(new Delta<>(Map.of(name, new AuditFacts(name,
                new AuditEntry(NOON, by, "console", operation, "invoices", result))), Set.of()));
    }

    @Test
    void theNewestStandsFirst() {
        entry("2026-03-01T11", "alice", "enableJob", "done");
        entry("2026-03-01T12", "bob", "disableJob", "done");

        assertThat(model.table().shown()).extracting(row -> row.entry().by()).containsExactly("bob", "alice");
    }

    @Test
    void whoAndWhatAndHowItEndedCanBeAskedFor() {
        entry("2026-03-01T11", "alice", "enableJob", "done");
        entry("2026-03-01T12", "bob", "disableJob", "not_found: There is no job 'invoices'.");

        model.table().filterProperty().set("who:bob");
        assertThat(model.table().shown()).hasSize(1);
        model.table().filterProperty().set("operation:enable");
        assertThat(model.table().shown()).hasSize(1);
        model.table().filterProperty().set("\"no job\"");
        assertThat(model.table().shown()).extracting(row -> row.entry().by()).containsExactly("bob");
    }

    @Test
    void howItEndedIsTold() {
        assertThat(result("done")).isEqualTo(AuditResult.DONE);
        assertThat(result("2 done, 1 not: x (not_found: none)")).isEqualTo(AuditResult.PARTLY);
        assertThat(result("0 done, 1 not: x (not_found: none)")).isEqualTo(AuditResult.REFUSED);
        assertThat(result("invalid: cron")).isEqualTo(AuditResult.REFUSED);
        assertThat(result("failed")).isEqualTo(AuditResult.REFUSED);
    }

    private static AuditResult result(String text) {
        return AuditResult.of(new AuditEntry(NOON, "a", "console", "enableJobs", "x", text));
    }
}
