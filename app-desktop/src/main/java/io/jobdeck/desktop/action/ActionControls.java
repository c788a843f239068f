package io.jobdeck.desktop.action;

import io.jobdeck.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** Menu items and buttons made from actions. One that cannot be done says why where the mouse rests on it. */
public final class ActionControls {

    private final Texts texts;

    public ActionControls(Texts texts) {
        this.texts = texts;
    }

    /**
     * Returns one item per action on what the rows are, those that stop or destroy something set apart, and below them a
     * menu for each kind of thing that the rows lead to.
     */
    public List<MenuItem> menuItems(List<BoundAction> actions) {
        List<MenuItem> items = new ArrayList<>();
        scopes(actions, true).forEach(scope -> append(items, flat(of(scope, actions))));
        List<MenuItem> further = new ArrayList<>();
        scopes(actions, false).forEach(scope -> further.add(menu(scope, of(scope, actions))));
        append(items, further);
        return items;
    }

    private static void append(List<MenuItem> items, List<MenuItem> more) {
        if (!items.isEmpty() && !more.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.addAll(more);
    }

    private static List<Scope> scopes(List<BoundAction> actions, boolean primary) {
        return actions.stream().filter(action -> action.primary() == primary).map(action -> action.face().scope())
                .distinct().toList();
    }

    private static List<BoundAction> of(Scope scope, List<BoundAction> actions) {
        return actions.stream().filter(action -> action.face().scope() == scope).toList();
    }

    private List<MenuItem> flat(List<BoundAction> actions) {
        List<MenuItem> items = new ArrayList<>();
        boolean dangerous = false;
        for (BoundAction action : actions) {
            if (action.dangerous() != dangerous && !items.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            dangerous = action.dangerous();
            items.add(menuItem(action));
        }
        return items;
    }

    private Menu menu(Scope scope, List<BoundAction> actions) {
        Menu menu = new Menu();
        menu.setId("menu.of." + scope);
        menu.textProperty().bind(thing(actions.get(0)));
        menu.getItems().setAll(flat(actions));
        new MenuReasons(menu).install();
        return menu;
    }

    /** Returns what an action is on, such as the name of a job or how many jobs there are; follows the selection. */
    private StringBinding thing(BoundAction action) {
        return Bindings.createStringBinding(() -> {
            List<Target> targets = action.targetsProperty().get();
            String name = targets.isEmpty() ? "" : targets.get(0).name();
            return texts.get("target." + action.face().scope(), targets.size(), name);
        }, action.targetsProperty(), texts.languageProperty());
    }

    private MenuItem menuItem(BoundAction action) {
        MenuItem item = new MenuItem();
        item.setId(action.id());
        item.setGraphic(new FontIcon(action.icon()));
        item.textProperty().bind(texts.bind(action.id()));
        item.disableProperty().bind(action.enabledProperty().not());
        item.getProperties().put(MenuReasons.REASON, action.reasonProperty());
        item.setOnAction(event -> action.fire());
        if (action.primary()) {
            action.shortcut().map(KeyCombination::valueOf).ifPresent(item::setAccelerator);
        }
        if (action.dangerous()) {
            item.getStyleClass().add("danger");
        }
        return item;
    }

    /** Returns buttons for the actions used most and a menu behind them for the others, all on what the rows are. */
    public List<Node> toolBar(List<BoundAction> actions) {
        List<BoundAction> own = actions.stream().filter(BoundAction::primary).toList();
        List<BoundAction> others = own.stream().filter(action -> !action.face().usedMost()).toList();
        Stream<Node> buttons = own.stream().filter(action -> action.face().usedMost()).map(this::button);
        return (others.isEmpty() ? buttons : Stream.concat(buttons, Stream.of(more(others)))).collect(Collectors.toList());
    }

    private Node button(BoundAction action) {
        Button button = new Button();
        button.setId("button-" + action.id());
        button.setGraphic(new FontIcon(action.icon()));
        button.textProperty().bind(texts.bind(action.id()));
        button.disableProperty().bind(action.enabledProperty().not());
        button.accessibleHelpProperty().bind(action.reasonProperty());
        button.setOnAction(event -> action.fire());
        button.getStyleClass().add("action-button");
        // What is disabled hears no mouse, so the reason is told by what stands around it.
        StackPane around = new StackPane(button);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(Bindings.createStringBinding(() -> help(action), action.reasonProperty(),
                texts.languageProperty()));
        Tooltip.install(around, tooltip);
        return around;
    }

    private String help(BoundAction action) {
        String keys = action.shortcut().map(KeyCombination::valueOf).map(KeyCombination::getDisplayText)
                .map(shown -> texts.get("action.keys", texts.get(action.id()), shown))
                .orElseGet(() -> texts.get(action.id()));
        String reason = action.reasonProperty().get();
        return reason.isEmpty() ? keys : keys + "\n" + reason;
    }

    private MenuButton more(List<BoundAction> actions) {
        MenuButton more = new MenuButton();
        more.setId("button-more");
        more.textProperty().bind(texts.bind("action.more"));
        more.getStyleClass().add("action-button");
        more.getItems().setAll(flat(actions).stream().peek(item -> item.setAccelerator(null)).toList());
        new MenuReasons(more).install();
        return more;
    }
}
