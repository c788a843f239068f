package io.jobdeck.desktop.frame;

import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Zoom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** The menu bar: the program's own menus, and between them those of the tab in front. */
final class FrameMenus {

    /** Id of the menu in which the view in front has its actions. */
    private static final String ACTIONS = "menu.actions";

    private final Texts texts;
    private final ProgramCommands commands;
    private final MenuItems items;
    private final MenuBar bar = new MenuBar();
    private final Menu cluster;
    private final Menu view;
    private final Menu help;
    private final List<MenuItem> programItems;
    private final MenuItem closeTab;
    private final CheckMenuItem readOnly;
    private Optional<TabContent> front = Optional.empty();

    /**
     * What finds everything else.
     *
     * @param palette opens the command palette
     * @param shortcuts opens the sheet of shortcuts
     */
    record Finding(Runnable palette, Runnable shortcuts) { }

    FrameMenus(Texts texts, ProgramCommands commands, Runnable onHome, Runnable onCloseTab, Finding finding) {
        this.texts = texts;
        this.commands = commands;
        items = new MenuItems(texts);
        closeTab = items.item("menu.cluster.close", "Shortcut+W", onCloseTab);
        readOnly = new CheckMenuItem();
        readOnly.setId("menu.cluster.read-only");
        readOnly.textProperty().bind(texts.bind("menu.cluster.read-only"));
        cluster = items.menu("menu.cluster",
                items.item("menu.cluster.connections", "Shortcut+O", onHome),
                items.item("menu.cluster.new", commands::newConnection),
                new SeparatorMenuItem(),
                readOnly,
                closeTab,
                new SeparatorMenuItem(),
                items.item("menu.cluster.quit", "Shortcut+Q", commands::quit));
        view = items.menu("menu.view");
        programItems = List.of(zoom(), larger(), smaller(), new SeparatorMenuItem(), dark(), languages());
        help = items.menu("menu.help",
                items.item("palette.open", "Shortcut+K", finding.palette()),
                items.item("shortcuts.open", "F1", finding.shortcuts()),
                new SeparatorMenuItem(),
                items.item("menu.help.diagnostics", commands::saveDiagnostics),
                items.item("menu.help.about", commands::about));
        follow(Optional.empty());
    }

    MenuBar bar() {
        return bar;
    }

    /** Returns the menus of commands, without that of the actions of the view in front. */
    List<Menu> commands() {
        return bar.getMenus().stream().filter(menu -> !ACTIONS.equals(menu.getId())).toList();
    }

    /** Offers what the content in front offers. */
    void follow(Optional<TabContent> now) {
        front.flatMap(TabContent::readOnly).ifPresent(last -> readOnly.selectedProperty().unbindBidirectional(last));
        front = now;
        readOnly.setSelected(false);
        now.flatMap(TabContent::readOnly).ifPresent(current -> readOnly.selectedProperty().bindBidirectional(current));
        readOnly.setDisable(now.flatMap(TabContent::readOnly).isEmpty());
        closeTab.setDisable(now.isEmpty());
        List<MenuItem> viewItems = new ArrayList<>(now.map(TabContent::viewItems).orElse(List.of()));
        if (!viewItems.isEmpty()) {
            viewItems.add(new SeparatorMenuItem());
        }
        viewItems.addAll(programItems);
        view.getItems().setAll(viewItems);
        List<Menu> menus = new ArrayList<>(List.of(cluster));
        now.ifPresent(content -> menus.addAll(content.menus()));
        menus.add(view);
        menus.add(help);
        bar.getMenus().setAll(menus);
    }

    private Menu zoom() {
        ToggleGroup group = new ToggleGroup();
        Menu menu = items.menu("menu.view.zoom");
        for (Zoom zoom : Zoom.values()) {
            RadioMenuItem item = new RadioMenuItem(zoom.percent() + " %");
            item.setId("menu.view.zoom." + zoom.percent());
            item.setToggleGroup(group);
            item.setSelected(commands.zoom().getValue() == zoom);
            item.setOnAction(event -> commands.setZoom(zoom));
            commands.zoom().addListener((property, before, now) -> item.setSelected(now == zoom));
            menu.getItems().add(item);
        }
        return menu;
    }

    private MenuItem larger() {
        return items.item("menu.view.larger", "Shortcut+Plus", () -> commands.setZoom(commands.zoom().getValue().larger()));
    }

    private MenuItem smaller() {
        return items.item("menu.view.smaller", "Shortcut+Minus",
                () -> commands.setZoom(commands.zoom().getValue().smaller()));
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
        Menu menu = items.menu("menu.view.language");
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
}
