package io.jobdeck.desktop.palette;

import io.jobdeck.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What a menu bar offers, as entries of the palette and lines of the sheet. Items without an id are left out. */
public final class MenuCommands {

    private static final String ICON = "fth-command";

    private final Texts texts;

    public MenuCommands(Texts texts) {
        this.texts = texts;
    }

    /** Returns the items of the menus and of those within them. */
    public List<PaletteEntry> entries(List<Menu> menus) {
        List<PaletteEntry> entries = new ArrayList<>();
        menus.forEach(menu -> collect(menu, menu.getText(), entries));
        return entries;
    }

    private void collect(Menu menu, String path, List<PaletteEntry> entries) {
        for (MenuItem item : menu.getItems()) {
            if (item instanceof Menu inner) {
                collect(inner, path + " › " + inner.getText(), entries);
            } else if (!(item instanceof SeparatorMenuItem) && item.getId() != null) {
                entries.add(entry(item, path));
            }
        }
    }

    private PaletteEntry entry(MenuItem item, String path) {
        PaletteEntry.Kind kind = item.getId().startsWith("view.") ? PaletteEntry.Kind.VIEW : PaletteEntry.Kind.COMMAND;
        return new PaletteEntry(kind, Shortcuts.name(item.getText()), path, List.of(item.getId()),
                new PaletteEntry.Look(ICON, keys(item)), item.isDisable() ? texts.get("palette.not-now") : "", item::fire);
    }

    /** Returns a group of shortcuts for each menu that has any. */
    public List<ShortcutSheet.Group> shortcuts(List<Menu> menus) {
        return menus.stream().map(menu -> new ShortcutSheet.Group(menu.getText(), entries(List.of(menu)).stream()
                        .filter(entry -> !entry.look().keys().isEmpty())
                        .map(entry -> new ShortcutSheet.Line(entry.text(), entry.look().keys()))
                        .toList()))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    private static String keys(MenuItem item) {
        return item.getAccelerator() == null ? "" : item.getAccelerator().getDisplayText();
    }
}
