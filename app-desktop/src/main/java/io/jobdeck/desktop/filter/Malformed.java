package io.jobdeck.desktop.filter;

import java.util.List;

/** A term that cannot be understood. */
final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    private final FilterProblem.Kind kind;
    private final transient List<String> details;

    Malformed(FilterProblem.Kind kind, String... details) {
        super(kind + " " + List.of(details), null, false, false);
        this.kind = kind;
        this.details = List.of(details);
    }

    FilterProblem of(Term term) {
        return new FilterProblem(term.from(), term.to(), kind, details);
    }
}
