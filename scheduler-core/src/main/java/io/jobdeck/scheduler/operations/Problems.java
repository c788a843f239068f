package io.jobdeck.scheduler.operations;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with what was sent, each with the example of its field. */
final class Problems {

    private static final int LONGEST_QUOTE = 60;

    private final List<FieldProblem> found = new ArrayList<>();

    void add(String field, String message, String example) {
        found.add(new FieldProblem(field, message, example));
    }

    void add(String field, String message) {
        add(field, message, FieldExamples.of(field));
    }

    List<FieldProblem> found() {
        return List.copyOf(found);
    }

    /** Returns the text in quotes, shortened and without control characters, so that a message stays one line. */
    static String quote(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", "?");
        return "'" + (line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "...") + "'";
    }
}
