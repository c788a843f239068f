package io.jobdeck.desktop.action;

import java.util.List;
import java.util.Optional;

/**
 * Something a person can do, existing once; menus, toolbar and shortcuts are views of it.
 *
 * @param <T> what it is done to: the row type of the table it belongs to
 */
public interface Action<T> {

    /** Returns a stable id, such as {@code job.disable}; also the key of its text in the language bundles. */
    String id();

    /** Returns the icon's literal of the Feather pack, such as {@code fth-pause}. */
    String icon();

    /** Returns the shortcut in JavaFX' key combination text, if it has one. */
    Optional<String> shortcut();

    /** Returns whether it stops or destroys something and therefore asks first. */
    boolean dangerous();

    /** Returns whether it makes sense for this selection. */
    boolean enabledFor(List<T> selection);

    /** Does it, asking first where needed. Called on the interface thread; the work itself runs elsewhere. */
    void run(List<T> selection);
}
