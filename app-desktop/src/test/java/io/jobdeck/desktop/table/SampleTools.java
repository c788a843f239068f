package io.jobdeck.desktop.table;

import io.jobdeck.desktop.export.Sheet;
import io.jobdeck.desktop.export.SheetFormat;
import io.jobdeck.desktop.export.SheetOutput;
import io.jobdeck.desktop.preferences.TableLayouts;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.SimpleBooleanProperty;

/** Tools of tables in tests: layouts that are forgotten, rows that are noted instead of leaving. */
public final class SampleTools implements SheetOutput {

    /** What was copied or saved, as text, behind its format. */
    public final List<String> taken = new CopyOnWriteArrayList<>();
    public final TableLayouts layouts = TableLayouts.forgotten();
    public final SimpleBooleanProperty highlights = new SimpleBooleanProperty(true);

    /** Returns the tools of the tables of a cluster. */
    public TableTools of(String cluster) {
        return new TableTools(cluster, layouts, this, highlights);
    }

    @Override
    public void copy(Sheet sheet, SheetFormat format) {
        taken.add("copy " + format + "\n" + format.text(sheet));
    }

    @Override
    public void copy(String text) {
        taken.add("copy\n" + text);
    }

    @Override
    public void save(Sheet sheet, SheetFormat format) {
        taken.add("save " + format + "\n" + format.text(sheet));
    }
}
