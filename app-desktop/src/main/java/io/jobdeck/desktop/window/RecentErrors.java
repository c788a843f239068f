package io.jobdeck.desktop.window;

import atlantafx.base.controls.Popover;
import io.jobdeck.desktop.table.Times;
import io.jobdeck.desktop.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The list of what went wrong of late, over the status bar. */
final class RecentErrors {

    private static final double WIDTH = 520;
    private static final double MOST_HEIGHT = 320;
    private static final double LINE_HEIGHT = 46;

    private final Popover popover = new Popover();

    RecentErrors(LastError errors, Texts texts, Times times) {
        VBox list = new VBox();
        list.setId("recent-errors");
        list.getStyleClass().add("recent-errors");
        errors.recent().forEach(entry -> list.getChildren().add(line(entry, times)));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefViewportHeight(Math.min(MOST_HEIGHT, LINE_HEIGHT * errors.recent().size()));
        Label title = new Label(texts.get("errors.title"));
        title.getStyleClass().add("recent-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button clear = new Button(texts.get("errors.clear"));
        clear.setId("recent-errors-clear");
        clear.getStyleClass().add("small");
        clear.setOnAction(event -> {
            popover.hide();
            errors.clear();
        });
        VBox content = new VBox(new HBox(title, space, clear), scroll);
        content.getStyleClass().add("recent-errors");
        content.setPrefWidth(WIDTH);
        popover.setContentNode(content);
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_RIGHT);
        popover.setAnimated(false);
        popover.setDetachable(false);
    }

    private static HBox line(LastError.Entry entry, Times times) {
        Label time = new Label(times.absolute(entry.at()));
        time.setMinWidth(Region.USE_PREF_SIZE);
        time.getStyleClass().add("recent-time");
        Label message = new Label(entry.message());
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(message, Priority.ALWAYS);
        return new HBox(10, time, message);
    }

    void showOver(Node node) {
        popover.show(node);
    }
}
