package io.jobdeck.desktop.frame;

import io.jobdeck.desktop.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;

/** The row of tabs: each with its cluster's colour and name, whether it is production, and whether it is read-only. */
final class TabStrip extends HBox {

    private static final double DOT = 5;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Texts texts;
    private final Consumer<ClusterTab> onSelect;
    private final HBox tabs = new HBox();
    private final ScrollPane scroll = new ScrollPane(tabs);
    private final Map<ClusterTab, HBox> entries = new HashMap<>();
    private Optional<HBox> shown = Optional.empty();

    TabStrip(Texts texts, Consumer<ClusterTab> onSelect, Runnable onNew) {
        this.texts = texts;
        this.onSelect = onSelect;
        setId("tab-strip");
        getStyleClass().add("tab-strip");
        tabs.getStyleClass().add("tab-strip-tabs");
        scroll.getStyleClass().add("tab-strip-scroll");
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        tabs.layoutBoundsProperty().addListener(change -> bringIntoView());
        scroll.viewportBoundsProperty().addListener(change -> bringIntoView());
        getChildren().addAll(scroll, newButton(onNew));
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /** Shows these tabs, one of them in front. */
    void show(List<ClusterTab> all, ClusterTab front) {
        entries.keySet().retainAll(all);
        tabs.getChildren().setAll(all.stream().map(tab -> (Node) entries.computeIfAbsent(tab, this::entry)).toList());
        entries.forEach((tab, entry) -> entry.pseudoClassStateChanged(SELECTED, tab == front));
        setVisible(!all.isEmpty());
        shown = Optional.ofNullable(front).map(entries::get);
        bringIntoView();
    }

    private void bringIntoView() {
        double hidden = tabs.getWidth() - scroll.getViewportBounds().getWidth();
        shown.filter(entry -> hidden > 0).ifPresent(entry -> {
            double middle = entry.getBoundsInParent().getCenterX() - scroll.getViewportBounds().getWidth() / 2;
            scroll.setHvalue(Math.max(0, Math.min(1, middle / hidden)));
        });
    }

    private HBox entry(ClusterTab tab) {
        Circle dot = new Circle(DOT);
        dot.getStyleClass().addAll("profile-dot", tab.profile().colour().styleClass());
        Label name = new Label(tab.profile().name());
        name.getStyleClass().add("tab-name");
        HBox entry = new HBox(dot, name);
        entry.setId("tab-" + tab.profile().id());
        entry.setAlignment(Pos.CENTER_LEFT);
        entry.getStyleClass().addAll("cluster-tab", tab.profile().colour().styleClass());
        entry.setAccessibleRole(AccessibleRole.TAB_ITEM);
        entry.setAccessibleText(tab.profile().name());
        entry.setFocusTraversable(true);
        if (tab.profile().isProduction()) {
            entry.getStyleClass().add("production");
            entry.getChildren().add(badge());
        }
        entry.getChildren().addAll(lock(tab), closeButton(tab));
        listen(entry, tab);
        return entry;
    }

    private void listen(HBox entry, ClusterTab tab) {
        entry.setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                onSelect.accept(tab);
            } else if (event.getButton() == MouseButton.MIDDLE) {
                tab.close();
            }
        });
        entry.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                onSelect.accept(tab);
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE) {
                tab.close();
                event.consume();
            }
        });
    }

    private Label badge() {
        Label badge = new Label();
        badge.textProperty().bind(texts.bind("frame.production"));
        badge.getStyleClass().add("production-badge");
        badge.setMinWidth(USE_PREF_SIZE);
        return badge;
    }

    private FontIcon lock(ClusterTab tab) {
        FontIcon lock = new FontIcon("fth-lock");
        lock.getStyleClass().add("tab-lock");
        lock.visibleProperty().bind(tab.readOnlyProperty());
        lock.managedProperty().bind(lock.visibleProperty());
        return lock;
    }

    private Button closeButton(ClusterTab tab) {
        Button close = iconButton("fth-x", "frame.close-tab");
        close.setOnAction(event -> tab.close());
        close.setFocusTraversable(false);
        return close;
    }

    private Button newButton(Runnable onNew) {
        Button open = iconButton("fth-plus", "frame.new-tab");
        open.setId("new-tab");
        open.setOnAction(event -> onNew.run());
        return open;
    }

    private Button iconButton(String icon, String key) {
        Button button = new Button("", new FontIcon(icon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("flat", "button-icon", "tab-button");
        button.accessibleTextProperty().bind(texts.bind(key));
        button.setMinWidth(USE_PREF_SIZE);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind(key));
        button.setTooltip(tip);
        return button;
    }
}
