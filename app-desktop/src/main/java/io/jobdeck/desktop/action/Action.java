package io.jobdeck.desktop.action;

import java.util.List;

/**
 * Something a person can do, existing once; menus, toolbar, palette and shortcuts are views of it. Interface thread only.
 */
public interface Action {

    /** Returns what it is called and how it is shown. */
    ActionFace face();

    /**
     * Tells whether it can be done now.
     *
     * @param targets what is selected, each of the face's scope and none twice
     */
    Availability availability(List<? extends Target> targets);

    /**
     * Does it to those to which it applies, asking first where needed; nothing if it cannot be done. The work itself runs
     * elsewhere.
     *
     * @param targets what is selected, each of the face's scope and none twice
     */
    void run(List<? extends Target> targets);
}
