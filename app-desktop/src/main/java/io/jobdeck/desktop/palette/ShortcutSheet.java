package io.jobdeck.desktop.palette;

import io.jobdeck.desktop.text.Texts;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

/** All shortcuts, in groups. Any of Escape, Enter and the question mark closes it. */
public final class ShortcutSheet {

    private static final double WIDTH = 940;
    private static final double HEIGHT = 560;
    private static final double COLUMN = 270;

    private final List<Group> groups;
    private final Texts texts;

    /**
     * One group.
     *
     * @param title what its shortcuts have in common
     * @param lines its shortcuts
     */
    public record Group(String title, List<Line> lines) {

        public Group {
            Objects.requireNonNull(title, "title");
            lines = List.copyOf(lines);
        }
    }

    /**
     * One shortcut.
     *
     * @param name what it does
     * @param keys as people read them
     */
    public record Line(String name, String keys) { }

    public ShortcutSheet(List<Group> groups, Texts texts) {
        this.groups = List.copyOf(groups);
        this.texts = texts;
    }

    /** Opens it over the window of a scene, whose looks it takes. */
    public void open(Scene over) {
        Label title = new Label(texts.get("shortcuts.title"));
        title.getStyleClass().add("form-title");
        FlowPane columns = new FlowPane(Orientation.VERTICAL, 28, 18);
        columns.setPrefWrapLength(HEIGHT - 110);
        groups.stream().filter(group -> !group.lines().isEmpty()).forEach(group -> columns.getChildren().add(box(group)));
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("form-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox root = new VBox(16, title, scroll);
        root.setPrefSize(WIDTH, HEIGHT);
        root.setId("shortcut-sheet");
        root.getStyleClass().addAll("palette", "shortcut-sheet");
        show(new Scene(root), over);
    }

    private void show(Scene scene, Scene over) {
        Stage stage = new Stage();
        scene.getStylesheets().setAll(over.getStylesheets());
        scene.getStylesheets().add(ShortcutSheet.class.getResource("palette.css").toExternalForm());
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("?")) {
                stage.close();
            }
        });
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER) {
                stage.close();
            }
        });
        Window owner = over.getWindow();
        stage.initOwner(owner);
        stage.setTitle(texts.get("shortcuts.title"));
        stage.setScene(scene);
        stage.setX(Math.max(0, owner.getX() + (owner.getWidth() - WIDTH) / 2));
        stage.setY(Math.max(0, owner.getY() + (owner.getHeight() - HEIGHT) / 2));
        stage.show();
        scene.getRoot().requestFocus();
    }

    private static VBox box(Group group) {
        Label title = new Label(group.title());
        title.getStyleClass().add("shortcut-group");
        VBox box = new VBox(5, title);
        box.setPrefWidth(COLUMN);
        group.lines().forEach(line -> box.getChildren().add(line(line)));
        return box;
    }

    private static HBox line(Line line) {
        Label name = new Label(line.name());
        Label keys = new Label(line.keys());
        keys.getStyleClass().add("palette-keys");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new HBox(10, name, space, keys);
    }
}
