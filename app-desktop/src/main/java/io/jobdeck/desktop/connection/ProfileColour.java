package io.jobdeck.desktop.connection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By which colour people know a cluster. Red is none of them: it says that a cluster is production. */
public enum ProfileColour {

    BLUE,
    TEAL,
    GREEN,
    AMBER,
    VIOLET,
    PINK,
    GREY;

    /** Returns its name as it is stored, and the end of its text's key. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the style class that sets the variable {@code -profile-colour}. */
    public String styleClass() {
        return "profile-" + tag();
    }

    /** Returns the colour of a stored name, if there is one of that name. */
    public static Optional<ProfileColour> ofTag(String tag) {
        return Arrays.stream(values()).filter(colour -> colour.tag().equals(tag)).findFirst();
    }
}
