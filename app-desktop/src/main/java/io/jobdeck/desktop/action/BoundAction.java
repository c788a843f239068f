package io.jobdeck.desktop.action;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * An action together with what is selected for it, so that menus and buttons need not know the rows. Interface thread
 * only.
 */
public final class BoundAction {

    private final Action action;
    private final Supplier<List<Target>> seen;
    private final Supplier<List<Target>> now;
    private final boolean primary;
    private final ReadOnlyBooleanWrapper enabled = new ReadOnlyBooleanWrapper(this, "enabled");
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper(this, "reason", "");
    private final ReadOnlyObjectWrapper<List<Target>> targets = new ReadOnlyObjectWrapper<>(this, "targets", List.of());

    /**
     * @param seen what was selected when the selection was looked at last
     * @param now what is selected now, which may take longer to tell
     * @param primary whether it is on what the rows themselves are, and not on what they lead to
     */
    BoundAction(Action action, Supplier<List<Target>> seen, Supplier<List<Target>> now, boolean primary) {
        this.action = action;
        this.seen = seen;
        this.now = now;
        this.primary = primary;
    }

    /** Binds an action to what is selected; it is on what is selected itself. */
    public BoundAction(Action action, Supplier<List<Target>> selection) {
        this(action, selection, selection, true);
        refresh();
    }

    /** Returns what it is called and how it is shown. */
    public ActionFace face() {
        return action.face();
    }

    /** Returns the stable id, also the key of its name. */
    public String id() {
        return face().id();
    }

    public String icon() {
        return face().icon();
    }

    public Optional<String> shortcut() {
        return face().shortcut();
    }

    public boolean dangerous() {
        return face().dangerous();
    }

    /** Returns whether it is on what the rows themselves are, and not on what they lead to, such as a task's job. */
    public boolean primary() {
        return primary;
    }

    /** Returns what it is on, as of the last {@link #refresh()}; nothing if it is on nothing that is selected. */
    public ReadOnlyObjectProperty<List<Target>> targetsProperty() {
        return targets.getReadOnlyProperty();
    }

    /** Returns whether it can be done for what is selected, as of the last {@link #refresh()}. */
    public ReadOnlyBooleanProperty enabledProperty() {
        return enabled.getReadOnlyProperty();
    }

    /** Returns why it cannot be done, empty if it can, as of the last {@link #refresh()}. */
    public ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    /** Asks again whether it can be done: what is selected may have changed. */
    public void refresh() {
        List<Target> chosen = seen.get();
        targets.set(face().reach() == Reach.NOTHING ? List.of() : chosen);
        Availability availability = action.availability(chosen);
        enabled.set(availability.enabled());
        reason.set(availability.reason());
    }

    /** Does it for what is selected, unless that has come to make no sense. */
    public void fire() {
        List<Target> chosen = now.get();
        if (action.availability(chosen).enabled()) {
            action.run(chosen);
        }
    }
}
