package io.jobdeck.desktop.apps;

import io.jobdeck.desktop.action.Scope;
import io.jobdeck.desktop.action.Target;
import io.jobdeck.desktop.fold.AppState;
import io.jobdeck.desktop.table.Columns;
import io.jobdeck.desktop.table.Mark;
import io.jobdeck.desktop.view.OneTableView;
import io.jobdeck.desktop.view.ViewContext;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.TableColumn;

/** The view of apps; controller of {@code apps.fxml}. */
public final class AppsView extends OneTableView<AppRow> {

    private static final String ID = "apps";
    private static final String ICON = "fth-package";


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
        super(ID, ICON, model.table(), context);
        fillColumns();
        work(context.actions().rows(row -> List.of(new Target.App(row.name())), Scope.APP),
                actions -> actions.stream().findFirst(), row -> AppDetails.of(context, row)).orderBy(name);
    }

    private void fillColumns() {
        Columns columns = context().columns();
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
        return row.facts().problem().map(problem -> context().texts().get("app.problem", problem.detail())).orElse("");
    }
}
