package io.jobdeck.scheduler.operations;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.model.ConfigUpdate.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares configs by the members of their JSON. */
final class FieldDifferences {

    /** Longest value that is kept, in characters. */
    private static final int LONGEST_VALUE = 200;
    /** Most differences that are kept; only a config with very many members of its own has more. */
    private static final int MOST = 50;
    private static final int LONGEST_NAME = 100;

    private FieldDifferences() {
    }

    /** Returns the members that differ, in the order of the texts; a text that is no object differs as a whole. */
    static List<Field> between(String before, String after) {
        Optional<JsonObject> old = object(before);
        Optional<JsonObject> now = object(after);
        if (old.isEmpty() || now.isEmpty()) {
            return List.of(new Field(FieldExamples.BODY, Optional.of(shortened(before, LONGEST_VALUE)),
                    Optional.of(shortened(after, LONGEST_VALUE))));
        }
        Set<String> names = new LinkedHashSet<>(now.get().keySet());
        names.addAll(old.get().keySet());
        List<Field> differences = new ArrayList<>();
        for (String name : names) {
            JsonElement was = old.get().get(name);
            JsonElement is = now.get().get(name);
            if (differences.size() < MOST && (was == null || !was.equals(is))) {
                differences.add(new Field(shortened(name, LONGEST_NAME), value(was), value(is)));
            }
        }
        return differences;
    }

    private static Optional<String> value(JsonElement element) {
        return Optional.ofNullable(element).map(JsonText::write).map(text -> shortened(text, LONGEST_VALUE));
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "...";
    }

    private static Optional<JsonObject> object(String text) {
        try {
            return Optional.of(JsonText.object(text));
        } catch (MalformedTextException e) {
            return Optional.empty();
        }
    }
}
