package io.jobdeck.desktop.filter;

import io.jobdeck.desktop.filter.Term.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What a filter can ask of the rows of one table, declared once by the table's model. Immutable.
 *
 * <p>Every field has a name of small letters and joints, the same in all languages; what it means is the text with the key
 * {@code filter.field.} and its name.
 *
 * @param <R> the row
 */
public final class FilterFields<R> {

    private final List<Field<R>> fields;
    private final List<TextField<R>> searched;

    private FilterFields(List<Field<R>> fields, List<TextField<R>> searched) {
        this.fields = List.copyOf(fields);
        this.searched = List.copyOf(searched);
    }

    /** Returns a table of which nothing can be asked yet. */
    public static <R> FilterFields<R> none() {
        return new FilterFields<>(List.of(), List.of());
    }

    /** Adds a text, which words without a field find too. */
    public FilterFields<R> text(String name, Function<R, String> text) {
        return withText(new TextField<>(name, text, false));
    }

    /** Adds a text of which there are few different ones, so that completion can offer them. */
    public FilterFields<R> name(String name, Function<R, String> text) {
        return withText(new TextField<>(name, text, true));
    }

    /** Adds a text that has no field, but is found by words. */
    public FilterFields<R> searched(Function<R, String> text) {
        List<TextField<R>> more = new ArrayList<>(searched);
        more.add(new TextField<>("", text, false));
        return new FilterFields<>(fields, more);
    }

    /** Adds a constant, null for none; it is asked for by the field only. */
    public <V> FilterFields<R> word(String name, List<V> constants, Function<R, V> value, Function<V, String> key) {
        return with(new WordField<>(name, constants, one(value), key, false));
    }

    /** Adds constants of which a row may have several; words without a field find them too. */
    public <V> FilterFields<R> states(String name, List<V> constants, Function<R, Set<V>> values,
            Function<V, String> key) {
        return with(new WordField<>(name, constants, values, key, true));
    }

    /** Adds a constant, null for none; words without a field find it too. */
    public <V> FilterFields<R> state(String name, List<V> constants, Function<R, V> value, Function<V, String> key) {
        return with(new WordField<>(name, constants, one(value), key, true));
    }

    /** Adds a number, null for none. */
    public FilterFields<R> number(String name, Function<R, ? extends Number> number) {
        return with(new NumberField<>(name, number));
    }

    /** Adds how long ago a moment was, null for none; a moment to come is not ago. */
    public FilterFields<R> age(String name, Function<R, Instant> since) {
        return with(new DurationField<>(name, (row, now) -> between(since.apply(row), now)));
    }

    /** Adds how long it takes until a moment comes, null for none. */
    public FilterFields<R> until(String name, Function<R, Instant> when) {
        return with(new DurationField<>(name, (row, now) -> {
            Instant moment = when.apply(row);
            return moment == null ? null : between(now, moment);
        }));
    }

    /** Adds a moment, null for none. */
    public FilterFields<R> time(String name, Function<R, Instant> time) {
        return with(new TimeField<>(name, time));
    }

    private static Duration between(Instant from, Instant to) {
        return from == null || from.isAfter(to) ? null : Duration.between(from, to);
    }

    private static <R, V> Function<R, List<V>> one(Function<R, V> value) {
        return row -> Optional.ofNullable(value.apply(row)).map(List::of).orElse(List.of());
    }

    private FilterFields<R> withText(TextField<R> text) {
        List<TextField<R>> more = new ArrayList<>(searched);
        more.add(text);
        return new FilterFields<>(fields, more).with(text);
    }

    private FilterFields<R> with(Field<R> field) {
        List<Field<R>> more = new ArrayList<>(fields);
        more.add(field);
        return new FilterFields<>(more, searched);
    }

    /** Returns the names of the fields, in the order in which they were declared. */
    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    List<Field<R>> all() {
        return fields;
    }

    /** Returns the field of that name, or of one of the names that people give it. */
    Optional<Field<R>> named(String name, Wording wording) {
        Optional<Field<R>> exact = fields.stream().filter(field -> field.name().equalsIgnoreCase(name)).findFirst();
        String bare = Wording.bare(name);
        return exact.or(() -> fields.stream()
                .filter(field -> wording.of(label(field)).stream().anyMatch(word -> Wording.bare(word).equals(bare)))
                .findFirst());
    }

    static String label(Field<?> field) {
        return "filter.field." + field.name();
    }

    /** Makes of what a person typed a test of rows; what cannot be understood is left out and said. */
    public CompiledFilter<R> compile(String text, Reading reading) {
        List<BiPredicate<R, Instant>> tests = new ArrayList<>();
        List<FilterProblem> problems = new ArrayList<>();
        boolean timed = false;
        for (Term term : FilterParser.parse(text)) {
            try {
                Optional<BiPredicate<R, Instant>> test = test(term, reading);
                test.map(positive -> term.negated() ? positive.negate() : positive).ifPresent(tests::add);
                timed |= test.isPresent() && isTimed(term, reading);
            } catch (Malformed malformed) {
                problems.add(malformed.of(term));
            }
        }
        return new CompiledFilter<>(tests, problems, timed);
    }

    private boolean isTimed(Term term, Reading reading) {
        return term.condition().flatMap(condition -> named(condition.field(), reading.wording()))
                .filter(DurationField.class::isInstance)
                .isPresent();
    }

    private Optional<BiPredicate<R, Instant>> test(Term term, Reading reading) throws Malformed {
        List<String> given = term.given();
        if (term.condition().isEmpty()) {
            return given.stream().findFirst().map(words -> anywhere(words.toLowerCase(Locale.ROOT), reading.wording()));
        }
        Condition condition = term.condition().get();
        Field<R> field = named(condition.field(), reading.wording()).orElseThrow(
                () -> new Malformed(FilterProblem.Kind.UNKNOWN_FIELD, condition.field(), String.join(", ", names())));
        if (given.isEmpty()) {
            throw new Malformed(FilterProblem.Kind.NO_VALUE, field.name());
        }
        return Optional.of(field.test(condition.operator(), given, reading));
    }

    private BiPredicate<R, Instant> anywhere(String words, Wording wording) {
        List<BiPredicate<R, Instant>> places = new ArrayList<>();
        searched.forEach(text -> places.add((row, now) -> text.lower(row).contains(words)));
        fields.forEach(field -> {
            if (field instanceof WordField<R, ?> word && word.spoken()) {
                places.add(saying(word, words, wording));
            }
        });
        return (row, now) -> {
            for (BiPredicate<R, Instant> place : places) {
                if (place.test(row, now)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static <R, V> BiPredicate<R, Instant> saying(WordField<R, V> field, String words, Wording wording) {
        Set<V> meant = field.saying(words, wording);
        return (row, now) -> field.hasAny(row, meant);
    }
}
