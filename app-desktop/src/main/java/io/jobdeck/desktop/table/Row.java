package io.jobdeck.desktop.table;

/**
 * One line of a table: a long-lived object whose properties follow the facts. Interface thread only.
 *
 * @param <K> identity
 * @param <F> the facts it shows
 */
public interface Row<K, F> {

    /** Returns what tells it from all other rows of its table. */
    K key();

    /** Takes new facts; properties whose value is the same as before tell nobody. */
    void update(F facts);
}
