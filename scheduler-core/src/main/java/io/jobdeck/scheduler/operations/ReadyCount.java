package io.jobdeck.scheduler.operations;

/** Value of a node of the ready queue: a decimal count of at least 1 (spec section 2). */
final class ReadyCount {

    private ReadyCount() {
    }

    /** Returns the count; a value that is no count stands for one run, as the node's being there asks for one. */
    static int parse(String text) {
        try {
            return Math.max(1, Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** Returns the count with one run more, or refuses it where there is no such number. */
    static String oneMore(String text) {
        int count = parse(text);
        if (count == Integer.MAX_VALUE) {
            throw OperationException.conflict("%d runs are queued, and no more can be counted. Take some out first."
                    .formatted(count));
        }
        return Integer.toString(count + 1);
    }
}
