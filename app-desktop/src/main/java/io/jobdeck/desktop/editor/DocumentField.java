package io.jobdeck.desktop.editor;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A field of a form and the member of the document that it shows.
 *
 * @param id name of the field
 * @param path where the member stands
 * @param form how its value is written
 * @param optional whether an empty field means that the member is not there
 */
record DocumentField(String id, List<String> path, Form form, boolean optional) {

    private static final int LONGEST_NUMBER = 60;

    /** How a value is written. */
    enum Form {
        /** A text without spaces around it. */
        WORD,
        /** A text as it is typed. */
        TEXT,
        NUMBER
    }

    DocumentField {
        Objects.requireNonNull(id, "id");
        path = List.copyOf(path);
        Objects.requireNonNull(form, "form");
    }

    static DocumentField required(String member, Form form) {
        return new DocumentField(member, List.of(member), form, false);
    }

    static DocumentField optional(String member, Form form) {
        return new DocumentField(member, List.of(member), form, true);
    }

    /** Returns what the field shows of the document. */
    String read(Document document) {
        return document.get(path).map(this::text).orElse("");
    }

    private String text(JsonElement value) {
        if (!value.isJsonPrimitive()) {
            return value.toString();
        }
        String written = value.getAsString();
        return form == Form.NUMBER ? number(written).map(DocumentField::plain).orElse(written) : written;
    }

    /** Returns the value that what is typed stands for; a number that is none is kept as the text it is. */
    Optional<JsonElement> write(String typed) {
        String words = form == Form.TEXT ? typed : typed.strip();
        if (optional && words.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(form == Form.NUMBER
                ? number(words).map(JsonPrimitive::new).orElseGet(() -> new JsonPrimitive(words))
                : new JsonPrimitive(words));
    }

    private static Optional<BigDecimal> number(String words) {
        try {
            return words.length() > LONGEST_NUMBER ? Optional.empty() : Optional.of(new BigDecimal(words));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String plain(BigDecimal number) {
        BigDecimal exact = number.stripTrailingZeros();
        if (Math.abs(exact.scale()) > LONGEST_NUMBER) {
            return exact.toString();
        }
        return exact.scale() < 0 ? exact.setScale(0).toPlainString() : exact.toPlainString();
    }
}
