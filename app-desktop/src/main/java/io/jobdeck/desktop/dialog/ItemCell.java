package io.jobdeck.desktop.dialog;

import io.jobdeck.desktop.bulk.ItemResult;
import io.jobdeck.desktop.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line of what became of many things: whether it was done, its name, and why not. */
final class ItemCell extends ListCell<ItemResult> {

    private static final double NAME_WIDTH = 190;

    private final Texts texts;
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label detail = new Label();
    private final Tooltip whole = new Tooltip();
    private final HBox line = new HBox(10, icon, name, detail);

    ItemCell(Texts texts) {
        this.texts = texts;
        setPrefWidth(0);
        whole.setWrapText(true);
        name.getStyleClass().add("report-name");
        name.setMinWidth(NAME_WIDTH);
        name.setPrefWidth(NAME_WIDTH);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        detail.getStyleClass().add("report-reason");
        detail.setWrapText(true);
        HBox.setHgrow(detail, Priority.ALWAYS);
    }

    @Override
    protected void updateItem(ItemResult item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty || item == null ? null : line);
        setTooltip(null);
        if (!empty && item != null) {
            show(item);
        }
    }

    private void show(ItemResult item) {
        icon.setIconLiteral(switch (item.outcome()) {
            case SUCCEEDED -> "fth-check";
            case FAILED -> "fth-alert-circle";
            case NOT_DONE -> "fth-minus";
        });
        icon.getStyleClass().removeAll("bulk-SUCCEEDED", "bulk-FAILED", "bulk-NOT_DONE");
        icon.getStyleClass().add("bulk-" + item.outcome());
        name.setText(item.name());
        String told = item.detail().isEmpty() ? texts.get("bulk.outcome." + item.outcome()) : item.detail();
        detail.setText(told);
        whole.setText(item.name() + "\n" + told);
        setTooltip(whole);
        setAccessibleText(item.name() + ": " + told);
    }
}
