package io.jobdeck.desktop.bulk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * One operation on many things while it is under way, and what became of each afterwards. Interface thread only, except
 * {@link #isStopped()}; needs no window.
 */
public final class BulkModel {

    private final String title;
    private final List<String> names;
    private final Instant start;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.RUNNING);
    private final ReadOnlyIntegerWrapper done = new ReadOnlyIntegerWrapper(this, "done");
    private final ReadOnlyIntegerWrapper failed = new ReadOnlyIntegerWrapper(this, "failed");
    private final ReadOnlyStringWrapper current = new ReadOnlyStringWrapper(this, "current", "");
    private final ReadOnlyObjectWrapper<Duration> elapsed = new ReadOnlyObjectWrapper<>(this, "elapsed", Duration.ZERO);
    private volatile boolean stopped;
    private List<ItemResult> results = List.of();
    private Runnable retry = () -> { };

    /** Where it stands. */
    public enum State {
        RUNNING,
        /** A person wants no further ones; those under way are waited for. */
        STOPPING,
        ENDED
    }

    /**
     * @param title what is being done
     * @param names what it is done to, in this order
     */
    public BulkModel(String title, List<String> names, Instant start) {
        this.title = Objects.requireNonNull(title, "title");
        this.names = List.copyOf(names);
        this.start = Objects.requireNonNull(start, "start");
    }

    /** Returns what is being done. */
    public String title() {
        return title;
    }

    /** Returns on how many things. */
    public int total() {
        return names.size();
    }

    /** Begins no further ones. */
    public void stop() {
        if (state.get() == State.RUNNING) {
            stopped = true;
            state.set(State.STOPPING);
        }
    }

    /** Returns whether no further ones are to be begun. Safe on any thread. */
    public boolean isStopped() {
        return stopped;
    }

    /** Tells how far it is. */
    public void progress(int doneNow, int failedNow, String name, Instant now) {
        done.set(doneNow);
        failed.set(failedNow);
        current.set(name);
        passed(now);
    }

    /** Tells what time it is. */
    public void passed(Instant now) {
        if (state.get() != State.ENDED) {
            elapsed.set(Duration.between(start, now));
        }
    }

    /**
     * Tells that it has ended.
     *
     * @param all what became of each, in the order of the names
     * @param again does it again to those that failed and those that were not done
     */
    public void end(List<ItemResult> all, Runnable again, Instant now) {
        passed(now);
        results = List.copyOf(all);
        retry = again;
        current.set("");
        done.set(count(result -> result.outcome() != ItemResult.Outcome.NOT_DONE));
        failed.set(count(result -> result.outcome() == ItemResult.Outcome.FAILED));
        state.set(State.ENDED);
    }

    private int count(Predicate<ItemResult> which) {
        return (int) results.stream().filter(which).count();
    }

    /** Returns what became of each, in the order of the names; none before it has ended. */
    public List<ItemResult> results() {
        return results;
    }

    /** Returns how many ended like this. */
    public int count(ItemResult.Outcome outcome) {
        return count(result -> result.outcome() == outcome);
    }

    /** Returns whether something is left that can be tried again. */
    public boolean canRetry() {
        return state.get() == State.ENDED && count(ItemResult.Outcome.SUCCEEDED) < total();
    }

    /** Tries again what failed and does what was not done. */
    public void retry() {
        if (canRetry()) {
            retry.run();
        }
    }

    /** Returns the results as lines of three columns parted by tabs: name, outcome, detail. */
    public String asText() {
        return results.stream()
                .map(result -> String.join("\t", result.name(), result.outcome().name(), result.detail()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Returns how many have been dealt with, whether well or not. */
    public ReadOnlyIntegerProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /** Returns the name of what is being dealt with; empty at the end. */
    public ReadOnlyStringProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Returns how long it has been going on. */
    public ReadOnlyObjectProperty<Duration> elapsedProperty() {
        return elapsed.getReadOnlyProperty();
    }
}
