package io.jobdeck.desktop.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the palette finds of what is typed, best first. What cannot be done now stands below what can, with its reason.
 * Interface thread only; needs no window.
 */
public final class PaletteModel {

    /** More nobody reads; who wants others types on. */
    private static final int MOST = 60;

    private final List<PaletteEntry> entries;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ObservableList<PaletteEntry> found = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<PaletteEntry>> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());

    /** @param entries all that there is now */
    public PaletteModel(List<PaletteEntry> entries) {
        this.entries = List.copyOf(entries);
        query.addListener((property, before, now) -> search());
        search();
    }

    private record Scored(PaletteEntry entry, int score) { }

    private void search() {
        String typed = query.get() == null ? "" : query.get();
        found.setAll(typed.isBlank() ? first() : best(typed));
        chosen.set(found.stream().findFirst());
    }

    private List<PaletteEntry> first() {
        return entries.stream().filter(entry -> !entry.kind().isMany())
                .sorted(Comparator.comparing((PaletteEntry entry) -> !entry.enabled()).thenComparing(PaletteEntry::kind))
                .limit(MOST)
                .toList();
    }

    private List<PaletteEntry> best(String typed) {
        List<Scored> scored = new ArrayList<>();
        for (PaletteEntry entry : entries) {
            int score = score(typed, entry);
            if (score != Fuzzy.NO_MATCH) {
                scored.add(new Scored(entry, score));
            }
        }
        return scored.stream()
                .sorted(Comparator.comparing((Scored each) -> !each.entry().enabled())
                        .thenComparing(Comparator.comparingInt(Scored::score).reversed())
                        .thenComparing(each -> each.entry().kind())
                        .thenComparing(each -> each.entry().text()))
                .limit(MOST)
                .map(Scored::entry)
                .toList();
    }

    private static int score(String typed, PaletteEntry entry) {
        int best = Stream.concat(Stream.of(entry.text(), entry.text() + " " + entry.about()), entry.words().stream())
                .mapToInt(text -> Fuzzy.score(typed, text)).max().orElse(Fuzzy.NO_MATCH);
        // Who knows the whole name of a job means the job.
        return entry.kind().isMany() && entry.words().contains(typed.strip()) ? Integer.MAX_VALUE : best;
    }

    /** Returns what is typed. */
    public StringProperty queryProperty() {
        return query;
    }

    /** Returns what was found, best first; live. */
    public ObservableList<PaletteEntry> found() {
        return FXCollections.unmodifiableObservableList(found);
    }

    /** Returns the one that would be done. */
    public ReadOnlyObjectProperty<Optional<PaletteEntry>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Chooses one of those found. */
    public void choose(PaletteEntry entry) {
        if (found.contains(entry)) {
            chosen.set(Optional.of(entry));
        }
    }

    /** Chooses the one so many places below, or above; stays within the list. */
    public void move(int places) {
        chosen.get().ifPresent(now -> {
            int at = Math.max(0, Math.min(found.size() - 1, found.indexOf(now) + places));
            chosen.set(Optional.of(found.get(at)));
        });
    }

    /** Returns the one that is to be done, if it can be. */
    public Optional<PaletteEntry> accept() {
        return chosen.get().filter(PaletteEntry::enabled);
    }
}
