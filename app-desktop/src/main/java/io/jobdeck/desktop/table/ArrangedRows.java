package io.jobdeck.desktop.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.collections.ObservableListBase;

/**
 * The rows of a table that pass its filter, in its order. Rows whose values change stay where they are until
 * {@link #arrange()}, which moves as few as it can and tells of a change of order as a permutation, so that selection
 * follows its rows. Measured: re-sorting on every change of a value freezes a window of 10 000 rows for good.
 *
 * <p>While frozen, nothing comes, goes or moves, so that nobody acts on a row that has just slipped under the mouse.
 *
 * @param <R> the row
 */
public final class ArrangedRows<R> extends ObservableListBase<R> {

    private final Set<R> all = new LinkedHashSet<>();
    private List<R> shown = new ArrayList<>();
    private Predicate<? super R> filter = row -> true;
    private final Comparator<? super R> natural;
    private Comparator<? super R> order;
    private Consumer<Runnable> around = Runnable::run;
    private Map<R, R> successors = Map.of();
    private boolean frozen;
    private boolean untidy;

    /**
     * Makes an empty list.
     *
     * @param natural order of rows that no other order tells apart
     */
    public ArrangedRows(Comparator<? super R> natural) {
        this.natural = natural;
        this.order = natural;
    }

    @Override
    public R get(int index) {
        return shown.get(index);
    }

    @Override
    public int size() {
        return shown.size();
    }

    /** Returns how many rows there are, whether they pass the filter or not. */
    public int total() {
        return all.size();
    }

    /** Lets the table save its selection before rows come, go or move, and restore it afterwards. */
    public void setAround(Consumer<Runnable> newAround) {
        around = newAround;
    }

    /** Lets only such rows be shown, at once unless frozen. */
    public void setFilter(Predicate<? super R> newFilter) {
        filter = newFilter;
        arrangeSoon();
    }

    /** Sets the order, null for the natural one; at once unless frozen. */
    public void setOrder(Comparator<R> newOrder) {
        order = newOrder == null ? natural : newOrder.thenComparing(natural);
        arrangeSoon();
    }

    /** Keeps every row where it is until set free again. */
    public void setFrozen(boolean nowFrozen) {
        frozen = nowFrozen;
        if (!frozen && untidy) {
            arrange();
        }
    }

    /** Takes rows that are new and rows that are gone. */
    public void change(Collection<R> arrived, Collection<R> gone) {
        if (arrived.isEmpty() && gone.isEmpty()) {
            return;
        }
        gone.forEach(all::remove);
        all.addAll(arrived);
        arrangeSoon();
    }

    /**
     * Takes rows in the place of others, as well as rows that are new and rows that are gone.
     *
     * @param newSuccessors the row that comes for each one that goes
     */
    public void exchange(Map<R, R> newSuccessors, Collection<R> arrived, Collection<R> gone) {
        gone.forEach(all::remove);
        newSuccessors.keySet().forEach(all::remove);
        all.addAll(newSuccessors.values());
        all.addAll(arrived);
        successors = newSuccessors;
        arrangeSoon();
        successors = Map.of();
    }

    /** Returns the row that has just come for this one, or the row itself. */
    R successor(R row) {
        return successors.getOrDefault(row, row);
    }

    /** Remembers that values have changed by which rows are filtered or ordered. */
    public void touch() {
        untidy = true;
    }

    /** Filters and orders by the values of now, if any have changed and it is not frozen. */
    public void arrangeIfTouched() {
        if (untidy && !frozen) {
            arrange();
        }
    }

    private void arrangeSoon() {
        untidy = true;
        if (!frozen) {
            arrange();
        }
    }

    private void arrange() {
        untidy = false;
        List<R> target = new ArrayList<>(all.size());
        for (R row : all) {
            if (filter.test(row)) {
                target.add(row);
            }
        }
        target.sort(order);
        if (!target.equals(shown)) {
            around.accept(() -> show(target));
        }
    }

    private void show(List<R> target) {
        dropAllBut(new HashSet<>(target));
        permute(target);
        insert(target);
    }

    private void dropAllBut(Set<R> staying) {
        List<R> before = shown;
        beginChange();
        shown = new ArrayList<>(before.stream().filter(staying::contains).toList());
        for (int index = before.size() - 1; index >= 0; index--) {
            if (!staying.contains(before.get(index))) {
                nextRemove(index, before.get(index));
            }
        }
        endChange();
    }

    /** Brings the rows that are shown already into the order in which they stand in the target. */
    private void permute(List<R> target) {
        Map<R, Integer> before = new HashMap<>(shown.size() * 2);
        for (int index = 0; index < shown.size(); index++) {
            before.put(shown.get(index), index);
        }
        int[] permutation = new int[shown.size()];
        List<R> after = new ArrayList<>(shown.size());
        boolean moved = false;
        for (R row : target) {
            Integer index = before.get(row);
            if (index != null) {
                moved |= index != after.size();
                permutation[index] = after.size();
                after.add(row);
            }
        }
        if (moved) {
            beginChange();
            shown = after;
            nextPermutation(0, permutation.length, permutation);
            endChange();
        }
    }

    private void insert(List<R> target) {
        if (shown.size() == target.size()) {
            return;
        }
        List<R> before = shown;
        beginChange();
        shown = target;
        int old = 0;
        int from = 0;
        for (int index = 0; index <= target.size(); index++) {
            boolean known = index < target.size() && old < before.size() && target.get(index) == before.get(old);
            if (known || index == target.size()) {
                if (from < index) {
                    nextAdd(from, index);
                }
                from = index + 1;
                old++;
            }
        }
        endChange();
    }
}
