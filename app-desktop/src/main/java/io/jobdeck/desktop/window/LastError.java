package io.jobdeck.desktop.window;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What went wrong of late, newest first, and the newest of it in one line for the status bar. Interface thread only. */
public final class LastError {

    private static final int MOST = 100;

    private final ReadOnlyObjectWrapper<Optional<Entry>> entry = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Entry> recent = FXCollections.observableArrayList();
    private final Clock clock;

    public LastError(Clock clock) {
        this.clock = clock;
    }

    /** Takes the place of the one before. */
    public void report(String message) {
        String line = message.lines().findFirst().orElse("").strip();
        Entry newest = new Entry(line, clock.instant());
        recent.add(0, newest);
        if (recent.size() > MOST) {
            recent.remove(MOST, recent.size());
        }
        entry.set(Optional.of(newest));
    }

    /** Forgets all of them. */
    public void clear() {
        recent.clear();
        entry.set(Optional.empty());
    }

    public ReadOnlyObjectProperty<Optional<Entry>> entryProperty() {
        return entry.getReadOnlyProperty();
    }

    /** Returns the last hundred, newest first; follows them. */
    public ObservableList<Entry> recent() {
        return FXCollections.unmodifiableObservableList(recent);
    }

    /** What went wrong and when. */
    public record Entry(String message, Instant at) {
        public Entry {
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(at, "at");
        }
    }
}
