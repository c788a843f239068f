package io.jobdeck.desktop.editor;

import io.jobdeck.desktop.difference.DiffLine;
import io.jobdeck.desktop.difference.FieldDifference;
import java.util.List;

/**
 * What saving a document changes.
 *
 * @param fields the fields that differ from what is stored
 * @param lines the same as a diff of JSON
 * @param effects what the cluster then does, in words
 */
public record Review(List<FieldDifference> fields, List<DiffLine> lines, List<String> effects) {

    public Review {
        fields = List.copyOf(fields);
        lines = List.copyOf(lines);
        effects = List.copyOf(effects);
    }
}
