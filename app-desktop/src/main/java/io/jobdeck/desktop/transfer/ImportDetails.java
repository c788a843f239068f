package io.jobdeck.desktop.transfer;

import io.jobdeck.desktop.difference.DifferenceView;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.operations.FieldProblem;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What one document of a file would change, or what is wrong with it, or why it was not stored. */
final class ImportDetails {

    private final Texts texts;
    private final DifferenceView view;
    private final VBox content = new VBox();
    private final ScrollPane root = new ScrollPane(content);
    private ImportItem item;

    ImportDetails(Texts texts) {
        this.texts = texts;
        view = new DifferenceView(texts);
        content.getStyleClass().add("editor-page");
        content.setId("import-details");
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.getStyleClass().add("form-scroll");
        root.setMinWidth(0);
    }

    void show(ImportItem selected) {
        item = selected;
        refresh();
        root.setVvalue(0);
    }

    void refresh() {
        content.getChildren().clear();
        if (item == null) {
            return;
        }
        content.getChildren().add(line(item.name(), "form-section"));
        if (!item.failure().isEmpty()) {
            content.getChildren().add(line(item.failure(), "field-problem"));
        }
        for (FieldProblem problem : item.problems()) {
            content.getChildren().add(line(problem.field() + ": " + problem.message(), "field-problem"));
            content.getChildren().add(line(texts.get("form.example", problem.example()), "field-example"));
        }
        switch (item.stateProperty().get()) {
            case UNCHANGED -> content.getChildren().add(line(texts.get("import.unchanged"), "form-subtitle"));
            case SAVED -> content.getChildren().add(line(texts.get("import.saved"), "form-subtitle"));
            default -> showDifference();
        }
    }

    private void showDifference() {
        boolean hasFields = !item.differences().isEmpty();
        if (hasFields) {
            content.getChildren().addAll(line(texts.get("editor.review.fields", item.differences().size()), "form-section"),
                    view.fields(item.differences()));
        }
        content.getChildren().addAll(line(texts.get(hasFields ? "editor.review.lines" : "editor.json"), "form-section"), view.lines(item.lines()));
    }

    private static Label line(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }

    Region root() {
        return root;
    }
}
