package io.jobdeck.desktop.dialog;

import java.util.Objects;

/**
 * A short message in the corner of the window.
 *
 * @param kind what it tells; a failure stays until it is closed, a success goes by itself
 * @param text one line
 */
public record Notice(Kind kind, String text) {

    /** What a notice tells. */
    public enum Kind {
        SUCCESS,
        FAILURE
    }

    public Notice {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    public static Notice success(String text) {
        return new Notice(Kind.SUCCESS, text);
    }

    public static Notice failure(String text) {
        return new Notice(Kind.FAILURE, text);
    }
}
