package io.jobdeck.desktop.table;

import io.jobdeck.desktop.action.Action;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** An action together with the selection it is for, so that menus and buttons need not know the rows. */
public final class BoundAction {

    private final String id;
    private final String icon;
    private final Optional<String> shortcut;
    private final boolean dangerous;
    private final ReadOnlyBooleanWrapper enabled = new ReadOnlyBooleanWrapper();
    private final Runnable look;
    private final Runnable run;

    private <T> BoundAction(Action<T> action, Supplier<List<T>> selection) {
        this.id = action.id();
        this.icon = action.icon();
        this.shortcut = action.shortcut();
        this.dangerous = action.dangerous();
        this.look = () -> enabled.set(action.enabledFor(selection.get()));
        this.run = () -> {
            List<T> chosen = selection.get();
            if (action.enabledFor(chosen)) {
                action.run(chosen);
            }
        };
        refresh();
    }

    /** Binds each action to what is selected. */
    public static <T> List<BoundAction> all(List<? extends Action<T>> actions, Supplier<List<T>> selection) {
        return actions.stream().map(action -> new BoundAction(action, selection)).toList();
    }

    /** Returns the stable id, also the key of its name. */
    public String id() {
        return id;
    }

    public String icon() {
        return icon;
    }

    public Optional<String> shortcut() {
        return shortcut;
    }

    public boolean dangerous() {
        return dangerous;
    }

    /** Returns whether it makes sense for what is selected, as of the last {@link #refresh()}. */
    public ReadOnlyBooleanProperty enabledProperty() {
        return enabled.getReadOnlyProperty();
    }

    /** Looks at the selection again: it may be another one, or its rows may have changed. */
    public void refresh() {
        look.run();
    }

    /** Does it for what is selected, unless that has come to make no sense. */
    public void fire() {
        run.run();
    }
}
