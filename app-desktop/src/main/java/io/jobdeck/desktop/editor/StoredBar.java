package io.jobdeck.desktop.editor;

import io.jobdeck.desktop.text.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says, while an editor is open, that what is stored has changed or is gone, with a way on. */
final class StoredBar extends HBox {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final double GAP = 10;

    private final EditorModel model;
    private final Texts texts;
    private final ZoneId zone;
    private final Label text = new Label();
    private final Button wayOn = new Button();

    StoredBar(EditorModel model, Texts texts, ZoneId zone) {
        super(GAP);
        this.model = model;
        this.texts = texts;
        this.zone = zone;
        setId("stored-bar");
        getStyleClass().add("stored-bar");
        setAlignment(Pos.CENTER_LEFT);
        text.setId("stored-text");
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        wayOn.setId("stored-way-on");
        getChildren().addAll(new FontIcon("fth-users"), text, wayOn);
        model.storedNowProperty().addListener(observable -> look());
        model.pageProperty().addListener(observable -> look());
        model.savingProperty().addListener(observable -> look());
        look();
    }

    private void look() {
        boolean shown = model.isStale() && model.pageProperty().get() != Page.CONFLICT && !model.savingProperty().get();
        setVisible(shown);
        setManaged(shown);
        if (shown) {
            model.storedNowProperty().get().ifPresentOrElse(this::sayChanged, this::sayGone);
        }
    }

    private void sayChanged(StoredDocument now) {
        text.setText(now.lastUpdate()
                .map(update -> texts.get("editor.stored.changed-by", update.by(), TIME.format(update.at().atZone(zone))))
                .orElseGet(() -> texts.get("editor.stored.changed")));
        wayOn.setText(texts.get("editor.stored.show"));
        wayOn.setOnAction(event -> model.resolve());
    }

    private void sayGone() {
        text.setText(texts.get("editor.stored.gone"));
        wayOn.setText(texts.get("editor.stored.register"));
        wayOn.setOnAction(event -> model.registerAgain());
    }
}
