package io.jobdeck.desktop.preferences;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** How a person wants tables to look, by the key of the table, such as {@code jobs}. Safe on any thread. */
public final class TableLayouts {

    private static final String KEY = "table.";

    private final Function<String, Optional<String>> read;
    private final BiConsumer<String, String> write;

    private TableLayouts(Function<String, Optional<String>> read, BiConsumer<String, String> write) {
        this.read = read;
        this.write = write;
    }

    /** Returns those that are kept in the store. */
    public static TableLayouts in(PreferenceStore store) {
        return new TableLayouts(store::get, store::put);
    }

    /** Returns those that last as long as the program runs. */
    public static TableLayouts forgotten() {
        Map<String, String> values = new ConcurrentHashMap<>();
        return new TableLayouts(key -> Optional.ofNullable(values.get(key)), values::put);
    }

    /** Returns the layout chosen for the table; empty if none was, or what is stored is in a form not known. */
    public Optional<TableLayout> of(String table) {
        return read.apply(KEY + table).flatMap(TableLayout::parse);
    }

    /** Keeps the layout of the table. */
    public void keep(String table, TableLayout layout) {
        write.accept(KEY + table, layout.text());
    }

    /** Goes back to the usual layout of the table. */
    public void reset(String table) {
        write.accept(KEY + table, "");
    }
}
