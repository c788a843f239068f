package io.jobdeck.desktop.theme;

import java.util.Arrays;
import java.util.Optional;

/** How large text and rows are. */
public enum Zoom {

    NORMAL(100),
    LARGE(125),
    LARGEST(150);

    private final int percent;

    Zoom(int percent) {
        this.percent = percent;
    }

    /** Returns the size in percent of the usual one. */
    public int percent() {
        return percent;
    }

    /** Returns the next larger one, itself if there is none. */
    public Zoom larger() {
        return values()[Math.min(ordinal() + 1, values().length - 1)];
    }

    /** Returns the next smaller one, itself if there is none. */
    public Zoom smaller() {
        return values()[Math.max(ordinal() - 1, 0)];
    }

    /** Returns the zoom of a remembered percentage, if there is one. */
    public static Optional<Zoom> ofText(String percent) {
        return Arrays.stream(values()).filter(zoom -> String.valueOf(zoom.percent).equals(percent)).findFirst();
    }
}
