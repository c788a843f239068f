package io.jobdeck.desktop.palette;

import io.jobdeck.desktop.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;

/** The palette over a window. It goes when something was done, on Escape, and when a person clicks into the window. */
public final class PaletteWindow {

    private static final double WIDTH = 640;
    private static final double LIST_HEIGHT = 380;
    private static final double FROM_TOP = 90;
    private static final int PAGE = 8;

    private final PaletteModel model;
    private final Texts texts;
    private final Stage stage = new Stage(StageStyle.UNDECORATED);
    private final TextField field = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();

    public PaletteWindow(PaletteModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Opens it over the window of a scene, whose looks it takes. */
    public void open(Scene over) {
        VBox root = new VBox(search(), found(), hints());
        root.setPrefWidth(WIDTH);
        root.getStyleClass().add("palette");
        Scene scene = new Scene(root);
        scene.getStylesheets().setAll(over.getStylesheets());
        scene.getStylesheets().add(PaletteWindow.class.getResource("palette.css").toExternalForm());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        Window owner = over.getWindow();
        stage.initOwner(owner);
        stage.setTitle(texts.get("palette.title"));
        stage.setScene(scene);
        stage.setX(owner.getX() + (owner.getWidth() - WIDTH) / 2);
        stage.setY(owner.getY() + FROM_TOP);
        EventHandler<MouseEvent> onTurningAway = event -> stage.close();
        over.addEventFilter(MouseEvent.MOUSE_PRESSED, onTurningAway);
        stage.setOnHidden(event -> over.removeEventFilter(MouseEvent.MOUSE_PRESSED, onTurningAway));
        stage.show();
        stage.requestFocus();
        field.requestFocus();
    }

    private HBox search() {
        field.setId("palette-query");
        field.setPromptText(texts.get("palette.prompt"));
        field.setAccessibleText(texts.get("palette.prompt"));
        field.textProperty().bindBidirectional(model.queryProperty());
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox search = new HBox(10, new FontIcon("fth-search"), field);
        search.getStyleClass().add("palette-search");
        return search;
    }

    private ListView<PaletteEntry> found() {
        list.setId("palette-list");
        list.setItems(model.found());
        list.setPrefHeight(LIST_HEIGHT);
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label(texts.get("palette.none")));
        list.setCellFactory(view -> {
            PaletteCell cell = new PaletteCell();
            cell.setOnMouseClicked(event -> Optional.ofNullable(cell.getItem()).ifPresent(entry -> {
                model.choose(entry);
                accept();
            }));
            return cell;
        });
        model.chosenProperty().addListener((property, before, now) -> select(now));
        select(model.chosenProperty().get());
        return list;
    }

    private void select(Optional<PaletteEntry> entry) {
        entry.ifPresentOrElse(one -> {
            int at = model.found().indexOf(one);
            list.getSelectionModel().clearAndSelect(at);
            list.scrollTo(Math.max(0, at - PAGE / 2));
        }, list.getSelectionModel()::clearSelection);
    }

    private Label hints() {
        Label hints = new Label(texts.get("palette.hints"));
        hints.getStyleClass().add("palette-hints");
        hints.setMaxWidth(Double.MAX_VALUE);
        return hints;
    }

    private void pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) {
            stage.close();
        } else if (code == KeyCode.ENTER) {
            accept();
        } else if (List.of(KeyCode.DOWN, KeyCode.UP, KeyCode.PAGE_DOWN, KeyCode.PAGE_UP).contains(code)) {
            int places = code == KeyCode.DOWN || code == KeyCode.UP ? 1 : PAGE;
            model.move(code == KeyCode.DOWN || code == KeyCode.PAGE_DOWN ? places : -places);
        } else {
            return;
        }
        event.consume();
    }

    /** What it does may open a window of its own, so this one goes first. */
    private void accept() {
        model.accept().ifPresent(entry -> {
            stage.close();
            entry.run().run();
        });
    }
}
