package io.jobdeck.desktop.audit;

import io.jobdeck.desktop.filter.FilterFields;
import io.jobdeck.desktop.fold.AuditFacts;
import io.jobdeck.desktop.table.TableModel;
import java.util.List;

/** The view model of the view of the audit trail. */
public final class AuditModel {

    private static final FilterFields<AuditRow> FIELDS = FilterFields.<AuditRow>none()
            .name("who", row -> row.entry().by())
            .name("from", row -> row.entry().origin())
            .name("operation", row -> row.entry().operation())
            .text("target", row -> row.entry().target())
            .word("result", List.of(AuditResult.values()), AuditRow::result, result -> result.mark().word())
            .age("age", row -> row.entry().at())
            .time("at", row -> row.entry().at())
            .text("details", row -> row.entry().details())
            .searched(row -> row.entry().result());

    private final TableModel<String, AuditFacts, AuditRow> table =
            new TableModel<>(AuditRow::new, AuditRow.NEWEST_FIRST, FIELDS);

    /** Returns the table of entries. */
    public TableModel<String, AuditFacts, AuditRow> table() {
        return table;
    }
}
