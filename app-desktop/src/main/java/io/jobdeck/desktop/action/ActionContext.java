package io.jobdeck.desktop.action;

import io.jobdeck.desktop.connection.Connection;
import io.jobdeck.desktop.dialog.DialogService;
import io.jobdeck.desktop.text.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the actions of one cluster work with.
 *
 * @param connection the cluster
 * @param inventory what is known of it now
 * @param rules the server's rules, by which forms are checked
 * @param dialogs where is asked and told
 * @param runner runs operations behind the window
 */
public record ActionContext(Connection connection, Inventory inventory, Rules rules, DialogService dialogs,
        OperationRunner runner, Texts texts) {

    public ActionContext {
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(inventory, "inventory");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(dialogs, "dialogs");
        Objects.requireNonNull(runner, "runner");
        Objects.requireNonNull(texts, "texts");
    }

    /** Returns the catalog of all actions on the cluster. */
    public ActionCatalog catalog() {
        return ClusterActions.of(this);
    }

    /**
     * Returns the name that a person types before something is stopped or destroyed on production: that of the one thing,
     * or the cluster's for many. Empty elsewhere.
     */
    Optional<String> typedName(List<? extends Target> targets) {
        if (!connection.profile().isProduction()) {
            return Optional.empty();
        }
        return Optional.of(targets.size() == 1 ? targets.get(0).name() : connection.profile().name());
    }
}
