package io.jobdeck.desktop.palette;

import io.jobdeck.desktop.action.BoundAction;
import io.jobdeck.desktop.action.Reach;
import io.jobdeck.desktop.action.Target;
import io.jobdeck.desktop.text.Texts;
import java.util.List;
import javafx.scene.input.KeyCombination;

/** Actions as entries of the palette, each with the thing that it is on. */
public final class ActionEntries {

    private final Texts texts;

    public ActionEntries(Texts texts) {
        this.texts = texts;
    }

    /** Returns one entry for each action. */
    public List<PaletteEntry> of(List<BoundAction> actions) {
        return actions.stream().map(this::entry).toList();
    }

    private PaletteEntry entry(BoundAction action) {
        action.refresh();
        List<Target> targets = action.targetsProperty().get();
        boolean onSelection = action.face().reach() != Reach.NOTHING && !targets.isEmpty();
        String about = onSelection ? texts.get("target." + action.face().scope(), targets.size(), targets.get(0).name())
                : texts.get("scope." + action.face().scope());
        return new PaletteEntry(onSelection ? PaletteEntry.Kind.SELECTION : PaletteEntry.Kind.ACTION,
                Shortcuts.name(texts.get(action.id())), about, List.of(action.id()),
                new PaletteEntry.Look(action.icon(), keys(action)), action.reasonProperty().get(), action::fire);
    }

    private static String keys(BoundAction action) {
        return action.primary()
                ? action.shortcut().map(keys -> KeyCombination.valueOf(keys).getDisplayText()).orElse("") : "";
    }
}
