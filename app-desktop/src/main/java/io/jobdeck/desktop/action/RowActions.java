package io.jobdeck.desktop.action;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The actions for the rows of one table: on what the rows are, and on what they lead to. The selection is looked at once
 * each time the actions are asked for, however many there are. Interface thread only.
 *
 * @param <R> the row
 */
public final class RowActions<R> implements Function<Supplier<List<R>>, Supplier<List<BoundAction>>> {

    private final ActionCatalog catalog;
    private final Function<R, List<Target>> targets;
    private final List<Scope> own;
    private final List<Scope> others;

    RowActions(ActionCatalog catalog, Function<R, List<Target>> targets, List<Scope> own, List<Scope> others) {
        this.catalog = catalog;
        this.targets = targets;
        this.own = own;
        this.others = others;
    }

    /** Returns the same with the actions on what the rows lead to, such as the job and the app of a task. */
    public RowActions<R> leadingTo(Scope... scopes) {
        return new RowActions<>(catalog, targets, own, List.of(scopes));
    }

    /**
     * Binds the actions to what is selected in the table. What is returned gives those for the selection of then, each asked
     * again whether it can be done.
     */
    @Override
    public Supplier<List<BoundAction>> apply(Supplier<List<R>> selection) {
        Look look = new Look(selection);
        Map<Scope, List<BoundAction>> bound = new EnumMap<>(Scope.class);
        Stream.concat(own.stream(), others.stream()).forEach(scope -> bound.put(scope, bind(scope, look)));
        return () -> {
            look.again();
            List<BoundAction> offered = new ArrayList<>();
            look.offered().forEach(scope -> offered.addAll(bound.get(scope)));
            offered.forEach(BoundAction::refresh);
            return offered;
        };
    }

    /** A table of several kinds of things is no place to make a new one of any kind. */
    private List<BoundAction> bind(Scope scope, Look look) {
        boolean makesNew = own.equals(List.of(scope));
        return catalog.of(scope).stream()
                .filter(action -> makesNew || action.face().reach() != Reach.NOTHING)
                .map(action -> new BoundAction(action, () -> look.seen(scope), () -> look.now(scope), own.contains(scope)))
                .toList();
    }

    private final class Look {

        private final Supplier<List<R>> selection;
        private Map<Scope, List<Target>> seen = Map.of();

        Look(Supplier<List<R>> selection) {
            this.selection = selection;
        }

        void again() {
            seen = look();
        }

        List<Target> seen(Scope scope) {
            return seen.getOrDefault(scope, List.of());
        }

        List<Target> now(Scope scope) {
            return look().getOrDefault(scope, List.of());
        }

        /** Of a selection, the kinds that are in it; of none, what the rows are. */
        List<Scope> offered() {
            List<Scope> present = Stream.concat(own.stream(), others.stream()).filter(seen::containsKey).toList();
            return present.isEmpty() ? own.subList(0, 1) : present;
        }

        private Map<Scope, List<Target>> look() {
            Map<Scope, Set<Target>> found = new EnumMap<>(Scope.class);
            selection.get().forEach(row -> targets.apply(row).forEach(target ->
                    found.computeIfAbsent(target.scope(), scope -> new LinkedHashSet<>()).add(target)));
            Map<Scope, List<Target>> lists = new EnumMap<>(Scope.class);
            found.forEach((scope, set) -> lists.put(scope, List.copyOf(set)));
            return lists;
        }
    }
}
