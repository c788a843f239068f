package io.jobdeck.desktop.editor;

import io.jobdeck.scheduler.model.ConfigVersion;
import java.util.Objects;
import java.util.Optional;

/**
 * A document that is to be stored.
 *
 * @param kind what it is
 * @param mode whether it is new
 * @param name its identity
 * @param text its JSON; valid
 * @param basis the state it was made from, empty if it is new
 */
public record SaveRequest(DocumentKind kind, EditorMode mode, String name, String text, Optional<ConfigVersion> basis) {

    public SaveRequest {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(basis, "basis");
    }
}
