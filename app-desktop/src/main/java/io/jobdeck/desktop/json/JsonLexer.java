package io.jobdeck.desktop.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts a text into the pieces of JSON, also one that is no JSON, so that it can be coloured while it is typed. */
final class JsonLexer {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Set<String> WORDS = Set.of("true", "false", "null");
    private static final String MARKS = "{}[]:,";
    private static final String SPACES = " \t\r\n";
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final int HEX_DIGITS = 4;

    private final String text;
    private final List<JsonToken> tokens = new ArrayList<>();
    private int at;

    private JsonLexer(String text) {
        this.text = text;
    }

    static List<JsonToken> tokens(String text) {
        JsonLexer lexer = new JsonLexer(text);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (SPACES.indexOf(next) >= 0) {
                at++;
            } else if (MARKS.indexOf(next) >= 0) {
                add(JsonToken.Kind.MARK, at++, Optional.empty());
            } else if (next == '"') {
                quoted();
            } else {
                bare();
            }
        }
    }

    private void add(JsonToken.Kind kind, int start, Optional<JsonFault.Kind> fault) {
        tokens.add(new JsonToken(kind, start, Math.max(at, start + 1), fault));
        if (kind == JsonToken.Kind.MARK && text.charAt(start) == ':') {
            nameBefore(tokens.size() - 2);
        }
    }

    private void nameBefore(int index) {
        if (index >= 0 && tokens.get(index).kind() == JsonToken.Kind.TEXT) {
            tokens.set(index, tokens.get(index).asName());
        }
    }

    private void quoted() {
        int start = at++;
        Optional<JsonFault.Kind> fault = Optional.empty();
        while (at < text.length() && text.charAt(at) != '"') {
            char next = text.charAt(at);
            if (next == '\n' || next == '\r') {
                add(JsonToken.Kind.TEXT, start, Optional.of(JsonFault.Kind.TEXT_WITHOUT_END));
                return;
            }
            if (next < ' ') {
                fault = fault.or(() -> Optional.of(JsonFault.Kind.CONTROL_CHARACTER));
            } else if (next == '\\' && !isEscape()) {
                fault = fault.or(() -> Optional.of(JsonFault.Kind.BAD_ESCAPE));
            }
            at += next == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            at = text.length();
            fault = Optional.of(JsonFault.Kind.TEXT_WITHOUT_END);
        } else {
            at++;
        }
        add(JsonToken.Kind.TEXT, start, fault);
    }

    private boolean isEscape() {
        if (at + 1 >= text.length()) {
            return false;
        }
        char escaped = text.charAt(at + 1);
        if (escaped != 'u') {
            return ESCAPES.indexOf(escaped) >= 0;
        }
        int end = at + 2 + HEX_DIGITS;
        return end <= text.length()
                && text.substring(at + 2, end).chars().allMatch(digit -> Character.digit(digit, 16) >= 0);
    }

    private void bare() {
        int start = at;
        while (at < text.length() && (SPACES + MARKS + '"').indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        boolean numeric = word.charAt(0) == '-' || word.charAt(0) == '+' || word.charAt(0) == '.'
                || Character.isDigit(word.charAt(0));
        if (numeric) {
            add(JsonToken.Kind.NUMBER, start,
                    NUMBER.matcher(word).matches() ? Optional.empty() : Optional.of(JsonFault.Kind.BAD_NUMBER));
        } else {
            add(JsonToken.Kind.WORD, start,
                    WORDS.contains(word) ? Optional.empty() : Optional.of(JsonFault.Kind.UNKNOWN_WORD));
        }
    }
}
