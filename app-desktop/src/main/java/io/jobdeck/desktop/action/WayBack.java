package io.jobdeck.desktop.action;

import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * How something that is about to be done to one thing can be undone for a few seconds afterwards, truly and without doing
 * harm of its own.
 *
 * @param tooLate why it can be undone no more, empty while it can; asked on the interface thread
 * @param undo undoes it; takes how much was done, runs in the background and throws {@code OperationException} if it cannot
 */
record WayBack(Supplier<Optional<String>> tooLate, IntConsumer undo) {

    WayBack {
        Objects.requireNonNull(tooLate, "tooLate");
        Objects.requireNonNull(undo, "undo");
    }

    /** One that is never too late. */
    static WayBack always(Runnable undo) {
        return new WayBack(Optional::empty, count -> undo.run());
    }
}
