package io.jobdeck.desktop.form;

import java.util.function.Consumer;

/**
 * Where a form's document goes when it is saved.
 *
 * @param <C> the document
 */
@FunctionalInterface
public interface DocumentSink<C> {

    /** Sends it and returns at once. One of the two is called afterwards, on the interface thread. */
    void save(C document, Runnable onSaved, Consumer<Refusal> onRefused);
}
