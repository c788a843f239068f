package io.jobdeck.desktop.table;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
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

    private static final long QUICK_NANOS = Duration.ofMillis(8).toNanos();
    private static final int REST = 100;
    private static final int LARGE = 2_000;

    private final Set<R> all = new LinkedHashSet<>();
    private List<R> shown = new ArrayList<>();
    private Predicate<? super R> filter = row -> true;
    private final Comparator<? super R> natural;
    private final LongSupplier nanoTime;
    private RowOrder<R> order;
    private Consumer<Runnable> around = Runnable::run;
    private Map<R, R> successors = Map.of();
    private boolean frozen;
    private boolean held;
    private boolean untidy;
    private long tookNanos;
    private long endedAt;

    /**
     * Makes an empty list.
     *
     * @param natural order of rows that no other order tells apart
     */
    public ArrangedRows(Comparator<? super R> natural) {
        this(natural, System::nanoTime);
    }

    /** As above, with a clock of one's own, in nanoseconds. */
    ArrangedRows(Comparator<? super R> natural, LongSupplier nanoTime) {
        this.natural = natural;
        this.nanoTime = nanoTime;
        this.order = RowOrder.natural(natural);
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

    /** Sets what rows are ordered by, the weightiest first, and by the natural order after that; at once unless frozen. */
    public void setOrder(List<RowOrder.Key<R>> keys) {
        order = new RowOrder<>(keys, natural);
        arrangeSoon();
    }

    /** Keeps every row where it is until let go; what has changed meanwhile is shown when arranged next. */
    public void setHeld(boolean nowHeld) {
        held = nowHeld;
    }

    boolean isHeld() {
        return held;
    }

    /** Keeps every row where it is until set free again. */
    public void setFrozen(boolean nowFrozen) {
        frozen = nowFrozen;
        if (!frozen && !held && untidy) {
            arrange();
        }
    }

    /** Takes rows that are new and rows that are gone; shown at once while that is quick, else when arranged next. */
    public void change(Collection<R> arrived, Collection<R> gone) {
        if (arrived.isEmpty() && gone.isEmpty()) {
            return;
        }
        gone.forEach(all::remove);
        all.addAll(arrived);
        if (isQuick()) {
            arrangeSoon();
        } else {
            untidy = true;
        }
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

    /**
     * Filters and orders by the values of now, if any have changed and it is not frozen. Where that takes long it is done
     * the less often, so that it never takes more than a small part of the interface thread's time.
     */
    public void arrangeIfTouched() {
        boolean tooSoon = !isQuick() && nanoTime.getAsLong() - endedAt < tookNanos * REST;
        if (untidy && !frozen && !held && !tooSoon) {
            arrange();
        }
    }

    /** A single slow moment of the machine must not make a small table lag behind. */
    private boolean isQuick() {
        return all.size() < LARGE || tookNanos <= QUICK_NANOS;
    }

    private void arrangeSoon() {
        untidy = true;
        if (!frozen && !held) {
            arrange();
        }
    }

    private void arrange() {
        untidy = false;
        long began = nanoTime.getAsLong();
        List<R> target = order.sorted(candidates());
        if (!target.equals(shown)) {
            around.accept(() -> show(target));
        }
        endedAt = nanoTime.getAsLong();
        tookNanos = endedAt - began;
    }

    /** Those that are shown come first and as they stand, since what is nearly in order is quickly put in order. */
    private List<R> candidates() {
        List<R> passing = new ArrayList<>(all.size());
        for (R row : shown) {
            if (all.contains(row) && filter.test(row)) {
                passing.add(row);
            }
        }
        if (shown.size() < all.size() || passing.size() < shown.size()) {
            Set<R> known = new HashSet<>(shown);
            for (R row : all) {
                if (!known.contains(row) && filter.test(row)) {
                    passing.add(row);
                }
            }
        }
        return passing;
    }

    private void show(List<R> target) {
        Map<R, Integer> places = new HashMap<>(target.size() * 2);
        for (int index = 0; index < target.size(); index++) {
            places.put(target.get(index), index);
        }
        dropAllBut(places.keySet());
        permute(places);
        insert(target);
    }

    private void dropAllBut(Set<R> staying) {
        List<R> before = shown;
        List<R> kept = new ArrayList<>(before.size());
        for (R row : before) {
            if (staying.contains(row)) {
                kept.add(row);
            }
        }
        if (kept.size() == before.size()) {
            return;
        }
        beginChange();
        shown = kept;
        for (int index = before.size() - 1; index >= 0; index--) {
            if (!staying.contains(before.get(index))) {
                nextRemove(index, before.get(index));
            }
        }
        endChange();
    }

    /** Brings the rows that are shown already into the order in which they stand in the target. */
    private void permute(Map<R, Integer> places) {
        int count = shown.size();
        int[] place = new int[count];
        boolean moved = false;
        for (int index = 0; index < count; index++) {
            place[index] = places.get(shown.get(index));
            moved |= index > 0 && place[index] < place[index - 1];
        }
        if (!moved) {
            return;
        }
        int[] sorted = place.clone();
        Arrays.sort(sorted);
        int[] permutation = new int[count];
        List<R> after = new ArrayList<>(shown);
        for (int index = 0; index < count; index++) {
            permutation[index] = Arrays.binarySearch(sorted, place[index]);
            after.set(permutation[index], shown.get(index));
        }
        beginChange();
        shown = after;
        nextPermutation(0, count, permutation);
        endChange();
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
