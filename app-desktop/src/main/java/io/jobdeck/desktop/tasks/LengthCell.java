package io.jobdeck.desktop.tasks;

import io.jobdeck.desktop.view.ViewContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

/** How long a task has been at work against the usual, told anew as the clock moves on. */
public final class LengthCell extends TableCell<TaskRow, Instant> {

    private final ViewContext context;
    private final Function<TaskRow, Optional<Duration>> usual;
    private final Tooltip tooltip = new Tooltip();
    private final ChangeListener<Instant> tick = (clock, before, now) -> show();

    private LengthCell(ViewContext context, Function<TaskRow, Optional<Duration>> usual) {
        this.context = context;
        this.usual = usual;
        context.columns().now().addListener(new WeakChangeListener<>(tick));
    }

    /** Lets a column show it, ordered by when the tasks were launched. */
    public static void fill(TableColumn<TaskRow, Instant> column, ViewContext context,
            Function<TaskRow, Optional<Duration>> usual) {
        column.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue().launchedAt()));
        column.setCellFactory(any -> new LengthCell(context, usual));
    }

    /** Returns the words for it, such as {@code 4 min, usually 20 s}. */
    public static String words(ViewContext context, Length length) {
        String lasted = context.columns().times().length(length.lasted());
        return length.usual()
                .map(usually -> context.texts().get("task.length.usual", lasted, context.columns().times().length(usually)))
                .orElse(lasted);
    }

    @Override
    protected void updateItem(Instant item, boolean empty) {
        super.updateItem(item, empty);
        show();
    }

    private void show() {
        TaskRow row = isEmpty() || getTableRow() == null ? null : getTableRow().getItem();
        Optional<Length> length = row == null ? Optional.empty()
                : Length.of(row, usual.apply(row), context.columns().now().getValue());
        setText(length.map(known -> words(context, known)).orElse(null));
        getStyleClass().remove("stuck");
        boolean stuck = length.filter(Length::stuck).isPresent();
        if (stuck) {
            getStyleClass().add("stuck");
            tooltip.setText(context.texts().get("task.length.stuck"));
        }
        setTooltip(stuck ? tooltip : null);
    }
}
