package io.jobdeck.desktop.window;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The newest thing that went wrong, in one line for the status bar. Interface thread only. */
public final class LastError {

    private final ReadOnlyObjectWrapper<Optional<Entry>> entry = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Clock clock;

    public LastError(Clock clock) {
        this.clock = clock;
    }

    /** Takes the place of the one before. */
    public void report(String message) {
        String line = message.lines().findFirst().orElse("").strip();
        entry.set(Optional.of(new Entry(line, clock.instant())));
    }

    /** Forgets it. */
    public void clear() {
        entry.set(Optional.empty());
    }

    public ReadOnlyObjectProperty<Optional<Entry>> entryProperty() {
        return entry.getReadOnlyProperty();
    }

    /** What went wrong and when. */
    public record Entry(String message, Instant at) { }
}
