package io.jobdeck.desktop.table;

import io.jobdeck.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.javafx.FontIcon;

/** Menu items and buttons made from actions. */
public final class ActionControls {

    private final Texts texts;

    public ActionControls(Texts texts) {
        this.texts = texts;
    }

    /** Returns one item per action, those that stop or destroy something set apart. */
    public List<MenuItem> menuItems(List<BoundAction> actions) {
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

    private MenuItem menuItem(BoundAction action) {
        MenuItem item = new MenuItem();
        item.setId(action.id());
        item.setGraphic(new FontIcon(action.icon()));
        item.textProperty().bind(texts.bind(action.id()));
        item.disableProperty().bind(action.enabledProperty().not());
        item.setOnAction(event -> action.fire());
        action.shortcut().map(KeyCombination::valueOf).ifPresent(item::setAccelerator);
        if (action.dangerous()) {
            item.getStyleClass().add("danger");
        }
        return item;
    }

    /** Returns a button that shows icon and name. */
    public Button button(BoundAction action) {
        Button button = new Button();
        button.setId("button-" + action.id());
        button.setGraphic(new FontIcon(action.icon()));
        button.textProperty().bind(texts.bind(action.id()));
        button.disableProperty().bind(action.enabledProperty().not());
        button.setOnAction(event -> action.fire());
        button.getStyleClass().add("action-button");
        action.shortcut().map(KeyCombination::valueOf)
                .ifPresent(keys -> button.setTooltip(new Tooltip(keys.getDisplayText())));
        return button;
    }
}
