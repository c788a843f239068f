package io.jobdeck.desktop.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.desktop.action.ActionControls;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** Selection that stays with its rows while others come, go and move, in small tables and in very large ones. */
class LiveTableIT extends ApplicationTest {

    private static final int MANY = 20_000;
    private static final long PATIENCE_MILLIS = 30_000;
    private static final int SELECTED = 2_500;

    private final AtomicBoolean ticking = new AtomicBoolean();
    private TableView<Line> table;
    private TableColumn<Line, Number> value;
    private ArrangedRows<Line> rows;
    private LiveTable<Line> live;

    @Override
    public void start(Stage stage) {
        table = new TableView<>();
        TableColumn<Line, String> name = new TableColumn<>("Name");
        name.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue().name));
        value = new TableColumn<>("Value");
        value.setCellValueFactory(cell -> cell.getValue().value);
        table.getColumns().setAll(List.of(name, value));
        rows = new ArrangedRows<>(Comparator.comparing(line -> line.name), () -> ticking.get() ? System.nanoTime() : 0);
        live = new LiveTable<>(table, rows, new ActionControls(new Texts(Language.ENGLISH)), List::of);
        stage.setScene(new Scene(table, 1000, 700));
        stage.show();
    }

    @Test
    void whateverHappensTheSameRowsAreSelectedLessThoseThatAreGone() {
        Random random = new Random(11);
        List<Line> present = lines(0, 60);
        interact(() -> rows.change(present, List.of()));
        interact(() -> table.getSortOrder().setAll(List.of(value)));
        for (int round = 0; round < 60; round++) {
            int step = round;
            Set<Line> wanted = present.stream().filter(line -> random.nextInt(6) == 0).collect(Collectors.toSet());
            interact(() -> {
                table.getSelectionModel().clearSelection();
                wanted.forEach(table.getSelectionModel()::select);
                List<Line> gone = present.stream().filter(line -> random.nextInt(8) == 0).toList();
                List<Line> arrived = lines(1000 + step * 10, random.nextInt(9));
                present.removeAll(gone);
                present.addAll(arrived);
                present.forEach(line -> line.value.set(random.nextInt(50)));
                rows.change(arrived, gone);
                rows.touch();
                rows.arrangeIfTouched();
                wanted.removeAll(gone);
            });
            assertThat(Set.copyOf(selection())).as("round " + round).isEqualTo(wanted);
        }
    }

    @Test
    void aRangeIsSelectedWithShift() {
        interact(() -> rows.change(lines(0, 20), List.of()));
        interact(() -> {
            table.requestFocus();
            table.getSelectionModel().select(3);
            table.getFocusModel().focus(3);
        });

        press(KeyCode.SHIFT).push(KeyCode.DOWN);
        push(KeyCode.DOWN);
        release(KeyCode.SHIFT);

        assertThat(selection()).containsExactly(rows.get(3), rows.get(4), rows.get(5));
    }

    @Test
    @Timeout(120)
    void whileVeryManyAreSelectedNothingMoves() {
        List<Line> many = lines(0, SELECTED);
        interact(() -> rows.change(many, List.of()));
        interact(() -> table.requestFocus());
        push(KeyCode.CONTROL, KeyCode.A);
        assertThat(selection()).hasSize(SELECTED);

        interact(() -> rows.change(lines(SELECTED, 5), many.subList(0, 10)));
        assertThat(rows).hasSize(SELECTED);

        interact(() -> {
            table.getSelectionModel().clearSelection();
            rows.arrangeIfTouched();
        });
        assertThat(rows).hasSize(SELECTED - 5);
    }

    @Test
    @Timeout(120)
    void manyRowsThatChangeAreOrderedInASmallPartOfTheTime() {
        List<Line> many = lines(0, MANY);
        interact(() -> rows.change(many, List.of()));
        interact(() -> table.getSortOrder().setAll(List.of(value)));
        ticking.set(true);
        Random random = new Random(5);
        long[] busy = new long[1];
        long began = System.nanoTime();
        for (int tick = 0; tick < 40; tick++) {
            interact(() -> {
                IntStream.range(0, 500).forEach(each -> many.get(random.nextInt(MANY)).value.set(random.nextInt()));
                long from = System.nanoTime();
                rows.touch();
                rows.arrangeIfTouched();
                busy[0] += System.nanoTime() - from;
            });
        }
        Duration all = Duration.ofNanos(System.nanoTime() - began);
        assertThat(Duration.ofNanos(busy[0])).isLessThan(all.dividedBy(4));
    }

    /** The toolkit's lists are for its own thread, also for reading. */
    private List<Line> selection() {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, live::selection);
    }

    private static List<Line> lines(int from, int count) {
        return new ArrayList<>(IntStream.range(from, from + count).mapToObj(Line::new).toList());
    }

    private static final class Line {

        private final String name;
        private final SimpleIntegerProperty value = new SimpleIntegerProperty();

        Line(int number) {
            name = "job-" + Integer.toHexString(number * 7919);
            value.set(number * 31 % 1000);
        }
    }
}
