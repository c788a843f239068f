package io.jobdeck.scheduler.codec;

import java.util.List;
import java.util.Optional;

/**
 * What could be read of a text that may be wrong in places.
 *
 * @param value the value, with a stand-in for every member that has a problem; empty if the text is no JSON object
 * @param problems everything that is wrong; empty if the value is what the text says
 * @param <T> the value
 */
public record Reading<T>(Optional<T> value, List<MemberProblem> problems) {

    public Reading {
        problems = List.copyOf(problems);
    }

    /**
     * Returns the value if nothing is wrong.
     *
     * @throws MalformedTextException if anything is
     */
    public T orThrow() {
        if (!problems.isEmpty()) {
            throw new MalformedTextException(problems);
        }
        return value.orElseThrow();
    }
}
