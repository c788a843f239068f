package io.jobdeck.desktop.action;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * Says, of the item of an open menu that the mouse is over, why it cannot be done. Items that are disabled hear no mouse,
 * so the menu looks for the one below it.
 */
public final class MenuReasons {

    /** Property of a menu item under which the observable reason is kept, empty while it can be done. */
    static final String REASON = "jobdeck.reason";

    private static final double GAP = 6;

    private final Supplier<List<MenuItem>> items;
    private final Runnable install;
    private final Tooltip tooltip = new Tooltip();

    /** For a menu of rows. */
    public MenuReasons(ContextMenu menu) {
        items = menu::getItems;
        install = () -> menu.addEventHandler(WindowEvent.WINDOW_SHOWN, event -> watch(menu));
    }

    /** For a menu within another one, or in the menu bar. */
    public MenuReasons(Menu menu) {
        items = menu::getItems;
        install = () -> menu.addEventHandler(Menu.ON_SHOWN, event -> watchPopup());
    }

    /** For a menu behind a button. */
    public MenuReasons(MenuButton menu) {
        items = menu::getItems;
        install = () -> menu.addEventHandler(MenuButton.ON_SHOWN, event -> watchPopup());
    }

    /** Looks after the menu from now on. */
    public void install() {
        install.run();
    }

    private void watchPopup() {
        items.get().stream().map(MenuItem::getParentPopup).filter(popup -> popup != null).findFirst().ifPresent(this::watch);
    }

    private void watch(PopupWindow popup) {
        if (popup.getScene() == null) {
            return;
        }
        popup.getScene().addEventFilter(MouseEvent.MOUSE_MOVED, event -> moved(popup, event));
        popup.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> tooltip.hide());
    }

    private void moved(Window popup, MouseEvent event) {
        Optional<MenuItem> below = items.get().stream().filter(item -> isOver(item, event)).findFirst();
        String reason = below.map(MenuReasons::reason).orElse("");
        if (reason.isEmpty()) {
            tooltip.hide();
        } else if (!tooltip.isShowing() || !tooltip.getText().equals(reason)) {
            Bounds bounds = below.get().getStyleableNode().localToScreen(below.get().getStyleableNode().getBoundsInLocal());
            tooltip.setText(reason);
            tooltip.show(popup, bounds.getMaxX() + GAP, bounds.getMinY());
        }
    }

    private static boolean isOver(MenuItem item, MouseEvent event) {
        Node node = item.getStyleableNode();
        return node != null && node.isVisible()
                && node.localToScene(node.getBoundsInLocal()).contains(event.getSceneX(), event.getSceneY());
    }

    private static String reason(MenuItem item) {
        return item.getProperties().get(REASON) instanceof ObservableValue<?> reason ? String.valueOf(reason.getValue()) : "";
    }
}
