package io.jobdeck.desktop.action;

import io.jobdeck.desktop.form.Refusal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of each item of a {@link Batch}.
 *
 * @param <T> what it was done to
 * @param succeeded those that went well, in their order
 * @param failed those that did not, in their order
 * @param notDone those whose turn did not come because a person stopped it
 */
record BatchResult<T>(List<Success<T>> succeeded, List<Failure<T>> failed, List<T> notDone) {

    /**
     * One that went well.
     *
     * @param <T> what it was done to
     * @param count how much it was, such as tasks killed; 1 where that means nothing
     */
    record Success<T>(T item, int count) { }

    /**
     * One that did not go well.
     *
     * @param <T> what it was done to
     */
    record Failure<T>(T item, Refusal why) { }

    BatchResult {
        succeeded = List.copyOf(succeeded);
        failed = List.copyOf(failed);
        notDone = List.copyOf(notDone);
    }

    /** Returns whether it was done to all. */
    boolean isComplete() {
        return failed.isEmpty() && notDone.isEmpty();
    }

    /** Returns those to which it was done. */
    List<T> done() {
        return succeeded.stream().map(Success::item).toList();
    }

    /** Returns those to which it was not done, whyever. */
    List<T> left() {
        return Stream.concat(failed.stream().map(Failure::item), notDone.stream()).toList();
    }
}
