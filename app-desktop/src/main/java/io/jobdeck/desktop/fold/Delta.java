package io.jobdeck.desktop.fold;

import java.util.Map;
import java.util.Set;

/**
 * What changed in one table since the last time.
 *
 * @param <K> identity of a row
 * @param <F> facts of a row
 * @param changed facts of every row that is new or has changed
 * @param gone rows that are no more
 */
public record Delta<K, F>(Map<K, F> changed, Set<K> gone) {

    public Delta {
        changed = Map.copyOf(changed);
        gone = Set.copyOf(gone);
    }

    /** Returns whether nothing changed. */
    public boolean isEmpty() {
        return changed.isEmpty() && gone.isEmpty();
    }
}
