package io.jobdeck.desktop.editor;

import java.util.Optional;
import java.util.function.Consumer;

/** The documents as the live tree has them. Interface thread only. */
public interface Documents {

    /** Returns the document of that name, empty if there is none now. */
    Optional<StoredDocument> find(DocumentKind kind, String name);

    /**
     * Tells of the document whenever its state may have changed, on the interface thread.
     *
     * @return ends that
     */
    Runnable follow(DocumentKind kind, String name, Consumer<Optional<StoredDocument>> listener);
}
