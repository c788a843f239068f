package io.jobdeck.desktop.frame;

import io.jobdeck.desktop.palette.MenuCommands;
import io.jobdeck.desktop.palette.PaletteEntry;
import io.jobdeck.desktop.palette.PaletteModel;
import io.jobdeck.desktop.palette.PaletteWindow;
import io.jobdeck.desktop.palette.ShortcutSheet;
import io.jobdeck.desktop.palette.Shortcuts;
import io.jobdeck.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The content of the program's window. Only the page of the tab in front is part of the scene, so that shortcuts are those
 * of what a person sees. Interface thread only.
 */
public final class ConsoleFrame {

    private final StackPane root = new StackPane();
    private final BorderPane frame = new BorderPane();
    private final Texts texts;
    private final FrameMenus menus;
    private final ProgramCommands commands;
    private final TabStrip strip;
    private final ClusterBand band;
    private final Supplier<TabContent> home;
    private final List<ClusterTab> tabs = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<ClusterTab>> front =
            new ReadOnlyObjectWrapper<>(this, "front", Optional.empty());
    private final ChangeListener<TabContent> onContent = (property, before, now) -> showContent(now);
    private final EventHandler<KeyEvent> onKey = this::turnTabs;
    private boolean stopping;

    /**
     * Makes a frame without tabs.
     *
     * @param home makes what is shown while no tab is in front
     * @param overlay stands over whatever is shown, such as notices
     */
    public ConsoleFrame(Texts texts, ProgramCommands commands, Supplier<TabContent> home, Node overlay) {
        this.home = home;
        this.commands = commands;
        this.texts = texts;
        menus = new FrameMenus(texts, commands, this::showHome, () -> front.get().ifPresent(ClusterTab::close),
                new FrameMenus.Finding(this::openPalette, this::openShortcuts));
        strip = new TabStrip(texts, this::select, this::showHome);
        band = new ClusterBand(texts);
        frame.setTop(new VBox(menus.bar(), strip, band));
        frame.getStyleClass().add("console-frame");
        StackPane.setAlignment(overlay, Pos.BOTTOM_RIGHT);
        root.getChildren().addAll(frame, overlay);
        root.getStylesheets().add(ConsoleFrame.class.getResource("frame.css").toExternalForm());
        root.addEventFilter(KeyEvent.KEY_TYPED, this::askForHelp);
        root.sceneProperty().addListener((property, before, now) -> listen(before, now));
        showHome();
    }

    /** Returns what the window shows. */
    public Parent root() {
        return root;
    }

    /** Returns the tab in front, if any is open. */
    public ReadOnlyObjectProperty<Optional<ClusterTab>> frontProperty() {
        return front.getReadOnlyProperty();
    }

    /** Returns the open tabs, from left to right. */
    public List<ClusterTab> tabs() {
        return List.copyOf(tabs);
    }

    /** Adds a tab at the right and brings it to the front. */
    public void add(ClusterTab tab) {
        tabs.add(tab);
        select(tab);
    }

    /** Brings a tab to the front. */
    public void select(ClusterTab tab) {
        if (stopping) {
            return;
        }
        front.get().ifPresent(last -> last.contentProperty().removeListener(onContent));
        front.set(Optional.of(tab));
        strip.show(tabs, tab);
        showBand(true);
        band.follow(tab);
        tab.contentProperty().addListener(onContent);
        showContent(tab.contentProperty().get());
    }

    /** Takes a tab away; its neighbour comes to the front if it was there. */
    public void remove(ClusterTab tab) {
        int place = tabs.indexOf(tab);
        if (place < 0) {
            return;
        }
        tab.contentProperty().removeListener(onContent);
        tabs.remove(tab);
        if (front.get().filter(shown -> shown == tab).isEmpty()) {
            strip.show(tabs, front.get().orElse(null));
        } else if (tabs.isEmpty()) {
            showHome();
        } else {
            front.set(Optional.empty());
            select(tabs.get(Math.min(place, tabs.size() - 1)));
        }
    }

    /** Shows nothing but this page until the program has ended. */
    public void showStopping(Parent page) {
        stopping = true;
        front.get().ifPresent(last -> last.contentProperty().removeListener(onContent));
        root.getChildren().set(0, page);
    }

    /** Shows no tab, but the page on which the next one is chosen. */
    public void showHome() {
        if (stopping) {
            return;
        }
        front.get().ifPresent(last -> last.contentProperty().removeListener(onContent));
        front.set(Optional.empty());
        strip.show(tabs, null);
        showBand(false);
        menus.follow(Optional.empty());
        TabContent page = home.get();
        frame.setCenter(page.root());
        page.focus().run();
    }

    private void showBand(boolean shown) {
        band.setVisible(shown);
        band.setManaged(shown);
    }

    private void showContent(TabContent now) {
        menus.follow(Optional.of(now));
        frame.setCenter(now.root());
        now.focus().run();
    }

    /** At the scene, as keys go to no control while none has the focus. */
    private void listen(Scene before, Scene now) {
        if (before != null) {
            before.removeEventFilter(KeyEvent.KEY_PRESSED, onKey);
        }
        if (now != null) {
            now.addEventFilter(KeyEvent.KEY_PRESSED, onKey);
        }
    }

    private static boolean isOneOf(KeyEvent event, KeyCode... codes) {
        return List.of(codes).contains(event.getCode());
    }

    /** Opens the palette over the window: what the tab in front offers, the other tabs, and the commands of the menus. */
    public void openPalette() {
        List<PaletteEntry> entries = new ArrayList<>(front.get().map(tab -> tab.contentProperty().get())
                .map(content -> content.palette().get()).orElse(List.of()));
        tabs.stream().filter(tab -> front.get().filter(shown -> shown == tab).isEmpty()).forEach(tab ->
                entries.add(new PaletteEntry(PaletteEntry.Kind.CLUSTER, tab.profile().name(), texts.get("palette.cluster"),
                        List.of(), new PaletteEntry.Look("fth-server", ""), "", () -> select(tab))));
        entries.addAll(new MenuCommands(texts).entries(menus.commands()));
        new PaletteWindow(new PaletteModel(entries), texts).open(root.getScene());
    }

    /** Opens the sheet of shortcuts: those of all actions, and those of the menus. */
    public void openShortcuts() {
        List<ShortcutSheet.Group> groups = new ArrayList<>(Shortcuts.ofActions(texts));
        groups.addAll(new MenuCommands(texts).shortcuts(menus.commands()));
        new ShortcutSheet(groups, texts).open(root.getScene());
    }

    /** A question mark in a text is a question mark. */
    private void askForHelp(KeyEvent event) {
        boolean typing = root.getScene().getFocusOwner() instanceof TextInputControl;
        if (event.getCharacter().equals("?") && !typing && !stopping) {
            event.consume();
            openShortcuts();
        }
    }

    /** Taken before a control of the page can use the keys for itself. */
    private void turnTabs(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.TAB && !tabs.isEmpty()) {
            int step = event.isShiftDown() ? -1 : 1;
            int now = front.get().map(tabs::indexOf).orElse(event.isShiftDown() ? 0 : -1);
            select(tabs.get(Math.floorMod(now + step, tabs.size())));
            event.consume();
        } else if (event.isShortcutDown() && isOneOf(event, KeyCode.EQUALS, KeyCode.ADD)) {
            commands.setZoom(commands.zoom().getValue().larger());
            event.consume();
        } else if (event.isShortcutDown() && isOneOf(event, KeyCode.SUBTRACT)) {
            commands.setZoom(commands.zoom().getValue().smaller());
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.P && !stopping) {
            openPalette();
            event.consume();
        } else if (event.isAltDown() && !event.isShortcutDown() && event.getCode().isDigitKey()) {
            int place = event.getCode().ordinal() - KeyCode.DIGIT1.ordinal();
            if (place >= 0 && place < tabs.size()) {
                select(tabs.get(place));
                event.consume();
            }
        }
    }
}
