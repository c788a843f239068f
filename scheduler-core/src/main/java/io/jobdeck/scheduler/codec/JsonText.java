package io.jobdeck.scheduler.codec;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON text to and from objects, by RFC 8259 to the letter, with faults told by their place. */
public final class JsonText {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();
    private static final TypeAdapter<JsonElement> ELEMENTS = GSON.getAdapter(JsonElement.class);
    private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");

    private JsonText() {
    }

    /** Returns the element as one line. */
    public static String write(JsonElement element) {
        return GSON.toJson(element);
    }

    /**
     * Reads a JSON object.
     *
     * @throws MalformedTextException if the text is something else; the message gives line and column
     */
    public static JsonObject object(String text) {
        JsonElement element = element(text);
        if (!element.isJsonObject()) {
            throw new MalformedTextException("A JSON object in braces is needed, this is %s.".formatted(kind(element)));
        }
        return element.getAsJsonObject();
    }

    /**
     * Reads any JSON value.
     *
     * @throws MalformedTextException if the text is none; the message gives line and column
     */
    public static JsonElement element(String text) {
        if (text.isBlank()) {
            throw new MalformedTextException("A JSON object in braces is needed, this is empty.");
        }
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        try {
            JsonElement element = ELEMENTS.read(reader);
            demandEnd(reader);
            return element;
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            Matcher place = PLACE.matcher(e.getMessage() + " " + reader);
            String position = place.find() ? " at line %s, column %s".formatted(place.group(1), place.group(2)) : "";
            throw new MalformedTextException("This is no JSON%s.".formatted(position), e);
        }
    }

    private static void demandEnd(JsonReader reader) throws IOException {
        if (reader.peek() != JsonToken.END_DOCUMENT) {
            throw new IOException("Something follows");
        }
    }

    /** Returns what a value is, in words for people. */
    static String kind(JsonElement element) {
        if (element.isJsonObject()) {
            return "an object";
        }
        if (element.isJsonArray()) {
            return "an array";
        }
        if (element.isJsonNull()) {
            return "null";
        }
        if (element.getAsJsonPrimitive().isBoolean()) {
            return "a boolean";
        }
        return element.getAsJsonPrimitive().isNumber() ? "a number" : "a text";
    }
}
