package io.jobdeck.desktop.filter;

import io.jobdeck.desktop.filter.Term.Condition;
import io.jobdeck.desktop.filter.Term.Value;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Knows what could be typed next.
 *
 * @param <R> the row
 */
public final class Completion<R> {

    private static final int MOST = 50;

    private final FilterFields<R> fields;
    private final Wording wording;

    public Completion(FilterFields<R> fields, Wording wording) {
        this.fields = fields;
        this.wording = wording;
    }

    /**
     * Returns what could stand at this place, the likeliest first: fields at the beginning of a term, values after it.
     * Nothing in the middle of a term, nor where only what is there already would be offered.
     *
     * @param rows where values are found
     */
    public List<Suggestion> at(String text, int caret, Collection<? extends R> rows) {
        boolean inTheMiddle = caret < text.length() && !Character.isWhitespace(text.charAt(caret));
        if (inTheMiddle) {
            return List.of();
        }
        List<Term> before = FilterParser.parse(text.substring(0, caret));
        boolean between = before.isEmpty() || before.get(before.size() - 1).to() < caret;
        if (between) {
            return fieldsLike("", caret);
        }
        Term last = before.get(before.size() - 1);
        return last.condition()
                .map(condition -> values(condition, last.values().get(last.values().size() - 1), rows))
                .orElseGet(() -> fieldsOf(last));
    }

    private List<Suggestion> fieldsOf(Term word) {
        Value value = word.values().get(0);
        return value.quoted() ? List.of() : fieldsLike(value.text(), value.from());
    }

    private List<Suggestion> fieldsLike(String typed, int from) {
        String bare = Wording.bare(typed);
        return fields.all().stream()
                .filter(field -> begins(field, bare))
                .map(field -> new Suggestion(from, field.name() + field.usual().sign(),
                        Optional.of(FilterFields.label(field))))
                .toList();
    }

    private boolean begins(Field<R> field, String bare) {
        return Stream.concat(Stream.of(field.name()), wording.of(FilterFields.label(field)).stream())
                .anyMatch(name -> Wording.bare(name).startsWith(bare));
    }

    private List<Suggestion> values(Condition condition, Value value, Collection<? extends R> rows) {
        String typed = value.text().toLowerCase(Locale.ROOT);
        return fields.named(condition.field(), wording).stream()
                .flatMap(field -> field.offers(rows, wording).stream())
                .filter(offer -> offer.toLowerCase(Locale.ROOT).contains(typed))
                .filter(offer -> !offer.equals(value.text()))
                .sorted(Comparator.comparing(offer -> !offer.toLowerCase(Locale.ROOT).startsWith(typed)))
                .limit(MOST)
                .map(offer -> new Suggestion(value.from(), quoted(offer), Optional.empty()))
                .toList();
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(each -> Character.isWhitespace(each) || each == ',' || each == '"');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
