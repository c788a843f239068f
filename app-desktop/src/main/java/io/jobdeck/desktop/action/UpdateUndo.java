package io.jobdeck.desktop.action;

import io.jobdeck.desktop.editor.DocumentKind;
import io.jobdeck.desktop.editor.Documents;
import io.jobdeck.desktop.editor.EditorMode;
import io.jobdeck.desktop.editor.SaveRequest;
import io.jobdeck.desktop.editor.StoredDocument;
import io.jobdeck.scheduler.model.ConfigUpdate;
import java.util.Optional;

/**
 * Which updates can be undone: those after which nothing was started anew, since that would start it once more. The state
 * before is stored again, unless somebody else has changed it since. Interface thread only.
 */
final class UpdateUndo {

    private final Inventory inventory;
    private final Documents documents;

    UpdateUndo(Inventory inventory, Documents documents) {
        this.inventory = inventory;
        this.documents = documents;
    }

    /** Returns the state that is about to be replaced, if it can be stored again afterwards. */
    Optional<StoredDocument> before(SaveRequest request) {
        return request.mode() == EditorMode.UPDATE && startsNothing(request)
                ? documents.find(request.kind(), request.name()).filter(stored -> stored.document().isPresent())
                : Optional.empty();
    }

    private boolean startsNothing(SaveRequest request) {
        return request.kind() == DocumentKind.JOB
                ? inventory.job(request.name()).filter(job -> !Reasons.isDaemon(job)).isPresent()
                : inventory.app(request.name()).filter(app -> app.executors() == 0).isPresent();
    }

    /** Returns what stores the state before again, empty if somebody else has changed it since. */
    Optional<SaveRequest> back(SaveRequest request, StoredDocument before) {
        return documents.find(request.kind(), request.name())
                .filter(now -> now.lastUpdate().map(ConfigUpdate::before).filter(before.version()::equals).isPresent())
                .map(now -> new SaveRequest(request.kind(), EditorMode.UPDATE, request.name(), before.text(),
                        Optional.of(now.version())));
    }
}
