package io.jobdeck.scheduler.registry;

/** Hears every change of the registry. */
@FunctionalInterface
public interface TreeListener {

    /** Called on the registry's event thread, one event at a time; must return at once and not throw. */
    void onEvent(TreeEvent event);
}
