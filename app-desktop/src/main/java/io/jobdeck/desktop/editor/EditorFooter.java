package io.jobdeck.desktop.editor;

import atlantafx.base.theme.Styles;
import io.jobdeck.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands below every page of an editor: how much is wrong, why saving failed, and the ways on. */
final class EditorFooter extends VBox {

    private static final double GAP = 10;

    private final EditorModel model;
    private final Texts texts;
    private final HBox buttons = new HBox(GAP);
    private final Button back;
    private final Button cancel;
    private final Button save;

    EditorFooter(EditorModel model, Texts texts, Runnable onCancel) {
        super(GAP);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("form-footer");
        setMinHeight(Region.USE_PREF_SIZE);
        back = button("back", texts.get("editor.back"), model::edit);
        cancel = button("cancel", texts.get("dialog.cancel"), onCancel);
        save = new Button();
        save.getStyleClass().add(Styles.ACCENT);
        save.setDefaultButton(true);
        ProgressIndicator busy = new ProgressIndicator();
        busy.setPrefSize(20, 20);
        busy.visibleProperty().bind(model.savingProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getChildren().setAll(problems(), gap, busy, back, cancel, save);
        getChildren().setAll(failure(), buttons);
        model.pageProperty().addListener(observable -> arrange());
        model.storedNowProperty().addListener(observable -> arrange());
        arrange();
    }

    private Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.disableProperty().bind(model.savingProperty());
        button.setOnAction(event -> action.run());
        return button;
    }

    private Hyperlink problems() {
        Hyperlink link = new Hyperlink();
        link.setId("problems");
        link.setGraphic(new FontIcon("fth-alert-circle"));
        link.getStyleClass().add("problem-count");
        link.textProperty().bind(Bindings.createStringBinding(
                () -> texts.get("editor.problems", model.allProblems().countProperty().get()),
                model.allProblems().countProperty()));
        link.visibleProperty().bind(model.allProblems().countProperty().greaterThan(0)
                .and(Bindings.createBooleanBinding(() -> model.pageProperty().get() == Page.EDIT, model.pageProperty())));
        link.setOnAction(event -> {
            link.setVisited(false);
            model.turnToFirstProblem();
        });
        return link;
    }

    private HBox failure() {
        Label text = new Label();
        text.setId("form-failure");
        text.textProperty().bind(model.failureProperty());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox banner = new HBox(GAP, new FontIcon("fth-alert-circle"), text);
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.getStyleClass().add("form-failure");
        banner.visibleProperty().bind(model.failureProperty().isNotEmpty());
        banner.managedProperty().bind(banner.visibleProperty());
        return banner;
    }

    private void arrange() {
        boolean editing = model.pageProperty().get() == Page.EDIT;
        show(back, !editing);
        show(cancel, editing);
        save.disableProperty().unbind();
        switch (model.pageProperty().get()) {
            case EDIT -> offer("save", model.mode() == EditorMode.REGISTER
                    ? "form." + model.kind().id() + ".register-verb" : "editor.review", model::save);
            case REVIEW -> offer("confirm-save", "form." + model.kind().id() + ".update-verb", model::confirm);
            case CONFLICT -> {
                offer("take-resolution", "editor.conflict.continue", model::takeResolution);
                model.currentConflict().ifPresent(conflict ->
                        save.disableProperty().bind(conflict.decidedProperty().not()));
            }
        }
    }

    private void offer(String id, String key, Runnable action) {
        save.setId(id);
        save.setText(texts.get(key));
        save.setOnAction(event -> action.run());
        save.disableProperty().bind(model.savingProperty());
    }

    private static void show(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }
}
