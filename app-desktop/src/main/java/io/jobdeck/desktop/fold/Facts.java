package io.jobdeck.desktop.fold;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The facts of one table as they were handed out last, and the keys whose facts may have changed since. */
final class Facts<K, F> {

    private final Map<K, F> handedOut = new HashMap<>();
    private final Set<K> touched = new HashSet<>();

    void touch(K key) {
        touched.add(key);
    }

    void touchAll() {
        touched.addAll(handedOut.keySet());
    }

    /** Returns what changed, by asking for the facts of every touched key; those without facts are gone. */
    Delta<K, F> drain(Function<K, Optional<F>> current) {
        Map<K, F> changed = new HashMap<>();
        Set<K> gone = new HashSet<>();
        for (K key : touched) {
            Optional<F> facts = current.apply(key);
            if (facts.isPresent()) {
                if (!facts.get().equals(handedOut.put(key, facts.get()))) {
                    changed.put(key, facts.get());
                }
            } else if (handedOut.remove(key) != null) {
                gone.add(key);
            }
        }
        touched.clear();
        return new Delta<>(changed, gone);
    }
}
