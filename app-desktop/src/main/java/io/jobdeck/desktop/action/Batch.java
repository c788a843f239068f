package io.jobdeck.desktop.action;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * One operation on several things, one after the other.
 *
 * @param <T> what it is done to
 * @param progress what is shown while it takes long
 * @param items what it is done to
 * @param operation does it to one; runs on a background thread and throws {@code OperationException} if it cannot
 */
record Batch<T>(String progress, List<T> items, Consumer<T> operation) {

    Batch {
        Objects.requireNonNull(progress, "progress");
        items = List.copyOf(items);
        Objects.requireNonNull(operation, "operation");
    }
}
