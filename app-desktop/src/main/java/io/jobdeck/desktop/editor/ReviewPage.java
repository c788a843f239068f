package io.jobdeck.desktop.editor;

import io.jobdeck.desktop.difference.DifferenceView;
import io.jobdeck.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows what saving changes: what the cluster does, the fields, and the JSON as a diff. */
final class ReviewPage {

    private final Texts texts;
    private final DifferenceView view;
    private final VBox content = new VBox();
    private final ScrollPane root = new ScrollPane(content);

    ReviewPage(Texts texts) {
        this.texts = texts;
        view = new DifferenceView(texts);
        content.getStyleClass().add("editor-page");
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.getStyleClass().add("form-scroll");
        root.setId("review");
    }

    void show(Review review) {
        content.getChildren().setAll(section("editor.review.effects"), effects(review));
        if (!review.fields().isEmpty()) {
            content.getChildren().addAll(section("editor.review.fields", review.fields().size()),
                    view.fields(review.fields()));
        }
        content.getChildren().addAll(section("editor.review.lines"), view.lines(review.lines()));
        root.setVvalue(0);
    }

    private Node effects(Review review) {
        VBox list = new VBox(4);
        list.setId("effects");
        list.getStyleClass().add("effects");
        for (String sentence : review.effects()) {
            Label label = new Label(sentence);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.getStyleClass().add("effect");
            HBox.setHgrow(label, Priority.ALWAYS);
            HBox line = new HBox(8, new FontIcon("fth-chevron-right"), label);
            line.setAlignment(Pos.TOP_LEFT);
            list.getChildren().add(line);
        }
        return list;
    }

    private Label section(String key, Object... args) {
        Label title = new Label(texts.get(key, args));
        title.getStyleClass().add("form-section");
        return title;
    }

    Region root() {
        return root;
    }
}
