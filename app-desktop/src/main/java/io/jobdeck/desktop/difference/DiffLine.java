package io.jobdeck.desktop.difference;

import java.util.Objects;

/**
 * One line of a unified diff.
 *
 * @param kind what became of it
 * @param before its number in the first text, counted from 1; 0 if it is not there
 * @param after its number in the second one, likewise
 * @param text the line; how many lines are left out for {@link Kind#SKIPPED}
 */
public record DiffLine(Kind kind, int before, int after, String text) {

    /** What became of a line. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED,
        /** Lines that are the same on both sides are left out here. */
        SKIPPED
    }

    public DiffLine {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }
}
