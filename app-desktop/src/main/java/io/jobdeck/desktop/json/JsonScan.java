package io.jobdeck.desktop.json;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a text says as a JSON object: its pieces, where its members stand, and the first thing that is wrong with it by RFC
 * 8259. Pure.
 */
public final class JsonScan {

    private static final int DEEPEST = 100;
    private static final int LONGEST_FOUND = 30;

    private final String text;
    private final List<JsonToken> tokens;
    private final Map<String, Integer> members = new HashMap<>();
    private Optional<JsonFault> fault = Optional.empty();
    private int at;

    private JsonScan(String text) {
        this.text = text;
        this.tokens = JsonLexer.tokens(text);
    }

    /** Looks at a text. */
    public static JsonScan of(String text) {
        JsonScan scan = new JsonScan(text);
        scan.document();
        return scan;
    }

    /** Returns the text. */
    public String text() {
        return text;
    }

    /** Returns the pieces, in their order; spaces are none. */
    public List<JsonToken> tokens() {
        return List.copyOf(tokens);
    }

    /** Returns the first thing that is wrong, empty if the text is a JSON object. */
    public Optional<JsonFault> fault() {
        return fault;
    }

    /** Returns where the name of a member of the outermost object stands; empty if there is none before the first fault. */
    public OptionalInt offsetOf(String member) {
        Integer offset = members.get(member);
        return offset == null ? OptionalInt.empty() : OptionalInt.of(offset);
    }

    /** Returns the line of that member, counted from 1. */
    public OptionalInt lineOf(String member) {
        OptionalInt offset = offsetOf(member);
        return offset.isPresent() ? OptionalInt.of(line(offset.getAsInt())) : offset;
    }

    private void document() {
        if (tokens.isEmpty()) {
            fail(JsonFault.Kind.EMPTY);
        } else if (!sees('{')) {
            fail(tokens.get(0).fault().orElse(JsonFault.Kind.NO_OBJECT));
        } else if (value(0) && at < tokens.size()) {
            fail(JsonFault.Kind.SOMETHING_FOLLOWS);
        }
    }

    /** Returns whether all is well so far. */
    private boolean value(int depth) {
        if (depth > DEEPEST) {
            return fail(JsonFault.Kind.TOO_DEEP);
        }
        if (at >= tokens.size() || !tokens.get(at).beginsValue(text)) {
            return fail(JsonFault.Kind.VALUE_MISSING);
        }
        if (sees('{')) {
            return object(depth);
        }
        return sees('[') ? array(depth) : plain();
    }

    private boolean plain() {
        Optional<JsonFault.Kind> wrong = tokens.get(at).fault();
        if (wrong.isPresent()) {
            return fail(wrong.get());
        }
        at++;
        return true;
    }

    private boolean object(int depth) {
        JsonToken open = tokens.get(at++);
        Set<String> names = new HashSet<>();
        if (takes('}')) {
            return true;
        }
        do {
            if (!member(depth, names)) {
                return false;
            }
        } while (takes(',') && !endsAfterComma('}'));
        return fault.isEmpty() && closes('}', open);
    }

    private boolean member(int depth, Set<String> names) {
        if (at >= tokens.size() || !tokens.get(at).isText()) {
            return fail(JsonFault.Kind.NAME_MISSING);
        }
        JsonToken name = tokens.get(at);
        String quoted = text.substring(name.start(), name.end());
        if (!names.add(quoted) && name.fault().isEmpty()) {
            return fail(JsonFault.Kind.NAME_TWICE);
        }
        if (!plain()) {
            return false;
        }
        if (depth == 0) {
            members.put(quoted.substring(1, quoted.length() - 1), name.start());
        }
        return takes(':') ? value(depth + 1) : fail(JsonFault.Kind.COLON_MISSING);
    }

    private boolean array(int depth) {
        JsonToken open = tokens.get(at++);
        if (takes(']')) {
            return true;
        }
        do {
            if (!value(depth + 1)) {
                return false;
            }
        } while (takes(',') && !endsAfterComma(']'));
        return fault.isEmpty() && closes(']', open);
    }

    private boolean endsAfterComma(char end) {
        if (sees(end)) {
            at--;
            fail(JsonFault.Kind.COMMA_TOO_MANY);
            return true;
        }
        return false;
    }

    private boolean closes(char end, JsonToken open) {
        if (takes(end)) {
            return true;
        }
        if (at >= tokens.size()) {
            return fail(JsonFault.Kind.NOT_CLOSED, open);
        }
        JsonToken found = tokens.get(at);
        return fail(found.beginsValue(text) ? JsonFault.Kind.COMMA_MISSING : JsonFault.Kind.NOT_CLOSED,
                found.beginsValue(text) ? found : open);
    }

    private boolean sees(char mark) {
        return at < tokens.size() && tokens.get(at).is(text, mark);
    }

    private boolean takes(char mark) {
        boolean there = sees(mark);
        at += there ? 1 : 0;
        return there;
    }

    private boolean fail(JsonFault.Kind kind) {
        if (at < tokens.size()) {
            return fail(kind, tokens.get(at));
        }
        int end = text.stripTrailing().length();
        fault = Optional.of(new JsonFault(kind, end, line(end), column(end), ""));
        return false;
    }

    private boolean fail(JsonFault.Kind kind, JsonToken token) {
        int start = token.start();
        String found = text.substring(start, token.end());
        fault = Optional.of(new JsonFault(kind, start, line(start), column(start),
                found.length() <= LONGEST_FOUND ? found : found.substring(0, LONGEST_FOUND) + "…"));
        return false;
    }

    private int line(int offset) {
        return 1 + (int) text.substring(0, offset).chars().filter(character -> character == '\n').count();
    }

    private int column(int offset) {
        return offset - text.lastIndexOf('\n', offset - 1);
    }

}
