package io.jobdeck.executor.internal.run;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The firings of one daemon task that somebody asked for. Each is made once, in the order they came. Not thread-safe. */
final class Triggers {

    /** A message is repeated for minutes at most after its firing began, so older ones can be forgotten. */
    private static final int REMEMBERED = 256;

    private final Map<String, Trigger> waiting = new LinkedHashMap<>();
    private final Set<String> begun = new LinkedHashSet<>();
    private Optional<String> next = Optional.empty();

    /**
     * One firing that somebody asked for.
     *
     * @param id names it
     * @param jobParameter used for this firing instead of the task's own; empty for the task's own
     */
    record Trigger(String id, Optional<String> jobParameter) { }

    /** Returns whether the firing has begun. */
    boolean hasBegun(String id) {
        return begun.contains(id);
    }

    /** Adds a firing, unless it is known already. */
    void add(Trigger trigger) {
        if (!hasBegun(trigger.id()) && !next.equals(Optional.of(trigger.id()))) {
            waiting.putIfAbsent(trigger.id(), trigger);
        }
    }

    /** Returns the firing to make next and takes it out of those that wait; empty if none does. */
    Optional<Trigger> take() {
        Iterator<Trigger> oldest = waiting.values().iterator();
        if (!oldest.hasNext()) {
            return Optional.empty();
        }
        Trigger taken = oldest.next();
        oldest.remove();
        next = Optional.of(taken.id());
        return Optional.of(taken);
    }

    /** The firing that was taken last begins. */
    void begin(String id) {
        next = Optional.empty();
        begun.add(id);
        if (begun.size() > REMEMBERED) {
            begun.remove(begun.iterator().next());
        }
    }
}
