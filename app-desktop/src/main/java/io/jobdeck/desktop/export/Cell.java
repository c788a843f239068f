package io.jobdeck.desktop.export;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import java.util.Objects;

/**
 * One value on its way out.
 *
 * @param text for people, whatever it has in it
 * @param json for programs: constants by name, numbers as numbers, times as ISO 8601 in UTC
 */
public record Cell(String text, JsonElement json) {

    /** No value. */
    public static final Cell EMPTY = new Cell("", JsonNull.INSTANCE);

    public Cell {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(json, "json");
    }

    /** Returns a text that is the same for people and programs. */
    public static Cell of(String text) {
        return new Cell(text, new JsonPrimitive(text));
    }

    /** Returns a number. */
    public static Cell of(Number number) {
        boolean whole = number.doubleValue() == number.longValue();
        return new Cell(whole ? Long.toString(number.longValue()) : number.toString(),
                whole ? new JsonPrimitive(number.longValue()) : new JsonPrimitive(number));
    }

    /** Returns a value that programs know by another name than people. */
    public static Cell of(String text, String name) {
        return new Cell(text, new JsonPrimitive(name));
    }

    boolean isNumber() {
        return json.isJsonPrimitive() && json.getAsJsonPrimitive().isNumber();
    }
}
