package io.jobdeck.desktop.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.desktop.fold.Delta;
import io.jobdeck.desktop.fold.ReadyFacts;
import io.jobdeck.desktop.queues.ReadyRow;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TableModelTest {

    private final TableModel<ReadyFacts.Key, ReadyFacts, ReadyRow> model = new TableModel<>(ReadyRow::new,
            Comparator.comparing(ReadyRow::job), TableModel.containedIn(row -> List.of(row.job(), row.appProperty().get())));

    @Test
    void aRowLivesAsLongAsItsKeyAndFollowsTheFacts() {
        model.apply(changed(ready("invoices", "billing", 1)));
        ReadyRow row = model.row(ReadyFacts.Key.ordinary("invoices")).orElseThrow();

        model.apply(changed(ready("invoices", "billing", 2)));

        assertThat(model.shown()).containsExactly(row);
        assertThat(row.countProperty().get()).isEqualTo(2);
    }

    @Test
    void aRowThatIsGoneLeaves() {
        model.apply(changed(ready("invoices", "billing", 1), ready("reminders", "billing", 1)));

        model.apply(new Delta<>(Map.of(), Set.of(ReadyFacts.Key.ordinary("invoices"))));

        assertThat(model.shown()).extracting(ReadyRow::job).containsExactly("reminders");
        assertThat(model.totalProperty().get()).isEqualTo(1);
        assertThat(model.row(ReadyFacts.Key.ordinary("invoices"))).isEmpty();
    }

    @Test
    void theFilterFindsWordsInAnyCaseInAnyText() {
        model.apply(changed(ready("invoices", "billing", 1), ready("cleanup", "housekeeping", 1)));

        model.filterProperty().set(" BILL ");

        assertThat(model.shown()).extracting(ReadyRow::job).containsExactly("invoices");
        assertThat(model.totalProperty().get()).isEqualTo(2);

        model.filterProperty().set("");
        assertThat(model.shown()).hasSize(2);
    }

    @Test
    void aRowThatComesToMatchTheFilterAppearsWhenTheTableIsArranged() {
        model.apply(changed(ready("invoices", "billing", 1)));
        model.filterProperty().set("other");
        assertThat(model.shown()).isEmpty();

        model.apply(changed(ready("invoices", "other", 1)));
        model.arrange();

        assertThat(model.shown()).hasSize(1);
    }

    @Test
    void whilePausedWhatIsShownStaysAndWhatIsKnownGoesOn() {
        model.apply(changed(ready("invoices", "billing", 1), ready("reminders", "billing", 1)));
        List<ReadyRow> before = List.copyOf(model.shown());

        model.pausedProperty().set(true);
        model.apply(changed(ready("invoices", "billing", 2), ready("cleanup", "housekeeping", 1)));
        model.apply(changed(ready("invoices", "billing", 3)));
        model.apply(new Delta<>(Map.of(), Set.of(ReadyFacts.Key.ordinary("reminders"))));
        model.arrange();

        assertThat(model.shown()).containsExactlyElementsOf(before);
        assertThat(before).extracting(row -> row.countProperty().get()).containsExactly(1, 1);
        assertThat(model.waitingProperty().get()).isEqualTo(3);
        assertThat(model.row(ReadyFacts.Key.ordinary("invoices")).orElseThrow().countProperty().get()).isEqualTo(3);
        assertThat(model.current(before.get(0))).isEqualTo(model.row(ReadyFacts.Key.ordinary("invoices")));
        assertThat(model.current(before.get(1))).isEmpty();
    }

    @Test
    void afterThePauseWhatIsShownCatchesUp() {
        model.apply(changed(ready("invoices", "billing", 1), ready("reminders", "billing", 1)));
        model.pausedProperty().set(true);
        model.apply(changed(ready("invoices", "billing", 2), ready("cleanup", "housekeeping", 1), ready("brief", "a", 1)));
        model.apply(new Delta<>(Map.of(), Set.of(ReadyFacts.Key.ordinary("reminders"), ReadyFacts.Key.ordinary("brief"))));

        model.pausedProperty().set(false);

        assertThat(model.shown()).extracting(ReadyRow::job).containsExactly("cleanup", "invoices");
        assertThat(model.shown()).extracting(row -> row.countProperty().get()).containsExactly(1, 2);
        assertThat(model.waitingProperty().get()).isZero();
        model.apply(changed(ready("invoices", "billing", 4)));
        assertThat(model.shown().get(1).countProperty().get()).isEqualTo(4);
    }

    @Test
    void aPersonMayFilterWhatIsPaused() {
        model.apply(changed(ready("invoices", "billing", 1), ready("cleanup", "housekeeping", 1)));
        model.pausedProperty().set(true);
        model.apply(changed(ready("invoices", "other", 1)));

        model.filterProperty().set("billing");

        assertThat(model.shown()).extracting(ReadyRow::job).containsExactly("invoices");
    }

    @Test
    void clearingLeavesNothing() {
        model.apply(changed(ready("invoices", "billing", 1)));

        model.clear();

        assertThat(model.shown()).isEmpty();
        assertThat(model.totalProperty().get()).isZero();
    }

    private static ReadyFacts ready(String job, String app, int count) {
        return new ReadyFacts(job, app, count, Optional.empty());
    }

    private static Delta<ReadyFacts.Key, ReadyFacts> changed(ReadyFacts... facts) {
        return new Delta<>(Arrays.stream(facts)
                .collect(Collectors.toMap(ReadyFacts::key, each -> each)), Set.of());
    }
}
