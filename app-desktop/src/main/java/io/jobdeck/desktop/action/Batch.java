package io.jobdeck.desktop.action;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * One operation on several things.
 *
 * @param <T> what it is done to
 * @param progress what is shown while it takes long
 * @param items what it is done to
 * @param name what people call one
 * @param work does it
 */
record Batch<T>(String progress, List<T> items, Function<T, String> name, Work<T> work) {

    Batch {
        Objects.requireNonNull(progress, "progress");
        items = List.copyOf(items);
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(work, "work");
    }

    /** Returns the same on other things. */
    Batch<T> of(List<T> others) {
        return new Batch<>(progress, others, name, work);
    }
}
