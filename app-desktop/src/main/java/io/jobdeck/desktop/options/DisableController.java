package io.jobdeck.desktop.options;

import io.jobdeck.desktop.text.Texts;
import javafx.beans.binding.StringBinding;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;

/** Controller of {@code disable.fxml}. */
public final class DisableController {

    private final DisableModel model;
    private final Texts texts;
    private final StringBinding said;

    @FXML
    private Label consequences;
    @FXML
    private CheckBox keepBacklog;
    @FXML
    private ChoiceBox<DisableFor> length;
    @FXML
    private TextField until;

    public DisableController(DisableModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.said = model.consequences();
    }

    @FXML
    private void initialize() {
        consequences.textProperty().bind(said);
        keepBacklog.selectedProperty().bindBidirectional(model.keepBacklogProperty());
        length.getItems().setAll(DisableFor.values());
        length.setConverter(new Names());
        length.valueProperty().bindBidirectional(model.lengthProperty());
        until.textProperty().bindBidirectional(model.untilProperty());
        model.savedProperty().addListener((property, before, saved) -> said.dispose());
    }

    private final class Names extends StringConverter<DisableFor> {

        @Override
        public String toString(DisableFor value) {
            return value == null ? "" : texts.get("form.disable.length." + value);
        }

        @Override
        public DisableFor fromString(String text) {
            throw new UnsupportedOperationException("Nothing is typed into a choice");
        }
    }
}
