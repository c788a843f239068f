package io.jobdeck.desktop.palette;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line of the palette: icon, name and what it is on, shortcut; below it why it cannot be done. */
final class PaletteCell extends ListCell<PaletteEntry> {

    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label about = new Label();
    private final Label keys = new Label();
    private final Label reason = new Label();
    private final HBox line;

    PaletteCell() {
        setPrefWidth(0);
        name.getStyleClass().add("palette-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        about.getStyleClass().add("palette-about");
        keys.getStyleClass().add("palette-keys");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        reason.getStyleClass().add("palette-reason");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox words = new HBox(10, name, about, space, keys);
        words.setAlignment(Pos.CENTER_LEFT);
        VBox column = new VBox(1, words, reason);
        column.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(column, Priority.ALWAYS);
        line = new HBox(12, icon, column);
        line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(PaletteEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        getStyleClass().remove("unavailable");
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        icon.setIconLiteral(entry.look().icon());
        name.setText(entry.text());
        about.setText(entry.about());
        keys.setText(entry.look().keys());
        reason.setText(entry.reason());
        reason.setVisible(!entry.enabled());
        reason.setManaged(!entry.enabled());
        if (!entry.enabled()) {
            getStyleClass().add("unavailable");
        }
        setAccessibleText(String.join(" ", entry.text(), entry.about(), entry.look().keys(), entry.reason()).strip());
        setGraphic(line);
    }
}
