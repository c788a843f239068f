package io.jobdeck.desktop.editor;

import com.google.gson.JsonElement;
import io.jobdeck.desktop.difference.FieldDifference;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.model.ConfigUpdate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** Shows field by field what the editor began from, what is stored now, and what stands in the editor, to choose from. */
final class ConflictPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final double NAME_WIDTH = 178;
    private static final int LONGEST_VALUE = 300;

    private final Texts texts;
    private final ZoneId zone;
    private final VBox content = new VBox();
    private final ScrollPane root = new ScrollPane(content);

    /**
     * @param zone zone in which it is told when something was changed
     */
    ConflictPage(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
        content.getStyleClass().add("editor-page");
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.getStyleClass().add("form-scroll");
        root.setId("conflict");
    }

    void show(ConflictModel conflict) {
        Label intro = wrapped(intro(conflict), "form-subtitle");
        intro.setId("conflict-intro");
        content.getChildren().setAll(intro, takeAll(conflict), grid(conflict));
        root.setVvalue(0);
    }

    private String intro(ConflictModel conflict) {
        if (conflict.fields().isEmpty()) {
            return texts.get("editor.conflict.same");
        }
        return conflict.theirs().lastUpdate()
                .map(update -> texts.get("editor.conflict.intro-by", update.by(), time(update)))
                .orElseGet(() -> texts.get("editor.conflict.intro"));
    }

    private String time(ConfigUpdate update) {
        return TIME.format(update.at().atZone(zone));
    }

    private Node takeAll(ConflictModel conflict) {
        Button theirs = new Button(texts.get("editor.conflict.take-theirs"));
        theirs.setId("take-theirs");
        theirs.setOnAction(event -> conflict.takeAll(ConflictModel.Side.THEIRS));
        Button mine = new Button(texts.get("editor.conflict.take-mine"));
        mine.setId("take-mine");
        mine.setOnAction(event -> conflict.takeAll(ConflictModel.Side.MINE));
        HBox buttons = new HBox(10, theirs, mine);
        buttons.setVisible(!conflict.fields().isEmpty());
        buttons.setManaged(buttons.isVisible());
        return buttons;
    }

    private Node grid(ConflictModel conflict) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("conflict-grid");
        ColumnConstraints name = new ColumnConstraints(NAME_WIDTH);
        ColumnConstraints value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        value.setPrefWidth(NAME_WIDTH);
        grid.getColumnConstraints().addAll(name, value, value, value);
        grid.addRow(0, heading(""), heading("editor.conflict.base"), heading("editor.conflict.theirs"),
                heading("editor.conflict.mine"));
        int row = 1;
        for (ConflictModel.Field field : conflict.fields()) {
            ToggleGroup group = new ToggleGroup();
            grid.addRow(row++, name(field), wrapped(shown(field.base()), "conflict-base"),
                    choice(field, ConflictModel.Side.THEIRS, group), choice(field, ConflictModel.Side.MINE, group));
        }
        grid.setVisible(row > 1);
        RowConstraints top = new RowConstraints();
        top.setValignment(VPos.TOP);
        IntStream.range(0, row).forEach(line -> grid.getRowConstraints().add(top));
        return grid;
    }

    private Label heading(String key) {
        return wrapped(key.isEmpty() ? "" : texts.get(key), "conflict-heading");
    }

    private Node name(ConflictModel.Field field) {
        VBox box = new VBox(2, wrapped(field.name(), "difference-name"));
        field.update().ifPresent(update ->
                box.getChildren().add(wrapped(texts.get("editor.conflict.by", update.by(), time(update)), "form-hint")));
        if (field.isContested()) {
            Label both = wrapped(texts.get("editor.conflict.both"), "contested");
            field.choiceProperty().addListener((observable, before, now) -> both.setVisible(now == null));
            both.managedProperty().bind(both.visibleProperty());
            both.setVisible(field.choiceProperty().get() == null);
            box.getChildren().add(both);
        }
        return box;
    }

    private RadioButton choice(ConflictModel.Field field, ConflictModel.Side side, ToggleGroup group) {
        boolean mine = side == ConflictModel.Side.MINE;
        RadioButton button = new RadioButton(shown(mine ? field.mine() : field.theirs()));
        button.setId("choose-%s-%s".formatted(mine ? "mine" : "theirs", field.name()));
        button.setWrapText(true);
        button.setMinHeight(Region.USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.setSelected(field.choiceProperty().get() == side);
        button.setAccessibleHelp(texts.get(mine ? "editor.conflict.mine" : "editor.conflict.theirs") + ", " + field.name());
        button.setOnAction(event -> field.choiceProperty().set(side));
        field.choiceProperty().addListener((observable, before, now) -> button.setSelected(now == side));
        return button;
    }

    private String shown(Optional<JsonElement> value) {
        String text = value.map(FieldDifference::text).orElseGet(() -> texts.get("difference.absent"));
        if (text.isEmpty()) {
            return "“”";
        }
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    private static Label wrapped(String text, String styleClass) {
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
