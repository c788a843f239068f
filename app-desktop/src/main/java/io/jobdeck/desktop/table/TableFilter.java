package io.jobdeck.desktop.table;

import io.jobdeck.desktop.filter.CompiledFilter;
import io.jobdeck.desktop.filter.Completion;
import io.jobdeck.desktop.filter.FilterFields;
import io.jobdeck.desktop.filter.FilterProblem;
import io.jobdeck.desktop.filter.Reading;
import io.jobdeck.desktop.filter.Suggestion;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The filter of one table as a person types it: what it lets through, what of it cannot be understood, and what could be
 * typed next. Needs no window. Interface thread only.
 *
 * @param <R> the row
 */
public final class TableFilter<R> {

    private final FilterFields<R> fields;
    private final Collection<R> rows;
    private final Runnable changed;
    private final StringProperty text = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyObjectWrapper<List<FilterProblem>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private Reading reading = new Reading(List::of, ZoneOffset.UTC, () -> Instant.EPOCH);
    private CompiledFilter<R> compiled;

    /**
     * Makes one that lets everything through.
     *
     * @param rows all rows, shown or not, live
     * @param changed called when it lets others through than before
     */
    TableFilter(FilterFields<R> fields, Collection<R> rows, Runnable changed) {
        this.fields = Objects.requireNonNull(fields, "fields");
        this.rows = rows;
        this.changed = changed;
        this.compiled = fields.compile("", reading);
        text.addListener((property, before, words) -> compile());
    }

    /** Reads words and ages so from now on; until then constants have their own names only, and now is long ago. */
    public void readBy(Reading newReading) {
        reading = newReading;
        compile();
    }

    private void compile() {
        String words = text.get() == null ? "" : text.get();
        compiled = fields.compile(words, reading);
        problems.set(compiled.problems());
        changed.run();
    }

    boolean test(R row) {
        return compiled.test(row, reading.now().get());
    }

    /** Returns whether what it lets through changes although no row does. */
    boolean timed() {
        return compiled.timed();
    }

    /** Returns what a person typed. */
    public StringProperty textProperty() {
        return text;
    }

    /** Returns the terms that were left out, and why. */
    public ReadOnlyObjectProperty<List<FilterProblem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** Returns what can be asked for by name. */
    public List<String> fields() {
        return fields.names();
    }

    /** Returns what could stand at this place of a text. */
    public List<Suggestion> suggestions(String typed, int caret) {
        return new Completion<>(fields, reading.wording()).at(typed, caret, rows);
    }
}
