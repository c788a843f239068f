package io.jobdeck.desktop.editor;

import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.model.ExecutorKind;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;

/** Joins the form of an app with its model. */
public final class AppEditorController {

    private final AppEditorModel model;
    private final Texts texts;

    @FXML
    private TextField appName;
    @FXML
    private ChoiceBox<ExecutorKind> executor;
    @FXML
    private TextField appUrl;
    @FXML
    private TextField bootstrapScript;
    @FXML
    private CheckBox appCacheEnable;
    @FXML
    private TextField cpuCount;
    @FXML
    private TextField memoryMb;
    @FXML
    private TextField eventTraceSamplingCount;

    public AppEditorController(AppEditorModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        appName.textProperty().bindBidirectional(model.appNameProperty());
        appName.setEditable(model.mode() == EditorMode.REGISTER);
        executor.getItems().setAll(ExecutorKind.values());
        executor.setConverter(new NamedConstants<>(kind -> texts.get("executor-kind." + kind.name())));
        executor.valueProperty().bindBidirectional(model.executorProperty());
        appUrl.textProperty().bindBidirectional(model.appUrlProperty());
        bootstrapScript.textProperty().bindBidirectional(model.bootstrapScriptProperty());
        appCacheEnable.selectedProperty().bindBidirectional(model.appCacheEnableProperty());
        cpuCount.textProperty().bindBidirectional(model.cpuCountProperty());
        memoryMb.textProperty().bindBidirectional(model.memoryMbProperty());
        eventTraceSamplingCount.textProperty().bindBidirectional(model.eventTraceSamplingCountProperty());
    }
}
