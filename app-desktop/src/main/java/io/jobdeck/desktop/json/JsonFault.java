package io.jobdeck.desktop.json;

import java.util.Objects;

/**
 * The first thing that keeps a text from being a JSON object.
 *
 * @param kind what is wrong
 * @param offset where
 * @param line the same, counted from 1
 * @param column the same, counted from 1
 * @param found what stands there, shortened; empty at the end of the text
 */
public record JsonFault(Kind kind, int offset, int line, int column, String found) {

    /** What is wrong. */
    public enum Kind {
        EMPTY,
        NO_OBJECT,
        NAME_MISSING,
        COLON_MISSING,
        VALUE_MISSING,
        COMMA_MISSING,
        COMMA_TOO_MANY,
        NOT_CLOSED,
        SOMETHING_FOLLOWS,
        NAME_TWICE,
        TOO_DEEP,
        TEXT_WITHOUT_END,
        BAD_ESCAPE,
        CONTROL_CHARACTER,
        BAD_NUMBER,
        UNKNOWN_WORD
    }

    public JsonFault {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(found, "found");
    }
}
