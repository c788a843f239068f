package io.jobdeck.desktop.view;

import io.jobdeck.desktop.table.TableModel;
import io.jobdeck.desktop.text.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** Pauses what a table shows, and says for as long as it is paused how much has changed meanwhile. */
public final class PauseButton extends ToggleButton {

    private final FontIcon icon = new FontIcon("fth-pause");
    private Optional<BooleanProperty> paused = Optional.empty();

    public PauseButton() {
        getStyleClass().add("pause-button");
        setMinWidth(USE_PREF_SIZE);
        setGraphic(icon);
        selectedProperty().addListener((property, before, now) -> icon.setIconLiteral(now ? "fth-play" : "fth-pause"));
    }

    /** Is for this table from now on. */
    public void attend(TableModel<?, ?, ?> model, Texts texts) {
        paused.ifPresent(before -> selectedProperty().unbindBidirectional(before));
        setSelected(model.pausedProperty().get());
        selectedProperty().bindBidirectional(model.pausedProperty());
        paused = Optional.of(model.pausedProperty());
        textProperty().bind(Bindings.createStringBinding(
                () -> model.pausedProperty().get() ? texts.get("view.paused", model.waitingProperty().get()) : "",
                model.pausedProperty(), model.waitingProperty(), texts.languageProperty()));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(Bindings.createStringBinding(
                () -> texts.get(model.pausedProperty().get() ? "view.pause.end" : "view.pause.begin"),
                model.pausedProperty(), texts.languageProperty()));
        setTooltip(tip);
        accessibleTextProperty().bind(tip.textProperty());
    }
}
