package io.jobdeck.desktop.action;

import java.util.List;
import java.util.function.Function;

/** All actions of one cluster, each existing once. Interface thread only. */
public final class ActionCatalog {

    private final List<Action> actions;

    /** Takes all of them; those of one scope in the order of a menu. */
    public ActionCatalog(List<? extends Action> actions) {
        this.actions = List.copyOf(actions);
    }

    /** Returns those on one kind of thing, in the order of a menu. */
    public List<Action> of(Scope scope) {
        return actions.stream().filter(action -> action.face().scope() == scope).toList();
    }

    /** Returns whether there is one with this face. */
    public boolean has(ActionFace face) {
        return actions.stream().anyMatch(action -> action.face() == face);
    }

    /** Returns the one with this face, on these things and whatever is selected. */
    public BoundAction bound(ActionFace face, Target... targets) {
        List<Target> fixed = List.of(targets);
        return actions.stream().filter(action -> action.face() == face).findFirst()
                .map(action -> new BoundAction(action, () -> fixed))
                .orElseThrow(() -> new IllegalArgumentException("There is no action " + face.id()));
    }

    /**
     * Returns the actions for the rows of a table.
     *
     * @param targets what a row is and what it leads to, such as a task, its job and its app
     * @param own what the rows are; the first kind has its actions offered while nothing is selected
     * @param <R> the row
     */
    public <R> RowActions<R> rows(Function<R, List<Target>> targets, Scope... own) {
        return new RowActions<>(this, targets, List.of(own), List.of());
    }
}
