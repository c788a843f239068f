package io.jobdeck.desktop.action;

import java.util.List;
import java.util.Map;

/**
 * Looks at things before something is done to them and says which of it can be undone.
 *
 * @param <T> what it is done to
 */
@FunctionalInterface
interface Undo<T> {

    /** More than these nobody can follow in the few seconds there are. */
    int MOST = 50;

    /** Returns the way back for each thing that has one, as it is now. Interface thread only. */
    Map<T, WayBack> before(List<T> targets);

    /** Nothing can be undone. */
    static <T> Undo<T> none() {
        return targets -> Map.of();
    }
}
