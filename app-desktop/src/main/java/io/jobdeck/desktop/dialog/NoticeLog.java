package io.jobdeck.desktop.dialog;

import java.time.Clock;
import java.time.Instant;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The notices of the last while, newest first, and how many of them nobody has looked at. Interface thread only. */
public final class NoticeLog {

    private static final int MOST = 100;

    private final Clock clock;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper(this, "unseen");

    /** A notice and when it was given. */
    public record Entry(Notice notice, Instant at) { }

    public NoticeLog(Clock clock) {
        this.clock = clock;
    }

    /** Writes a notice down; the oldest goes when there are too many. */
    public void add(Notice notice) {
        entries.add(0, new Entry(notice, clock.instant()));
        if (entries.size() > MOST) {
            entries.remove(MOST, entries.size());
        }
        unseen.set(Math.min(MOST, unseen.get() + 1));
    }

    /** Returns them, newest first; live. */
    public ObservableList<Entry> entries() {
        return FXCollections.unmodifiableObservableList(entries);
    }

    /** Returns how many have come since somebody looked. */
    public ReadOnlyIntegerProperty unseenProperty() {
        return unseen.getReadOnlyProperty();
    }

    /** Somebody looks at them. */
    public void look() {
        unseen.set(0);
    }

    /** Forgets them all. */
    public void clear() {
        entries.clear();
        unseen.set(0);
    }
}
