package io.jobdeck.desktop.editor;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.jobdeck.scheduler.codec.JsonText;
import io.jobdeck.scheduler.codec.MalformedTextException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole document of an app or a job, known and unknown members alike, in their order. Nobody changes the members of one.
 *
 * @param members its JSON
 */
public record Document(JsonObject members) {

    private static final Gson PRETTY =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

    /** Reads a document; empty if the text is no JSON object. */
    public static Optional<Document> parse(String text) {
        try {
            return Optional.of(new Document(JsonText.object(text)));
        } catch (MalformedTextException e) {
            return Optional.empty();
        }
    }

    /** Returns it as one line. */
    public String text() {
        return JsonText.write(members);
    }

    /** Returns it as people read it: one member a line. */
    public String pretty() {
        return PRETTY.toJson(members);
    }

    /** Returns the same document under another name. */
    public Document named(DocumentKind kind, String name) {
        return with(List.of(kind.nameMember()), Optional.of(new JsonPrimitive(name)), kind.members());
    }

    /** Returns the value at the end of a path of names, empty if it is not there. */
    public Optional<JsonElement> get(List<String> path) {
        JsonElement at = members;
        for (String name : path) {
            at = at instanceof JsonObject object ? object.get(name) : null;
        }
        return Optional.ofNullable(at);
    }

    /** Returns the member as text, empty if it is not there or no plain value. */
    public String text(String member) {
        return get(List.of(member)).filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsString).orElse("");
    }

    /**
     * Returns the same document with another value at the end of the path, or without it.
     *
     * @param order known members; a new one is put where it belongs among them
     */
    public Document with(List<String> path, Optional<JsonElement> value, List<String> order) {
        return new Document(set(members, path, value, order));
    }

    private static JsonObject set(JsonObject object, List<String> path, Optional<JsonElement> value, List<String> order) {
        String name = path.get(0);
        Optional<JsonElement> member = value;
        if (path.size() > 1) {
            JsonObject inner = object.get(name) instanceof JsonObject known ? known : new JsonObject();
            member = Optional.of(set(inner, path.subList(1, path.size()), value, List.of()));
        }
        return member.map(present -> put(object, name, present, order)).orElseGet(() -> without(object, name));
    }

    private static JsonObject without(JsonObject object, String name) {
        JsonObject changed = object.deepCopy();
        changed.remove(name);
        return changed;
    }

    private static JsonObject put(JsonObject object, String name, JsonElement value, List<String> order) {
        JsonObject changed = new JsonObject();
        boolean placed = object.has(name);
        int rank = order.indexOf(name);
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
            int other = order.indexOf(member.getKey());
            if (!placed && rank >= 0 && (other < 0 || other > rank)) {
                changed.add(name, value);
                placed = true;
            }
            changed.add(member.getKey(), member.getKey().equals(name) ? value : member.getValue());
        }
        if (!placed) {
            changed.add(name, value);
        }
        return changed;
    }
}
