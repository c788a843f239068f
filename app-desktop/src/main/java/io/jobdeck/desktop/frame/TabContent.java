package io.jobdeck.desktop.frame;

import io.jobdeck.desktop.palette.PaletteEntry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Parent;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/**
 * What a tab shows while it is in front.
 *
 * @param root its page
 * @param menus its own menus, between those of the program
 * @param viewItems what it adds to the top of the menu View
 * @param readOnly whether nothing can be changed in its cluster, once one is open
 * @param focus puts the focus where it is used first
 * @param palette what the palette offers of it beside its menus, asked for each time the palette is opened
 */
public record TabContent(Parent root, List<Menu> menus, List<MenuItem> viewItems, Optional<BooleanProperty> readOnly,
        Runnable focus, Supplier<List<PaletteEntry>> palette) {

    public TabContent {
        Objects.requireNonNull(root, "root");
        menus = List.copyOf(menus);
        viewItems = List.copyOf(viewItems);
        Objects.requireNonNull(readOnly, "readOnly");
        Objects.requireNonNull(focus, "focus");
        Objects.requireNonNull(palette, "palette");
    }

    /** Content with nothing for the palette but its menus. */
    public TabContent(Parent root, List<Menu> menus, List<MenuItem> viewItems, Optional<BooleanProperty> readOnly,
            Runnable focus) {
        this(root, menus, viewItems, readOnly, focus, List::of);
    }

    /** A page without a cluster, on which there is nothing but what it says. */
    public static TabContent page(Parent root) {
        return new TabContent(root, List.of(), List.of(), Optional.empty(), root::requestFocus);
    }
}
