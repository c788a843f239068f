package io.jobdeck.desktop.options;

import io.jobdeck.desktop.form.FormField;
import io.jobdeck.desktop.text.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

/** Controller of {@code trigger.fxml}. */
public final class TriggerController {

    private final TriggerModel model;
    private final Texts texts;

    @FXML
    private TextArea jobParameter;
    @FXML
    private TextField items;
    @FXML
    private CheckBox addRun;
    @FXML
    private FormField itemsField;

    public TriggerController(TriggerModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        jobParameter.textProperty().bindBidirectional(model.jobParameterProperty());
        items.textProperty().bindBidirectional(model.itemsProperty());
        addRun.selectedProperty().bindBidirectional(model.addRunProperty());
        itemsField.setHint(texts.get("form.trigger.items-hint", model.job().shardingTotalCount() - 1));
    }
}
