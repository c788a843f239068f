package io.jobdeck.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A set of colours. */
public enum Theme {

    LIGHT(new PrimerLight().getUserAgentStylesheet()),
    DARK(new PrimerDark().getUserAgentStylesheet());

    private final String stylesheet;

    Theme(String stylesheet) {
        this.stylesheet = stylesheet;
    }

    /** Returns its name as it is remembered. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the theme of a remembered name, if there is one of that name. */
    public static Optional<Theme> ofTag(String tag) {
        return Arrays.stream(values()).filter(theme -> theme.tag().equals(tag)).findFirst();
    }

    String stylesheet() {
        return stylesheet;
    }
}
