package io.jobdeck.desktop.json;

import java.util.Objects;
import java.util.Optional;

/**
 * A piece of a JSON text.
 *
 * @param kind what it is
 * @param start offset of its first character
 * @param end offset behind its last character
 * @param fault what is wrong with it by itself, if anything is
 */
public record JsonToken(Kind kind, int start, int end, Optional<JsonFault.Kind> fault) {

    /** What a piece is. */
    public enum Kind {
        /** A text in quotes that names a member. */
        NAME,
        /** Any other text in quotes. */
        TEXT,
        NUMBER,
        /** true, false, null, or a word that is none of them. */
        WORD,
        /** One of {@code {}[]:,}. */
        MARK
    }

    public JsonToken {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(fault, "fault");
    }

    JsonToken asName() {
        return new JsonToken(Kind.NAME, start, end, fault);
    }

    /** Returns whether it is this mark. */
    boolean is(String text, char mark) {
        return kind == Kind.MARK && text.charAt(start) == mark;
    }

    boolean isText() {
        return kind == Kind.TEXT || kind == Kind.NAME;
    }

    /** Returns whether a value can begin with it. */
    boolean beginsValue(String text) {
        return kind != Kind.MARK || is(text, '{') || is(text, '[');
    }
}
