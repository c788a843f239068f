package io.jobdeck.desktop.start;

import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page of all connections: what is shown while no cluster is, and where the next one is chosen. */
public final class HomePage {

    private static final double WIDTH = 760;

    private final Texts texts;
    private final HomeCommands commands;
    private final ListView<ConnectionProfile> list = new ListView<>();
    private final StackPane root = new StackPane();

    /** @param isOpen whether the connection of that id has a tab */
    public HomePage(ObservableList<ConnectionProfile> profiles, Predicate<String> isOpen, HomeCommands commands,
            Texts texts) {
        this.texts = texts;
        this.commands = commands;
        list.setId("connections");
        list.setItems(profiles);
        list.getStyleClass().add("connection-list");
        list.setCellFactory(view -> new ProfileCell(isOpen, this::open, texts));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setPlaceholder(hint("home.empty"));
        list.accessibleTextProperty().bind(texts.bind("home.title"));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        list.setContextMenu(menu());
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox page = new VBox(heading(), hint("home.hint"), bar(), list);
        page.setId("home-page");
        page.getStyleClass().add("home-page");
        page.setMaxWidth(WIDTH);
        root.getChildren().add(page);
        root.getStyleClass().add("home");
        root.getStylesheets().add(HomePage.class.getResource("start.css").toExternalForm());
    }

    /** Returns the page as things are now. */
    public Parent root() {
        list.refresh();
        if (list.getSelectionModel().isEmpty() && !list.getItems().isEmpty()) {
            list.getSelectionModel().select(0);
        }
        return root;
    }

    /** Puts the focus on the connections. */
    public void focus() {
        list.requestFocus();
    }

    private Label heading() {
        Label heading = new Label();
        heading.textProperty().bind(texts.bind("home.title"));
        heading.getStyleClass().add("home-title");
        return heading;
    }

    private Label hint(String key) {
        Label hint = new Label();
        hint.textProperty().bind(texts.bind(key));
        hint.setWrapText(true);
        hint.getStyleClass().add("page-hint");
        return hint;
    }

    private HBox bar() {
        BooleanBinding none = Bindings.isEmpty(list.getSelectionModel().getSelectedItems());
        BooleanBinding notOne = Bindings.size(list.getSelectionModel().getSelectedItems()).isNotEqualTo(1);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(button("home.new", "fth-plus", commands::create, null),
                button("home.edit", "fth-edit-2", () -> one(commands::edit), notOne),
                button("home.copy", "fth-copy", () -> one(commands::copy), notOne),
                button("home.remove", "fth-trash-2", this::remove, none), space,
                button("home.import", "fth-download", commands::importProfiles, null),
                button("home.export", "fth-upload", commands::exportProfiles, Bindings.isEmpty(list.getItems())));
        bar.getStyleClass().add("home-bar");
        return bar;
    }

    private Button button(String key, String icon, Runnable action, BooleanBinding disabled) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(key);
        button.textProperty().bind(texts.bind(key));
        button.getStyleClass().add("flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        if (disabled != null) {
            button.disableProperty().bind(disabled);
        }
        return button;
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu(item("home.open", "fth-log-in", () -> open(selection())),
                new SeparatorMenuItem(), item("home.edit", "fth-edit-2", () -> one(commands::edit)),
                item("home.copy", "fth-copy", () -> one(commands::copy)), new SeparatorMenuItem(),
                item("home.remove", "fth-trash-2", this::remove));
        menu.setId("connection-menu");
        return menu;
    }

    private MenuItem item(String key, String icon, Runnable action) {
        MenuItem item = new MenuItem("", new FontIcon(icon));
        item.setId("menu-" + key);
        item.textProperty().bind(texts.bind(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> open(selection());
            case F2 -> one(commands::edit);
            case DELETE -> remove();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private List<ConnectionProfile> selection() {
        return List.copyOf(list.getSelectionModel().getSelectedItems());
    }

    private void open(List<ConnectionProfile> chosen) {
        if (!chosen.isEmpty()) {
            commands.open(chosen);
        }
    }

    private void one(Consumer<ConnectionProfile> action) {
        List<ConnectionProfile> chosen = selection();
        if (chosen.size() == 1) {
            action.accept(chosen.get(0));
        }
    }

    private void remove() {
        List<ConnectionProfile> chosen = selection();
        if (!chosen.isEmpty()) {
            commands.remove(chosen);
        }
    }
}
