package io.jobdeck.desktop.editor;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;

/**
 * A field of a form that is on or off, and the member that it shows.
 *
 * @param member name of the member
 * @param absent what it is when it is not there
 * @param optional whether it stands there only when it is on
 */
record DocumentFlag(String member, boolean absent, boolean optional) {

    boolean read(Document document) {
        return document.get(List.of(member))
                .filter(value -> value instanceof JsonPrimitive primitive && primitive.isBoolean())
                .map(JsonElement::getAsBoolean)
                .orElse(absent);
    }

    Optional<JsonElement> write(boolean on) {
        return optional && !on ? Optional.empty() : Optional.of(new JsonPrimitive(on));
    }
}
