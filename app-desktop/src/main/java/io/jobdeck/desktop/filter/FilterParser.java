package io.jobdeck.desktop.filter;

import io.jobdeck.desktop.filter.Term.Condition;
import io.jobdeck.desktop.filter.Term.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a filter apart. Any text is one: what has no meaning yet is left to whoever knows the fields. Terms are separated
 * by blanks; {@code field:value}, {@code field>value} and their like ask for a field, anything else is looked for in every
 * text; {@code -} before a term negates it; quotes hold blanks together, and a quote within is doubled. The full-width
 * forms that Chinese keyboards give are understood.
 */
public final class FilterParser {

    private static final String FULL_WIDTH = "：＝＞＜，－“”＂\u3000";
    private static final String PLAIN = ":=><,-\"\"\" ";

    private final String text;
    private int at;

    private FilterParser(String text) {
        this.text = text;
    }

    /** Returns the terms in the order in which they stand. */
    public static List<Term> parse(String text) {
        return new FilterParser(plain(text)).terms();
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int index = 0; index < plain.length(); index++) {
            int known = FULL_WIDTH.indexOf(plain.charAt(index));
            if (known >= 0) {
                plain.setCharAt(index, PLAIN.charAt(known));
            }
        }
        return plain.toString();
    }

    private List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        while (at < text.length()) {
            if (isBlank()) {
                at++;
            } else {
                terms.add(term());
            }
        }
        return terms;
    }

    private Term term() {
        int from = at;
        boolean negated = text.charAt(at) == '-';
        if (negated) {
            at++;
        }
        Optional<Condition> condition = condition();
        List<Value> values = condition.isPresent() ? values() : List.of(value(false));
        return new Term(from, at, negated, condition, values);
    }

    private Optional<Condition> condition() {
        int end = at;
        while (end < text.length() && isOfName(text.charAt(end))) {
            end++;
        }
        if (end == at || !Character.isLetter(text.charAt(at))) {
            return Optional.empty();
        }
        String field = text.substring(at, end);
        Optional<Operator> operator = Operator.at(text, end);
        operator.ifPresent(found -> at += field.length() + found.sign().length());
        return operator.map(found -> new Condition(field, found));
    }

    private static boolean isOfName(char character) {
        return Character.isLetterOrDigit(character) || character == '-' || character == '_';
    }

    private List<Value> values() {
        List<Value> values = new ArrayList<>();
        values.add(value(true));
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            values.add(value(true));
        }
        return values;
    }

    private Value value(boolean endsAtComma) {
        int from = at;
        if (at < text.length() && text.charAt(at) == '"') {
            return new Value(quoted(), from, true);
        }
        while (at < text.length() && !isBlank() && !(endsAtComma && text.charAt(at) == ',')) {
            at++;
        }
        return new Value(text.substring(from, at), from, false);
    }

    /** A quote that is never closed reaches to the end, as it does while a person is still typing. */
    private String quoted() {
        StringBuilder content = new StringBuilder();
        at++;
        while (at < text.length()) {
            char character = text.charAt(at++);
            if (character == '"' && !(at < text.length() && text.charAt(at) == '"')) {
                break;
            }
            if (character == '"') {
                at++;
            }
            content.append(character);
        }
        return content.toString();
    }

    private boolean isBlank() {
        return Character.isWhitespace(text.charAt(at));
    }
}
