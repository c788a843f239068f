package io.jobdeck.desktop.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class ArrangedRowsTest {

    private static final List<RowOrder.Key<Line>> BY_VALUE = List.of(new RowOrder.Key<>(line -> line.value,
            Comparator.comparing(Integer.class::cast)));

    private final AtomicLong clock = new AtomicLong();
    private long step;
    private final ArrangedRows<Line> rows = new ArrangedRows<>(Comparator.comparingInt(line -> line.number),
            () -> clock.addAndGet(step));
    private int lines;
    private final List<Line> mirror = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    ArrangedRowsTest() {
        rows.addListener(this::follow);
    }

    @Test
    void rowsStandInTheOrderOfTheirValues() {
        rows.setOrder(BY_VALUE);

        rows.change(List.of(new Line(3), new Line(1), new Line(2)), List.of());

        assertThat(values()).containsExactly(1, 2, 3);
    }

    @Test
    void aRowThatChangesStaysWhereItIsUntilTheRowsAreArranged() {
        Line first = new Line(1);
        rows.setOrder(BY_VALUE);
        rows.change(List.of(first, new Line(2), new Line(3)), List.of());

        first.value = 9;
        rows.touch();
        assertThat(rows.get(0)).isSameAs(first);

        rows.arrangeIfTouched();
        assertThat(values()).containsExactly(2, 3, 9);
        assertThat(heard).last().isEqualTo("permuted");
    }

    @Test
    void anOrderThatHoldsIsNotToldAgain() {
        rows.setOrder(BY_VALUE);
        rows.change(List.of(new Line(1), new Line(2)), List.of());
        heard.clear();

        rows.touch();
        rows.arrangeIfTouched();

        assertThat(heard).isEmpty();
    }

    @Test
    void onlyRowsThatPassTheFilterAreShown() {
        rows.change(List.of(new Line(1), new Line(2), new Line(3), new Line(4)), List.of());

        rows.setFilter(line -> line.value % 2 == 0);
        assertThat(values()).containsExactly(2, 4);
        assertThat(rows.total()).isEqualTo(4);

        rows.setFilter(line -> true);
        assertThat(values()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void whileFrozenNothingComesGoesOrMoves() {
        Line first = new Line(1);
        Line second = new Line(2);
        rows.setOrder(BY_VALUE);
        rows.change(List.of(first, second), List.of());
        heard.clear();

        rows.setFrozen(true);
        first.value = 5;
        rows.touch();
        rows.arrangeIfTouched();
        rows.change(List.of(new Line(0)), List.of(second));
        assertThat(rows).containsExactly(first, second);
        assertThat(heard).isEmpty();

        rows.setFrozen(false);
        assertThat(values()).containsExactly(0, 5);
    }

    @Test
    void whatTakesLongIsDoneTheLessOften() {
        rows.setOrder(BY_VALUE);
        step = Duration.ofMillis(20).toNanos();
        rows.change(IntStream.rangeClosed(1, 2000).mapToObj(Line::new).toList(), List.of());
        step = 0;

        rows.change(List.of(new Line(0)), List.of());
        rows.arrangeIfTouched();
        assertThat(values()).as("a moment later").startsWith(1, 2).hasSize(2000);

        clock.addAndGet(Duration.ofSeconds(2).toNanos());
        rows.arrangeIfTouched();
        assertThat(values()).as("a hundred times as long later").startsWith(0, 1, 2).hasSize(2001);
    }

    @Test
    void aPersonNeverWaits() {
        step = Duration.ofMillis(20).toNanos();
        rows.change(List.of(new Line(2), new Line(1)), List.of());

        rows.setOrder(BY_VALUE);
        assertThat(values()).containsExactly(1, 2);
        rows.setFilter(line -> line.value > 1);
        assertThat(values()).containsExactly(2);
    }

    @Test
    void whoeverListensSeesTheSameRowsAfterAnyChange() {
        Random random = new Random(7);
        List<Line> present = new ArrayList<>();
        for (int round = 0; round < 300; round++) {
            List<Line> arrived = IntStream.range(0, random.nextInt(6)).mapToObj(i -> new Line(random.nextInt(50)))
                    .toList();
            List<Line> gone = present.stream().filter(line -> random.nextInt(8) == 0).toList();
            present.forEach(line -> line.value += random.nextInt(3));
            present.removeAll(gone);
            present.addAll(arrived);
            if (round % 10 == 0) {
                int limit = random.nextInt(60);
                rows.setFilter(line -> line.value > limit);
                rows.setOrder(round % 20 == 0 ? List.of() : BY_VALUE);
            }
            rows.change(arrived, gone);
            rows.touch();
            rows.arrangeIfTouched();

            assertThat(mirror).containsExactlyElementsOf(rows);
        }
    }

    private List<Integer> values() {
        return rows.stream().map(line -> line.value).toList();
    }

    /** Rebuilds the list from the changes it tells of, as a table does. */
    private void follow(ListChangeListener.Change<? extends Line> change) {
        while (change.next()) {
            if (change.wasPermutated()) {
                heard.add("permuted");
                List<Line> before = List.copyOf(mirror);
                for (int index = change.getFrom(); index < change.getTo(); index++) {
                    mirror.set(change.getPermutation(index), before.get(index));
                }
            } else {
                heard.add("+" + change.getAddedSize() + " -" + change.getRemovedSize());
                mirror.subList(change.getFrom(), change.getFrom() + change.getRemovedSize()).clear();
                mirror.addAll(change.getFrom(), change.getAddedSubList());
            }
        }
    }

    private final class Line {

        private final int number = ++lines;
        private int value;

        Line(int value) {
            this.value = value;
        }
    }
}
