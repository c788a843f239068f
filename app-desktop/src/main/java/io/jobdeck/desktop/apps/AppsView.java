package io.jobdeck.desktop.apps;

import io.jobdeck.desktop.action.BoundAction;
import io.jobdeck.desktop.action.Scope;
import io.jobdeck.desktop.action.Target;
import io.jobdeck.desktop.fold.AppState;
import io.jobdeck.desktop.table.Columns;
import io.jobdeck.desktop.table.Mark;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.ConsoleView;
import io.jobdeck.desktop.view.Details;
import io.jobdeck.desktop.view.FilterField;
import io.jobdeck.desktop.view.Fxml;
import io.jobdeck.desktop.view.PauseButton;
import io.jobdeck.desktop.view.RowCount;
import io.jobdeck.desktop.view.TablePane;
import io.jobdeck.desktop.view.ViewContext;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The view of apps; controller of {@code apps.fxml}. */
public final class AppsView implements ConsoleView {

    private static final String ID = "apps";
    private static final String ICON = "fth-package";

    private final AppsModel model;
    private final ViewContext context;
    private final Parent root;
    private final TablePane<AppRow> pane;
    private final ObservableValue<Optional<Details>> details;

    @FXML
    private Label title;
    @FXML
    private Label count;
    @FXML
    private PauseButton pause;
    @FXML
    private FilterField filter;
    @FXML
    private TableView<AppRow> table;
    @FXML
    private TableColumn<AppRow, String> name;
    @FXML
    private TableColumn<AppRow, AppState> state;
    @FXML
    private TableColumn<AppRow, Number> jobs;
    @FXML
    private TableColumn<AppRow, Number> running;
    @FXML
    private TableColumn<AppRow, Number> executors;
    @FXML
    private TableColumn<AppRow, Number> cpus;
    @FXML
    private TableColumn<AppRow, Number> memory;
    @FXML
    private TableColumn<AppRow, String> script;
    @FXML
    private TableColumn<AppRow, String> url;

    /** Makes the view; its table follows the model. */
    public AppsView(AppsModel model, ViewContext context) {
        this.model = model;
        this.context = context;
        this.root = Fxml.load(this, "apps.fxml");
        fillColumns();
        pane = new TablePane<>(context, ID, ICON, table, model.table(),
                context.actions().rows(row -> List.of(new Target.App(row.name())), Scope.APP),
                actions -> actions.stream().findFirst());
        pane.orderBy(name);
        details = pane.details(row -> AppDetails.of(context, row));
    }

    @FXML
    private void initialize() {
        Texts texts = context.texts();
        title.textProperty().bind(texts.bind("view.apps.name"));
        RowCount.tell(count, model.table(), texts);
        filter.speak(texts);
        filter.textProperty().bindBidirectional(model.table().filterProperty());
        filter.attend(model.table().filter());
        pause.attend(model.table(), texts);
    }

    private void fillColumns() {
        Columns columns = context.columns();
        columns.text(name, row -> new SimpleObjectProperty<>(row.name()));
        columns.mark(state, AppRow::stateProperty, AppsView::mark, row -> "", this::problem);
        columns.count(jobs, AppRow::jobsProperty);
        columns.count(running, AppRow::runningTasksProperty);
        columns.count(executors, AppRow::executorsProperty);
        columns.amount(cpus, AppRow::cpusProperty, "number.cpus");
        columns.amount(memory, AppRow::memoryProperty, "number.megabytes");
        columns.text(script, AppRow::scriptProperty);
        columns.text(url, AppRow::urlProperty);
    }

    private static Mark mark(AppState state) {
        Mark.Tone tone = switch (state) {
            case ENABLED -> Mark.Tone.GOOD;
            case DISABLED -> Mark.Tone.QUIET;
            case INVALID -> Mark.Tone.BAD;
        };
        return new Mark(tone, "app.state." + state);
    }

    private String problem(AppRow row) {
        return row.facts().problem().map(problem -> context.texts().get("app.problem", problem.detail())).orElse("");
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
    public void filter(String words) {
        filter.setText(words);
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
