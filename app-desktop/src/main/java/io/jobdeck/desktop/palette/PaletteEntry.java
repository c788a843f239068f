package io.jobdeck.desktop.palette;

import java.util.List;
import java.util.Objects;

/**
 * Something that can be done or gone to.
 *
 * @param kind where it comes from, which decides its place among equally good matches
 * @param text what it is called
 * @param about what it is on, or what kind of thing it leads to; often empty
 * @param words further words by which it is found, such as its id
 * @param look how it is shown
 * @param reason why it cannot be done now; empty if it can
 * @param run does it
 */
public record PaletteEntry(Kind kind, String text, String about, List<String> words, Look look, String reason,
        Runnable run) {

    /** Where an entry comes from; the first ones come first. */
    public enum Kind {
        /** An action on what is selected. */
        SELECTION,
        /** Another action of the view in front. */
        ACTION,
        VIEW,
        CLUSTER,
        /** A command of the menu bar. */
        COMMAND,
        APP,
        JOB;

        /** Returns whether there may be thousands of these, so that they are shown only when they are looked for. */
        boolean isMany() {
            return this == APP || this == JOB;
        }
    }

    /**
     * How it is shown.
     *
     * @param icon literal of its icon
     * @param keys its shortcut as people read it, often empty
     */
    public record Look(String icon, String keys) { }

    public PaletteEntry {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(about, "about");
        words = List.copyOf(words);
        Objects.requireNonNull(look, "look");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(run, "run");
    }

    /** Returns whether it can be done now. */
    public boolean enabled() {
        return reason.isEmpty();
    }
}
