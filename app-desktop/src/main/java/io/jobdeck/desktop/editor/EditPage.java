package io.jobdeck.desktop.editor;

import io.jobdeck.desktop.text.Texts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/** Form and JSON side by side; either can be hidden, but not both. */
final class EditPage {

    private final EditorModel model;
    private final EditorMemory memory;
    private final FormSide form;
    private final JsonSide json;
    private final SplitPane split = new SplitPane();
    private final BooleanProperty formShown = new SimpleBooleanProperty(this, "formShown");
    private final BooleanProperty jsonShown = new SimpleBooleanProperty(this, "jsonShown");
    private double divider;

    EditPage(EditorModel model, EditorMemory memory, Texts texts, Clock clock) {
        this.model = model;
        this.memory = memory;
        form = new FormSide(model, texts, clock);
        json = new JsonSide(model, texts);
        EditorPanes panes = memory.panes();
        divider = panes.divider();
        formShown.set(panes.form());
        jsonShown.set(panes.json() || model.fault().isPresent());
        split.getStyleClass().add("editor-split");
        arrange();
        formShown.addListener((observable, before, now) -> toggled(jsonShown, now));
        jsonShown.addListener((observable, before, now) -> toggled(formShown, now));
        model.setOnWrongField(this::turnTo);
        json.area().setNeighbours(this::leaveBackwards, () -> split.getScene().lookup("#cancel").requestFocus());
    }

    private void toggled(BooleanProperty other, boolean shown) {
        if (!shown && !other.get()) {
            other.set(true);
        }
        arrange();
    }

    private void arrange() {
        keepDivider();
        List<Node> sides = new ArrayList<>();
        if (formShown.get()) {
            sides.add(form.root());
        }
        if (jsonShown.get()) {
            sides.add(json.root());
        }
        if (!split.getItems().equals(sides)) {
            split.getItems().setAll(sides);
            split.setDividerPositions(divider);
        }
    }

    private void keepDivider() {
        if (split.getItems().size() == 2) {
            divider = split.getDividerPositions()[0];
        }
    }

    /** Remembers which sides are shown. */
    void remember() {
        keepDivider();
        memory.keep(new EditorPanes(formShown.get(), jsonShown.get(), divider));
    }

    private void turnTo(String field) {
        if (formShown.get() && model.fault().isEmpty() && model.problems().containsKey(field)) {
            form.turnTo(field);
        } else {
            jsonShown.set(true);
            json.turnTo(field);
        }
    }

    private void leaveBackwards() {
        if (formShown.get()) {
            form.focusLast();
        } else {
            split.getScene().lookup("#show-json").requestFocus();
        }
    }

    void focusFirst() {
        if (formShown.get() && model.fault().isEmpty()) {
            form.focusFirst();
        } else {
            json.area().focusText();
        }
    }

    Region root() {
        return split;
    }

    BooleanProperty formShownProperty() {
        return formShown;
    }

    BooleanProperty jsonShownProperty() {
        return jsonShown;
    }
}
