package io.jobdeck.desktop.frame;

import io.jobdeck.desktop.text.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

/** Makes menus and items that follow the language; the key of the text is the id. */
public final class MenuItems {

    private final Texts texts;

    public MenuItems(Texts texts) {
        this.texts = texts;
    }

    /** Returns a menu. */
    public Menu menu(String key, MenuItem... items) {
        Menu menu = new Menu("", null, items);
        menu.setId(key);
        menu.textProperty().bind(texts.bind(key));
        return menu;
    }

    /** Returns an item that does something. */
    public MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem();
        item.setId(key);
        item.textProperty().bind(texts.bind(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    /** Returns an item that does something, also on a shortcut. */
    public MenuItem item(String key, String shortcut, Runnable action) {
        MenuItem item = item(key, action);
        item.setAccelerator(KeyCombination.valueOf(shortcut));
        return item;
    }

    /** Returns an item that is on or off, also on a shortcut. */
    public CheckMenuItem check(String key, String shortcut, BooleanProperty choice) {
        CheckMenuItem item = new CheckMenuItem();
        item.setId(key);
        item.textProperty().bind(texts.bind(key));
        item.selectedProperty().bindBidirectional(choice);
        item.setAccelerator(KeyCombination.valueOf(shortcut));
        return item;
    }
}
