package io.jobdeck.desktop.editor;

import io.jobdeck.scheduler.model.ConfigUpdate;
import io.jobdeck.scheduler.model.ConfigVersion;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A document as it stands in the registry.
 *
 * @param text its JSON as people read it; what is stored to the letter if that cannot be read
 * @param version tells it from every other state
 * @param updates the newest updates, oldest first, as far as they came through Jobdeck
 */
public record StoredDocument(String text, ConfigVersion version, List<ConfigUpdate> updates) {

    public StoredDocument {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(version, "version");
        updates = List.copyOf(updates);
    }

    /** Returns the document, empty if what is stored is no JSON object. */
    public Optional<Document> document() {
        return Document.parse(text);
    }

    /** Returns the update that led to this state, empty if it came about otherwise. */
    public Optional<ConfigUpdate> lastUpdate() {
        return updates.stream().filter(update -> update.after().equals(version)).reduce((older, newer) -> newer);
    }

    /** Returns the newest update that changed the field, of those made after {@code basis}. */
    public Optional<ConfigUpdate> lastTo(String field, ConfigVersion basis) {
        int from = 0;
        for (int i = 0; i < updates.size(); i++) {
            from = updates.get(i).before().equals(basis) ? i : from;
        }
        return updates.subList(from, updates.size()).stream()
                .filter(update -> update.fields().stream().anyMatch(changed -> changed.name().equals(field)))
                .reduce((older, newer) -> newer);
    }
}
