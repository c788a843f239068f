package io.jobdeck.desktop.action;

import io.jobdeck.desktop.form.Refusal;
import java.util.List;

/**
 * What became of each item of a {@link Batch}.
 *
 * @param <T> what it was done to
 * @param succeeded those that went well, in their order
 * @param failed those that did not, in their order
 */
record BatchResult<T>(List<T> succeeded, List<Failure<T>> failed) {

    /**
     * One that did not go well.
     *
     * @param <T> what it was done to
     */
    record Failure<T>(T item, Refusal why) { }

    BatchResult {
        succeeded = List.copyOf(succeeded);
        failed = List.copyOf(failed);
    }
}
