package io.jobdeck.desktop.difference;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One field in which two documents differ.
 *
 * @param path names from the outermost object inwards, with dots between
 * @param before its value in the first document, empty if it is not there
 * @param after its value in the second one, likewise
 */
public record FieldDifference(String path, Optional<JsonElement> before, Optional<JsonElement> after) {

    public FieldDifference {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** Returns all differences, in the order of the second document, then those of the first that are gone. */
    public static List<FieldDifference> between(JsonObject before, JsonObject after) {
        List<FieldDifference> found = new ArrayList<>();
        collect("", before, after, found);
        return List.copyOf(found);
    }

    private static void collect(String beginning, JsonObject before, JsonObject after, List<FieldDifference> found) {
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        for (String name : names) {
            JsonElement was = before.get(name);
            JsonElement is = after.get(name);
            if (was instanceof JsonObject inner && is instanceof JsonObject other) {
                collect(beginning + name + ".", inner, other, found);
            } else if (!Objects.equals(was, is)) {
                found.add(new FieldDifference(beginning + name, Optional.ofNullable(was), Optional.ofNullable(is)));
            }
        }
    }

    /** Returns a value as people read it: texts without quotes, everything else as JSON. */
    public static String text(JsonElement value) {
        return value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }
}
