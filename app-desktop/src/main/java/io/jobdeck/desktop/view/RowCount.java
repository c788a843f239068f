package io.jobdeck.desktop.view;

import io.jobdeck.desktop.table.TableModel;
import io.jobdeck.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;

/** How many rows there are, and how many of them are shown if that differs. */
public final class RowCount {

    private RowCount() {
    }

    /** Lets the label tell it from now on. */
    public static void tell(Label label, TableModel<?, ?, ?> model, Texts texts) {
        label.textProperty().bind(Bindings.createStringBinding(() -> {
            int total = model.totalProperty().get();
            int shown = model.shown().size();
            return model.filterProperty().get().isBlank()
                    ? texts.get("number.count", total)
                    : texts.get("view.count.filtered", shown, total);
        }, model.totalProperty(), model.filterProperty(), model.shown(), texts.languageProperty()));
    }
}
