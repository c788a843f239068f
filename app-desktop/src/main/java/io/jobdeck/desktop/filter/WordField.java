package io.jobdeck.desktop.filter;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Constants, of which a row may have several. They are asked for by the constant or its word in any language; a beginning
 * will do where it is not one of them whole.
 *
 * @param spoken whether words that are looked for in every text find these too
 */
record WordField<R, V>(String name, List<V> constants, Function<R, ? extends Collection<V>> values,
        Function<V, String> key, boolean spoken) implements Field<R> {

    @Override
    public BiPredicate<R, Instant> test(Operator operator, List<String> wanted, Reading reading) throws Malformed {
        if (operator.compares()) {
            throw new Malformed(FilterProblem.Kind.NOT_COMPARABLE, name);
        }
        Set<V> accepted = new HashSet<>();
        for (String word : wanted) {
            accepted.addAll(meant(word, reading.wording()));
        }
        return (row, now) -> hasAny(row, accepted);
    }

    boolean hasAny(R row, Set<V> accepted) {
        for (V value : values.apply(row)) {
            if (accepted.contains(value)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the constants whose words contain the words. */
    Set<V> saying(String words, Wording wording) {
        return constants.stream()
                .filter(constant -> wording.of(key.apply(constant)).stream()
                        .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(words)))
                .collect(Collectors.toSet());
    }

    private Set<V> meant(String word, Wording wording) throws Malformed {
        String bare = Wording.bare(word);
        Set<V> whole = having(name -> name.equals(bare), wording);
        Set<V> meant = whole.isEmpty() && !bare.isEmpty() ? having(name -> name.startsWith(bare), wording) : whole;
        if (meant.isEmpty()) {
            throw new Malformed(FilterProblem.Kind.UNKNOWN_WORD, name, word,
                    String.join(", ", offers(List.of(), wording)));
        }
        return meant;
    }

    private Set<V> having(Predicate<String> name, Wording wording) {
        return constants.stream()
                .filter(constant -> name.test(Wording.bare(constant.toString()))
                        || wording.of(key.apply(constant)).stream().map(Wording::bare).anyMatch(name))
                .collect(Collectors.toSet());
    }

    @Override
    public List<String> offers(Collection<? extends R> rows, Wording wording) {
        return constants.stream()
                .map(constant -> wording.of(key.apply(constant)).stream().findFirst().orElse(constant.toString()))
                .map(Wording::typed)
                .toList();
    }
}
