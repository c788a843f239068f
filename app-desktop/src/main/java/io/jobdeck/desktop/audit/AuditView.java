package io.jobdeck.desktop.audit;

import io.jobdeck.desktop.table.Columns;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.Details;
import io.jobdeck.desktop.view.DetailsGrid;
import io.jobdeck.desktop.view.OneTableView;
import io.jobdeck.desktop.view.ViewContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.TableColumn;

/** The view of the audit trail; controller of {@code audit.fxml}. */
public final class AuditView extends OneTableView<AuditRow> {

    private static final String ID = "audit";
    private static final String ICON = "fth-file-text";

    private final AuditWords words;

    @FXML
    private TableColumn<AuditRow, Instant> at;
    @FXML
    private TableColumn<AuditRow, String> by;
    @FXML
    private TableColumn<AuditRow, String> origin;
    @FXML
    private TableColumn<AuditRow, String> operation;
    @FXML
    private TableColumn<AuditRow, String> target;
    @FXML
    private TableColumn<AuditRow, String> how;
    @FXML
    private TableColumn<AuditRow, AuditResult> result;

    /** Makes the view; its table follows the model. */
    public AuditView(AuditModel model, ViewContext context) {
        super(ID, ICON, model.table(), context);
        this.words = new AuditWords(context.texts());
        fillColumns();
        work(selection -> List::of, none -> Optional.empty(), this::detailsOf);
    }

    private void fillColumns() {
        Columns columns = context().columns();
        columns.time(at, row -> new SimpleObjectProperty<>(row.entry().at()));
        columns.text(by, row -> new SimpleObjectProperty<>(row.entry().by()));
        columns.text(origin, row -> new SimpleObjectProperty<>(row.entry().origin()));
        columns.text(operation, row -> Bindings.createStringBinding(() -> words.operation(row),
                context().texts().languageProperty()));
        columns.text(target, row -> new SimpleObjectProperty<>(row.entry().target()));
        columns.text(how, row -> new SimpleObjectProperty<>(row.entry().details()));
        columns.mark(result, row -> new SimpleObjectProperty<>(row.result()), AuditResult::mark,
                row -> row.result() == AuditResult.DONE ? "" : row.entry().result(),
                row -> row.result() == AuditResult.DONE ? "" : row.entry().result());
    }

    private Details detailsOf(AuditRow row) {
        Texts texts = context().texts();
        DetailsGrid grid = new DetailsGrid(context())
                .line("view.audit.column.at", () -> context().columns().times().absolute(row.entry().at()))
                .line("view.audit.column.by", () -> row.entry().by())
                .line("view.audit.column.origin", () -> row.entry().origin())
                .line("view.audit.column.target", () -> row.entry().target())
                .line("view.audit.column.details", () -> row.entry().details())
                .line("view.audit.column.result", () -> row.result() == AuditResult.DONE
                        ? texts.get(row.result().mark().word()) : row.entry().result());
        return new Details(Bindings.createStringBinding(() -> words.operation(row), texts.languageProperty()), grid.root());
    }
}
