package io.jobdeck.desktop.editor;

import atlantafx.base.theme.Styles;
import io.jobdeck.desktop.json.JsonArea;
import io.jobdeck.desktop.json.JsonFault;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The JSON of an editor, with what is wrong at its lines. */
final class JsonSide {

    private final EditorModel model;
    private final Texts texts;
    private final JsonArea area;
    private final BorderPane root;
    private final Label fault = new Label();
    private final HBox strip = new HBox(8, new FontIcon("fth-alert-circle"), fault);

    JsonSide(EditorModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        area = new JsonArea(model.jsonProperty(), texts);
        root = new BorderPane(area, heading(), null, strip, null);
        root.setMinWidth(0);
        root.getStyleClass().add("json-side");
        fault.setId("json-fault");
        fault.setWrapText(true);
        fault.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(fault, Priority.ALWAYS);
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().add("json-fault-strip");
        strip.setOnMouseClicked(event -> model.fault().ifPresent(found -> area.goTo(found.offset())));
        model.scanProperty().addListener((observable, before, now) -> look());
        model.allProblems().all().addListener((ListChangeListener<FieldProblem>) change -> look());
        look();
    }

    private HBox heading() {
        Label title = new Label(texts.get("editor.json"));
        title.getStyleClass().add("side-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button find = new Button(null, new FontIcon("fth-search"));
        find.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        find.setAccessibleText(texts.get("editor.find.prompt"));
        find.setTooltip(new Tooltip(texts.get("editor.find.prompt") + " (Ctrl+F)"));
        find.setFocusTraversable(false);
        find.setOnAction(event -> area.find());
        HBox heading = new HBox(8, title, gap, find);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().add("side-heading");
        return heading;
    }

    private void look() {
        Optional<JsonFault> found = model.fault();
        fault.setText(found.map(this::sentence).orElse(""));
        strip.setVisible(found.isPresent());
        strip.setManaged(found.isPresent());
        Map<Integer, String> marks = new HashMap<>();
        found.ifPresent(wrong -> marks.put(wrong.line(), sentence(wrong)));
        if (found.isEmpty()) {
            model.allProblems().all().forEach(problem -> model.scanProperty().get().lineOf(problem.field())
                    .ifPresent(line -> marks.merge(line, problem.sentence(), (first, other) -> first + "\n" + other)));
        }
        area.show(model.scanProperty().get(), marks);
    }

    private String sentence(JsonFault found) {
        return texts.get("editor.fault", found.line(), found.column(),
                texts.get("editor.fault." + found.kind().name(), found.found().isEmpty()
                        ? texts.get("editor.fault.end") : found.found()));
    }

    /** Turns to a member, or to what keeps the text from being read. */
    void turnTo(String member) {
        int offset = model.fault().map(JsonFault::offset)
                .orElseGet(() -> model.scanProperty().get().offsetOf(member).orElse(0));
        area.goTo(offset);
    }

    Region root() {
        return root;
    }

    JsonArea area() {
        return area;
    }
}
