package io.jobdeck.desktop.palette;

import io.jobdeck.desktop.action.ActionFace;
import io.jobdeck.desktop.action.Scope;
import io.jobdeck.desktop.text.Texts;
import java.util.Arrays;
import java.util.List;
import javafx.scene.input.KeyCombination;

/** The shortcuts of all actions, by what they are on. Pure. */
public final class Shortcuts {

    private Shortcuts() {
    }

    /** Returns one group for each kind of thing that has actions with shortcuts. */
    public static List<ShortcutSheet.Group> ofActions(Texts texts) {
        return Arrays.stream(Scope.values()).map(scope -> group(scope, texts))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    private static ShortcutSheet.Group group(Scope scope, Texts texts) {
        return new ShortcutSheet.Group(texts.get("scope." + scope), Arrays.stream(ActionFace.values())
                .filter(face -> face.scope() == scope && face.shortcut().isPresent())
                .map(face -> new ShortcutSheet.Line(name(texts.get(face.id())), face.shortcut()
                        .map(keys -> KeyCombination.valueOf(keys).getDisplayText()).orElseThrow()))
                .toList());
    }

    /** A name without the dots that say that something more is asked. */
    static String name(String text) {
        return text.endsWith("…") ? text.substring(0, text.length() - 1) : text;
    }
}
