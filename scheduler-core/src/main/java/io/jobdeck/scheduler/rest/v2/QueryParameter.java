package io.jobdeck.scheduler.rest.v2;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * A query parameter of a route.
 *
 * @param name its name
 * @param description one sentence
 * @param example a value that is right
 * @param type what it may be
 */
record QueryParameter(String name, String description, String example, Type type) {

    /** What a parameter may be. */
    sealed interface Type { }

    /** Any text. */
    record Text() implements Type { }

    /** One of some words; or some of them with commas in between. */
    record Words(List<String> choices, boolean many) implements Type { }

    /** True or false; false if it is not given. */
    record Flag() implements Type { }

    /** A whole number within bounds, with what it is when it is not given. */
    record Whole(int least, int most, OptionalInt standard) implements Type { }

    /** A place in a file, in bytes from 0. */
    record Position() implements Type { }

    static QueryParameter text(String name, String description, String example) {
        return new QueryParameter(name, description, example, new Text());
    }

    static <E extends Enum<E>> QueryParameter word(String name, String description, Class<E> type) {
        List<String> choices = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return new QueryParameter(name, description, choices.get(0), new Words(choices, false));
    }

    static QueryParameter words(String name, String description, List<String> choices) {
        return new QueryParameter(name, description, choices.get(0), new Words(List.copyOf(choices), true));
    }

    static QueryParameter flag(String name, String description) {
        return new QueryParameter(name, description, "true", new Flag());
    }

    static QueryParameter whole(String name, String description, String example, int least, int most, OptionalInt standard) {
        return new QueryParameter(name, description, example, new Whole(least, most, standard));
    }

    static QueryParameter position(String name, String description, String example) {
        return new QueryParameter(name, description, example, new Position());
    }

    /** Returns its JSON schema. */
    JsonObject schema() {
        JsonObject schema = new JsonObject();
        if (type instanceof Whole whole) {
            schema.addProperty("type", "integer");
            schema.addProperty("minimum", whole.least());
            schema.addProperty("maximum", whole.most());
            whole.standard().ifPresent(standard -> schema.addProperty("default", standard));
        } else if (type instanceof Position) {
            schema.addProperty("type", "integer");
            schema.addProperty("format", "int64");
            schema.addProperty("minimum", 0);
        } else if (type instanceof Words words) {
            JsonObject word = new JsonObject();
            JsonArray choices = new JsonArray();
            words.choices().forEach(choices::add);
            word.addProperty("type", "string");
            word.add("enum", choices);
            if (!words.many()) {
                return word;
            }
            schema.addProperty("type", "array");
            schema.add("items", word);
        } else if (type instanceof Flag) {
            schema.addProperty("type", "boolean");
            schema.addProperty("default", false);
        } else {
            schema.addProperty("type", "string");
        }
        return schema;
    }
}
