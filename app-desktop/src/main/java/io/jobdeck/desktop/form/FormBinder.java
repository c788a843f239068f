package io.jobdeck.desktop.form;

import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.collections.MapChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.util.Duration;

/**
 * Joins the fields of a form and their places on the screen: shows those that apply, looks at them again once typing pauses, at
 * once where a problem is shown, and puts each problem at its field. Interface thread only.
 */
public final class FormBinder {

    private static final Duration TYPING_PAUSE = Duration.millis(500);

    private final ValidatedFields model;
    private final Texts texts;
    private final Map<String, FormField> fields = new LinkedHashMap<>();
    private final PauseTransition pause = new PauseTransition(TYPING_PAUSE);

    /** Joins the model with all fields below {@code root}. */
    public FormBinder(ValidatedFields model, Parent root, Texts texts) {
        this.model = model;
        this.texts = texts;
        collect(root);
        pause.setOnFinished(event -> model.validate());
        model.setOnChange(this::changed);
        model.setOnWrongField(this::turnTo);
        model.problems().addListener((MapChangeListener<String, FieldProblem>) change -> show(change.getKey()));
        fields.keySet().forEach(this::show);
        arrange();
    }

    /** What is said to be wrong must never be about a text that stands there no more; no name stands for all fields. */
    private void changed(String field) {
        arrange();
        if (field.isEmpty() || model.problems().containsKey(field)) {
            pause.stop();
            model.validate();
        } else {
            pause.playFromStart();
        }
    }

    private void collect(Parent parent) {
        for (Node child : childrenOf(parent)) {
            if (child instanceof FormField field) {
                fields.put(field.getField(), field);
            } else if (child instanceof Parent inner) {
                collect(inner);
            }
        }
    }

    private static List<Node> childrenOf(Parent parent) {
        return parent instanceof ScrollPane scroll ? List.of(scroll.getContent()) : parent.getChildrenUnmodifiable();
    }

    private void arrange() {
        fields.forEach((name, field) -> {
            boolean shown = name.isEmpty() || model.shows(name);
            field.setVisible(shown);
            field.setManaged(shown);
        });
    }

    private void show(String name) {
        FormField field = fields.get(name);
        FieldProblem problem = model.problems().get(name);
        if (field == null) {
            return;
        }
        if (problem == null) {
            field.clearProblem();
        } else {
            field.showProblem(problem, texts.get("form.example", problem.example()));
        }
    }

    /** Gives the focus to the first field in which something can be typed. */
    public void focusFirst() {
        fields.values().stream().filter(FormField::takesText).findFirst().ifPresent(FormField::focusControl);
    }

    /** Shows the field and gives it the focus. */
    public void turnTo(String name) {
        FormField field = fields.get(name);
        if (field != null) {
            scrollTo(field);
            field.focusControl();
        }
    }

    private static void scrollTo(FormField field) {
        ScrollPane scroll = scrollPaneAround(field);
        if (scroll == null) {
            return;
        }
        scroll.applyCss();
        scroll.layout();
        Node content = scroll.getContent();
        Bounds inContent = content.sceneToLocal(field.localToScene(field.getBoundsInLocal()));
        double hidden = content.getBoundsInLocal().getHeight() - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            double wanted = inContent.getMinY() - scroll.getViewportBounds().getHeight() / 3;
            scroll.setVvalue(Math.max(0, Math.min(1, wanted / hidden)));
        }
    }

    private static ScrollPane scrollPaneAround(Node node) {
        Parent parent = node.getParent();
        while (parent != null && !(parent instanceof ScrollPane)) {
            parent = parent.getParent();
        }
        return (ScrollPane) parent;
    }
}
