package io.jobdeck.desktop.editor;

import atlantafx.base.theme.Styles;
import io.jobdeck.desktop.icon.AppIcon;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * The window of one editor. It stands over the main window, which can be used meanwhile, and closes with it. Interface
 * thread only.
 */
public final class EditorWindow {

    private static final double LEAST_WIDTH = 760;
    private static final double LEAST_HEIGHT = 480;
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

    private final EditorModel model;
    private final EditorMemory memory;
    private final Texts texts;
    private final Surroundings surroundings;
    private final Stage stage = new Stage();
    private final BorderPane root = new BorderPane();
    private final EditPage editPage;
    private final ReviewPage reviewPage;
    private final ConflictPage conflictPage;

    /**
     * What an editor stands in.
     *
     * @param owner the main window; null if there is none yet
     * @param clock what the next fire times of a cron are reckoned from, and in whose zone times are told
     * @param discard asks whether to throw changes away, and does what it is given if so
     */
    public record Surroundings(Window owner, Appearance appearance, Clock clock, Consumer<Runnable> discard) { }

    public EditorWindow(EditorModel model, EditorMemory memory, Texts texts, Surroundings surroundings) {
        this.model = model;
        this.memory = memory;
        this.texts = texts;
        this.surroundings = surroundings;
        editPage = new EditPage(model, memory, texts, surroundings.clock());
        reviewPage = new ReviewPage(texts);
        conflictPage = new ConflictPage(texts, surroundings.clock().getZone());
        root.setTop(new VBox(header(), new StoredBar(model, texts, surroundings.clock().getZone())));
        root.setBottom(new EditorFooter(model, texts, this::cancel));
        root.getStyleClass().add("editor-window");
        root.getStylesheets().addAll(stylesheet("/io/jobdeck/desktop/editor/editor.css"),
                stylesheet("/io/jobdeck/desktop/difference/difference.css"));
        model.pageProperty().addListener(observable -> showPage());
        showPage();
        prepareStage();
    }

    private static String stylesheet(String name) {
        return Objects.requireNonNull(EditorWindow.class.getResource(name), name).toExternalForm();
    }

    private Node header() {
        Label title = new Label(title());
        title.getStyleClass().add("form-title");
        Label subtitle = new Label(texts.get(wording("subtitle")));
        subtitle.setWrapText(true);
        subtitle.getStyleClass().add("form-subtitle");
        VBox words = new VBox(2, title, subtitle);
        HBox.setHgrow(words, Priority.ALWAYS);
        ToggleButton form = toggle("show-form", "editor.form", editPage.formShownProperty());
        form.getStyleClass().add(Styles.LEFT_PILL);
        ToggleButton json = toggle("show-json", "editor.json", editPage.jsonShownProperty());
        json.getStyleClass().add(Styles.RIGHT_PILL);
        HBox sides = new HBox(form, json);
        sides.visibleProperty().bind(Bindings.createBooleanBinding(() -> model.pageProperty().get() == Page.EDIT,
                model.pageProperty()));
        HBox header = new HBox(16, words, sides);
        header.getStyleClass().add("form-header");
        return header;
    }

    private String title() {
        return texts.get(wording("title"), model.originalName());
    }

    private String wording(String part) {
        String mode = model.mode() == EditorMode.REGISTER ? ".register-" : ".update-";
        return "form." + model.kind().id() + mode + part;
    }

    private ToggleButton toggle(String id, String key, BooleanProperty shown) {
        ToggleButton button = new ToggleButton(texts.get(key));
        button.setId(id);
        button.selectedProperty().bindBidirectional(shown);
        return button;
    }

    private void prepareStage() {
        Scene scene = new Scene(root, memory.width(), memory.height());
        surroundings.appearance().dress(scene);
        scene.getAccelerators().put(SAVE, this::save);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        stage.setScene(scene);
        stage.setTitle(title());
        stage.getIcons().setAll(AppIcon.images());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        if (surroundings.owner() != null) {
            stage.initOwner(surroundings.owner());
        }
        stage.setOnCloseRequest(event -> {
            event.consume();
            cancel();
        });
        stage.setOnHidden(event -> hidden());
        model.savedProperty().addListener((observable, before, saved) -> stage.close());
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            if (model.pageProperty().get() == Page.EDIT) {
                cancel();
            } else {
                model.edit();
            }
        }
    }

    private void save() {
        switch (model.pageProperty().get()) {
            case EDIT -> model.save();
            case REVIEW -> model.confirm();
            case CONFLICT -> model.takeResolution();
        }
    }

    private void showPage() {
        switch (model.pageProperty().get()) {
            case EDIT -> root.setCenter(editPage.root());
            case REVIEW -> {
                model.currentReview().ifPresent(reviewPage::show);
                root.setCenter(reviewPage.root());
            }
            case CONFLICT -> {
                model.currentConflict().ifPresent(conflictPage::show);
                root.setCenter(conflictPage.root());
            }
        }
    }

    private void cancel() {
        if (model.dirtyProperty().get() && !model.savingProperty().get()) {
            surroundings.discard().accept(stage::close);
        } else {
            stage.close();
        }
    }

    private void hidden() {
        memory.keepSize(stage.getScene().getWidth(), stage.getScene().getHeight());
        editPage.remember();
        model.close();
    }

    /** Shows the window in the middle of the main window, no larger than the screen. */
    public void open() {
        Window owner = surroundings.owner();
        if (owner != null && owner.isShowing()) {
            stage.setOnShown(event -> standInTheMiddleOf(owner));
        }
        stage.show();
        stage.toFront();
        editPage.focusFirst();
    }

    private void standInTheMiddleOf(Window owner) {
        var screen = Screen.getScreensForRectangle(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight())
                .stream().findFirst().orElseGet(Screen::getPrimary).getVisualBounds();
        stage.setWidth(Math.min(stage.getWidth(), screen.getWidth()));
        stage.setHeight(Math.min(stage.getHeight(), screen.getHeight()));
        stage.setX(Math.max(screen.getMinX(), owner.getX() + (owner.getWidth() - stage.getWidth()) / 2));
        stage.setY(Math.max(screen.getMinY(), owner.getY() + (owner.getHeight() - stage.getHeight()) / 2));
    }

    /** Brings the window to the front. */
    public void toFront() {
        stage.toFront();
        stage.requestFocus();
    }

    /** Returns what it edits. */
    public EditorModel model() {
        return model;
    }

    /** Returns whether it is still open. */
    public boolean isOpen() {
        return stage.isShowing();
    }
}
