package io.jobdeck.desktop.view;

import io.jobdeck.desktop.text.Language;
import io.jobdeck.scheduler.model.ConfigUpdate;
import io.jobdeck.scheduler.model.ConfigUpdate.Field;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What the newest updates of a config changed, newest first: who, when, and each field with its value before and after. */
public final class ChangeHistory extends VBox {

    private final ViewContext context;
    private List<ConfigUpdate> shown;
    private Language spoken;

    /** Makes one that shows nothing yet. */
    public ChangeHistory(ViewContext context) {
        this.context = context;
        getStyleClass().add("change-history");
        getStylesheets().add(Objects.requireNonNull(ChangeHistory.class.getResource("details.css")).toExternalForm());
    }

    /** Shows these updates, given oldest first. */
    public void show(List<ConfigUpdate> updates) {
        if (updates.equals(shown) && spoken == context.texts().language()) {
            return;
        }
        shown = updates;
        spoken = context.texts().language();
        getChildren().clear();
        if (updates.isEmpty()) {
            add(context.texts().get("details.history.none"), "details-name");
        }
        for (int index = updates.size() - 1; index >= 0; index--) {
            ConfigUpdate update = updates.get(index);
            add(context.texts().get("details.history.by", update.by(), context.columns().times().absolute(update.at())),
                    "change-heading");
            update.fields().forEach(field -> add(words(field), "change-field"));
        }
    }

    private String words(Field field) {
        return context.texts().get("details.history.field", field.name(), field.before().orElse("–"),
                field.after().orElse("–"));
    }

    private void add(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        getChildren().add(label);
    }
}
