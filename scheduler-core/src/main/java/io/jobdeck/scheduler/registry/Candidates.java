package io.jobdeck.scheduler.registry;

import java.util.Collection;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.Optional;

/**
 * Order of the nodes in the election: {@code _c_<uuid>-lock-<sequence>}, made by Curator's mutex recipe in this scheduler
 * and in 2.1.5 (spec section 1.3). The lowest sequence leads.
 */
final class Candidates {

    private static final String MARK = "-lock-";

    private Candidates() {
    }

    /** Returns the name of the node that leads. */
    static Optional<String> leader(Collection<String> names) {
        return names.stream()
                .filter(name -> sequence(name).isPresent())
                .min(Comparator.comparingLong(name -> sequence(name).getAsLong()));
    }

    /** Returns the sequence number in a node's name; none if it is no candidate's name. */
    static OptionalLong sequence(String name) {
        int mark = name.lastIndexOf(MARK);
        if (mark < 0) {
            return OptionalLong.empty();
        }
        String digits = name.substring(mark + MARK.length());
        boolean number = !digits.isEmpty() && digits.length() <= 18 && digits.chars().allMatch(Character::isDigit);
        return number ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }
}
