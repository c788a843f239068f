package io.jobdeck.desktop.filter;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What stands between a field and its value. */
public enum Operator {

    HAS(":", order -> order == 0),
    EQUAL("=", order -> order == 0),
    AT_LEAST(">=", order -> order >= 0),
    AT_MOST("<=", order -> order <= 0),
    MORE(">", order -> order > 0),
    LESS("<", order -> order < 0);

    private static final List<Operator> LONGEST_FIRST = List.of(values()).stream()
            .sorted(Comparator.comparing((Operator each) -> each.sign.length()).reversed())
            .toList();

    private final String sign;
    private final IntPredicate holds;

    Operator(String sign, IntPredicate holds) {
        this.sign = sign;
        this.holds = holds;
    }

    /** Returns how it is written. */
    public String sign() {
        return sign;
    }

    /** Returns whether it asks which of two values is greater. */
    public boolean compares() {
        return this != HAS && this != EQUAL;
    }

    /**
     * Returns whether it holds.
     *
     * @param order how the row's value compares with the one asked for, as of a comparator
     */
    boolean holds(int order) {
        return holds.test(order);
    }

    /** Returns the operator written at this place of the text. */
    static Optional<Operator> at(String text, int index) {
        return LONGEST_FIRST.stream().filter(each -> text.startsWith(each.sign, index)).findFirst();
    }
}
