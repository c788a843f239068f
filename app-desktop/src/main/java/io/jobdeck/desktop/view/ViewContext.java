package io.jobdeck.desktop.view;

import io.jobdeck.desktop.action.ActionCatalog;
import io.jobdeck.desktop.action.ActionControls;
import io.jobdeck.desktop.bridge.ClusterStatus;
import io.jobdeck.desktop.table.Columns;
import io.jobdeck.desktop.table.TableTools;
import io.jobdeck.desktop.text.Texts;
import java.util.Objects;

/**
 * What every view of a window works with.
 *
 * @param texts texts in the language chosen
 * @param columns makes columns
 * @param controls makes menus and buttons
 * @param status how current the rows are
 * @param navigator leads to other views
 * @param actions all that can be done in the cluster
 * @param tools what all tables have in common
 */
public record ViewContext(Texts texts, Columns columns, ActionControls controls, ClusterStatus status,
        Navigator navigator, ActionCatalog actions, TableTools tools) {

    public ViewContext {
        Objects.requireNonNull(texts, "texts");
        Objects.requireNonNull(columns, "columns");
        Objects.requireNonNull(controls, "controls");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(navigator, "navigator");
        Objects.requireNonNull(actions, "actions");
        Objects.requireNonNull(tools, "tools");
    }
}
