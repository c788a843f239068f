package io.jobdeck.desktop.window;

import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.ConsoleView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;

/** The menus that are the same for every view. */
final class WindowMenus {

    private final Texts texts;
    private final WindowCommands commands;

    WindowMenus(Texts texts, WindowCommands commands) {
        this.texts = texts;
        this.commands = commands;
    }

    Menu cluster() {
        return menu("menu.cluster",
                item("menu.cluster.remote", "Shortcut+O", commands::connectToRemote),
                item("menu.cluster.embedded", null, commands::startEmbedded),
                new SeparatorMenuItem(),
                item("menu.cluster.quit", "Shortcut+Q", commands::quit));
    }

    Menu view(List<ConsoleView> views, Consumer<ConsoleView> show, Runnable filter, BooleanProperty details) {
        List<MenuItem> items = new ArrayList<>();
        for (int index = 0; index < views.size(); index++) {
            ConsoleView view = views.get(index);
            items.add(item("view." + view.id() + ".name", "Shortcut+" + (index + 1), () -> show.accept(view)));
        }
        items.add(new SeparatorMenuItem());
        items.add(item("menu.view.filter", "Shortcut+F", filter));
        items.add(check("menu.view.details", "Shortcut+I", details));
        items.add(new SeparatorMenuItem());
        items.add(dark());
        items.add(languages());
        return menu("menu.view", items.toArray(MenuItem[]::new));
    }

    private MenuItem dark() {
        CheckMenuItem dark = new CheckMenuItem();
        dark.setId("menu.view.dark");
        dark.textProperty().bind(texts.bind("menu.view.dark"));
        dark.setSelected(commands.dark().get());
        commands.dark().addListener((property, before, now) -> dark.setSelected(now));
        dark.setOnAction(event -> commands.setDark(dark.isSelected()));
        return dark;
    }

    private Menu languages() {
        ToggleGroup group = new ToggleGroup();
        Menu menu = menu("menu.view.language");
        for (Language language : Language.values()) {
            RadioMenuItem item = new RadioMenuItem(language.ownName());
            item.setId("menu.view.language." + language.tag());
            item.setToggleGroup(group);
            item.setSelected(texts.language() == language);
            item.setOnAction(event -> commands.setLanguage(language));
            texts.languageProperty().addListener((property, before, now) -> item.setSelected(now == language));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu menu(String key, MenuItem... items) {
        Menu menu = new Menu("", null, items);
        menu.setId(key);
        menu.textProperty().bind(texts.bind(key));
        return menu;
    }

    private MenuItem check(String key, String shortcut, BooleanProperty choice) {
        CheckMenuItem item = new CheckMenuItem();
        item.setId(key);
        item.textProperty().bind(texts.bind(key));
        item.selectedProperty().bindBidirectional(choice);
        item.setAccelerator(KeyCombination.valueOf(shortcut));
        return item;
    }

    private MenuItem item(String key, String shortcut, Runnable action) {
        MenuItem item = new MenuItem();
        item.setId(key);
        item.textProperty().bind(texts.bind(key));
        item.setOnAction(event -> action.run());
        if (shortcut != null) {
            item.setAccelerator(KeyCombination.valueOf(shortcut));
        }
        return item;
    }
}
