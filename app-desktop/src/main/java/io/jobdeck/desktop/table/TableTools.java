package io.jobdeck.desktop.table;

import io.jobdeck.desktop.export.SheetOutput;
import io.jobdeck.desktop.preferences.TableLayouts;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;

/**
 * What all tables of a window have in common.
 *
 * @param cluster the cluster as people call it
 * @param layouts how a person wants them to look
 * @param output where their rows can go
 * @param highlights whether changes are pointed out; a person may choose
 */
public record TableTools(String cluster, TableLayouts layouts, SheetOutput output, BooleanProperty highlights) {

    public TableTools {
        Objects.requireNonNull(cluster, "cluster");
        Objects.requireNonNull(layouts, "layouts");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(highlights, "highlights");
    }
}
