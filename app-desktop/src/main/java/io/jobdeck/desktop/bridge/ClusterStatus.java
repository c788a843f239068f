package io.jobdeck.desktop.bridge;

import io.jobdeck.desktop.fold.Leadership;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the status bar and every relative time go by. Needs no window. Interface thread only. */
public final class ClusterStatus {

    /** Changes per second are counted over this time, so that the figure is calm. */
    private static final Duration WINDOW = Duration.ofSeconds(3);

    private final ReadOnlyObjectWrapper<Link> link = new ReadOnlyObjectWrapper<>(new Link.Connecting());
    private final ReadOnlyObjectWrapper<Leadership> leadership = new ReadOnlyObjectWrapper<>(Leadership.NONE);
    private final ReadOnlyIntegerWrapper changesPerSecond = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Instant> now;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private Instant liveSince;
    private Instant lastChange;

    public ClusterStatus(Instant start) {
        now = new ReadOnlyObjectWrapper<>(start);
        liveSince = start;
        lastChange = start;
    }

    /** Takes an update. */
    public void apply(ClusterUpdate update) {
        if (update.link() instanceof Link.Live && !(link.get() instanceof Link.Live)) {
            liveSince = update.now();
            lastChange = update.now();
        }
        if (!samples.isEmpty() && samples.peekLast().heard() != update.heard()) {
            lastChange = update.now();
        }
        link.set(update.link());
        leadership.set(update.delta().leadership());
        samples.addLast(new Sample(update.now(), update.heard()));
        while (samples.size() > 2 && samples.peekFirst().at().isBefore(update.now().minus(WINDOW))) {
            samples.removeFirst();
        }
        changesPerSecond.set(rate());
        now.set(update.now());
    }

    private int rate() {
        Duration span = Duration.between(samples.peekFirst().at(), samples.peekLast().at());
        long changes = samples.peekLast().heard() - samples.peekFirst().heard();
        return span.isZero() || span.isNegative() ? 0 : (int) Math.round(changes * 1000.0 / span.toMillis());
    }

    public ReadOnlyObjectProperty<Link> linkProperty() {
        return link.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Leadership> leadershipProperty() {
        return leadership.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty changesPerSecondProperty() {
        return changesPerSecond.getReadOnlyProperty();
    }

    /** Returns the time of the last update, which moves on at least twice a second. */
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** Returns since when everything is shown as it is, while it is so. */
    public Instant liveSince() {
        return liveSince;
    }

    /** Returns when the last change of the tree was heard of. */
    public Instant lastChange() {
        return lastChange;
    }

    private record Sample(Instant at, long heard) { }
}
