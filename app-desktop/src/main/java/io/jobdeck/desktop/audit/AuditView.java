package io.jobdeck.desktop.audit;

import io.jobdeck.desktop.action.BoundAction;
import io.jobdeck.desktop.table.Columns;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.ConsoleView;
import io.jobdeck.desktop.view.Details;
import io.jobdeck.desktop.view.DetailsGrid;
import io.jobdeck.desktop.view.FilterField;
import io.jobdeck.desktop.view.Fxml;
import io.jobdeck.desktop.view.PauseButton;
import io.jobdeck.desktop.view.RowCount;
import io.jobdeck.desktop.view.TablePane;
import io.jobdeck.desktop.view.ViewContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The view of the audit trail; controller of {@code audit.fxml}. */
public final class AuditView implements ConsoleView {

    private static final String ID = "audit";
    private static final String ICON = "fth-file-text";

    private final AuditModel model;
    private final ViewContext context;
    private final AuditWords words;
    private final Parent root;
    private final TablePane<AuditRow> pane;
    private final ObservableValue<Optional<Details>> details;

    @FXML
    private Label title;
    @FXML
    private Label count;
    @FXML
    private FilterField filter;
    @FXML
    private PauseButton pause;
    @FXML
    private TableView<AuditRow> table;
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
        this.model = model;
        this.context = context;
        this.words = new AuditWords(context.texts());
        this.root = Fxml.load(this, "audit.fxml");
        fillColumns();
        pane = new TablePane<>(context, ID, ICON, table, model.table(), selection -> () -> List.of(), none -> Optional.empty());
        pane.controlledBy(filter, pause, context.texts());
        details = pane.details(this::detailsOf);
    }

    @FXML
    private void initialize() {
        Texts texts = context.texts();
        title.textProperty().bind(texts.bind("view.audit.name"));
        RowCount.tell(count, model.table(), texts);
        filter.speak(texts);
        filter.textProperty().bindBidirectional(model.table().filterProperty());
    }

    private void fillColumns() {
        Columns columns = context.columns();
        columns.time(at, row -> new SimpleObjectProperty<>(row.entry().at()));
        columns.text(by, row -> new SimpleObjectProperty<>(row.entry().by()));
        columns.text(origin, row -> new SimpleObjectProperty<>(row.entry().origin()));
        columns.text(operation, row -> Bindings.createStringBinding(() -> words.operation(row),
                context.texts().languageProperty()));
        columns.text(target, row -> new SimpleObjectProperty<>(row.entry().target()));
        columns.text(how, row -> new SimpleObjectProperty<>(row.entry().details()));
        columns.mark(result, row -> new SimpleObjectProperty<>(row.result()), AuditResult::mark,
                row -> row.result() == AuditResult.DONE ? "" : row.entry().result(),
                row -> row.result() == AuditResult.DONE ? "" : row.entry().result());
    }

    private Details detailsOf(AuditRow row) {
        Texts texts = context.texts();
        DetailsGrid grid = new DetailsGrid(context)
                .line("view.audit.column.at", () -> context.columns().times().absolute(row.entry().at()))
                .line("view.audit.column.by", () -> row.entry().by())
                .line("view.audit.column.origin", () -> row.entry().origin())
                .line("view.audit.column.target", () -> row.entry().target())
                .line("view.audit.column.details", () -> row.entry().details())
                .line("view.audit.column.result", () -> row.result() == AuditResult.DONE
                        ? texts.get(row.result().mark().word()) : row.entry().result());
        return new Details(Bindings.createStringBinding(() -> words.operation(row), texts.languageProperty()), grid.root());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return ICON;
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public ObservableValue<List<BoundAction>> actions() {
        return pane.actions();
    }

    @Override
    public ObservableValue<Optional<Details>> details() {
        return details;
    }

    @Override
    public void filter(String wanted) {
        filter.setText(wanted);
    }

    @Override
    public void focus() {
        pane.focus();
    }

    @Override
    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    @Override
    public void arrange() {
        pane.arrange();
    }
}
