package io.jobdeck.desktop.apps;

import io.jobdeck.desktop.fold.AppFacts;
import io.jobdeck.desktop.table.TableModel;
import java.util.Comparator;
import java.util.List;

/** The view model of the view of apps. */
public final class AppsModel {

    private final TableModel<String, AppFacts, AppRow> table = new TableModel<>(AppRow::new,
            Comparator.comparing(AppRow::name), TableModel.containedIn(row -> List.of(row.name(), row.urlProperty().get(), row.scriptProperty().get())));

    /** Returns the table of apps. */
    public TableModel<String, AppFacts, AppRow> table() {
        return table;
    }
}
