package io.jobdeck.desktop.window;

import io.jobdeck.desktop.action.BoundAction;
import io.jobdeck.desktop.action.MenuReasons;
import io.jobdeck.desktop.bridge.ClusterStatus;
import io.jobdeck.desktop.bridge.Link;
import io.jobdeck.desktop.frame.MenuItems;
import io.jobdeck.desktop.preferences.WindowMemory;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.ConsoleView;
import io.jobdeck.desktop.view.Fxml;
import io.jobdeck.desktop.view.ViewContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The main window of one cluster; controller of {@code main.fxml}. */
public final class MainWindow {

    private final ViewContext context;
    private final WindowMemory memory;
    private final List<ConsoleView> views;
    private final Parent root;
    private final Map<ConsoleView, ToggleButton> entries = new HashMap<>();
    private final DetailsPanel details;
    private final Menu actionMenu = new Menu();
    private final ChangeListener<List<BoundAction>> onActions = (property, before, actions) -> offer(actions);
    private ConsoleView front;

    @FXML
    private BorderPane frame;
    @FXML
    private ToolBar toolBar;
    @FXML
    private VBox navigation;
    @FXML
    private SplitPane content;
    @FXML
    private HBox banner;
    @FXML
    private Label bannerText;

    /**
     * Makes the window's content, the view in front that was so last.
     *
     * @param title name of the cluster
     */
    public MainWindow(String title, List<ConsoleView> views, ViewContext context, LastError lastError,
            WindowMemory memory) {
        this.memory = memory;
        this.context = context;
        this.views = List.copyOf(views);
        this.root = Fxml.load(this, "main.fxml");
        this.details = new DetailsPanel(content, memory, context.texts());
        frame.setBottom(new StatusBar(title, context, lastError));
        actionMenu.setId("menu.actions");
        new MenuReasons(actionMenu).install();
        fillNavigation();
        watchLink();
        show(memory.view().flatMap(this::view).orElse(this.views.get(0)));
    }

    /** Returns what the window shows. */
    public Parent root() {
        return root;
    }

    /** Brings a view to the front and gives it the focus. */
    public void show(ConsoleView view) {
        if (front != null) {
            front.actions().removeListener(onActions);
        }
        front = view;
        memory.setView(view.id());
        details.follow(view.details());
        details.stand(view.root());
        entries.get(view).setSelected(true);
        actionMenu.textProperty().bind(context.texts().bind("view." + view.id() + ".name"));
        view.actions().addListener(onActions);
        offer(view.actions().getValue());
        view.focus();
    }

    /** Brings the view of that id to the front, with only the rows that pass a filter. */
    public void show(String view, String filter) {
        view(view).ifPresent(wanted -> {
            wanted.filter(filter);
            show(wanted);
        });
    }

    private Optional<ConsoleView> view(String id) {
        return views.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Remembers what a person has arranged in it. */
    public void remember() {
        details.keepPlace();
    }

    /** Arranges the rows of the view in front by their values of now. */
    public void arrange() {
        front.arrange();
    }

    private void offer(List<BoundAction> actions) {
        toolBar.getItems().setAll(context.controls().toolBar(actions));
        actionMenu.getItems().setAll(context.controls().menuItems(actions));
        actionMenu.setDisable(actions.isEmpty());
    }

    /** Returns the actions of the view in front. */
    List<BoundAction> actions() {
        return front.actions().getValue();
    }

    /** Returns its own menus. */
    public List<Menu> menus() {
        return List.of(actionMenu);
    }

    /** Returns what it adds to the menu View. */
    public List<MenuItem> viewItems() {
        MenuItems menus = new MenuItems(context.texts());
        List<MenuItem> items = new ArrayList<>();
        for (int index = 0; index < views.size(); index++) {
            ConsoleView view = views.get(index);
            items.add(menus.item("view." + view.id() + ".name", "Shortcut+" + (index + 1), () -> show(view)));
        }
        items.add(new SeparatorMenuItem());
        items.add(menus.item("menu.view.filter", "Shortcut+F", () -> front.focusFilter()));
        items.add(menus.check("menu.view.details", "Shortcut+I", details.openProperty()));
        items.add(menus.check("menu.view.highlights", "Shortcut+Shift+H", context.tools().highlights()));
        return items;
    }

    /** Puts the focus where it is used first in the view in front. */
    public void focus() {
        front.focus();
    }

    private void fillNavigation() {
        ToggleGroup group = new ToggleGroup();
        for (ConsoleView view : views) {
            ToggleButton entry = new ToggleButton();
            entry.setId("nav-" + view.id());
            entry.setGraphic(new FontIcon(view.icon()));
            entry.setContentDisplay(ContentDisplay.LEFT);
            entry.textProperty().bind(context.texts().bind("view." + view.id() + ".name"));
            entry.setToggleGroup(group);
            entry.getStyleClass().add("nav-entry");
            entry.setMaxWidth(Double.MAX_VALUE);
            entry.setOnAction(event -> show(view));
            entries.put(view, entry);
            navigation.getChildren().add(entry);
        }
    }

    private void watchLink() {
        ClusterStatus status = context.status();
        InvalidationListener update = change -> showBanner(status);
        status.linkProperty().addListener(update);
        status.nowProperty().addListener(update);
        context.texts().languageProperty().addListener(update);
        showBanner(status);
    }

    private void showBanner(ClusterStatus status) {
        boolean stale = status.linkProperty().get() instanceof Link.Stale;
        banner.setVisible(stale);
        banner.setManaged(stale);
        if (status.linkProperty().get() instanceof Link.Stale since) {
            Texts texts = context.texts();
            Duration age = Duration.between(since.since(), status.nowProperty().get());
            bannerText.setText(texts.get("window.stale", context.columns().times().length(age), since.cause()));
        }
    }
}
