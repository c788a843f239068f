package io.jobdeck.desktop.tasks;

import io.jobdeck.desktop.table.Mark;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.view.ViewContext;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskRecord.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/** The states that a task has been in, below each other along a line, with when it entered each and how long that lasted. */
final class StateTimeline extends VBox {

    private static final double RADIUS = 4.5;
    private static final double RAIL_WIDTH = 18;

    private final ViewContext context;
    private List<Step> shown = List.of();
    private Language spoken;
    private Optional<Label> last = Optional.empty();

    StateTimeline(ViewContext context) {
        this.context = context;
        getStyleClass().add("timeline");
        getStylesheets().add(Objects.requireNonNull(StateTimeline.class.getResource("tasks.css")).toExternalForm());
    }

    /** Shows how far the task has come by now. */
    void show(Optional<TaskRecord> task) {
        List<Step> steps = task.map(TaskRecord::timeline).orElse(List.of());
        if (!steps.equals(shown) || spoken != context.texts().language()) {
            shown = steps;
            spoken = context.texts().language();
            last = Optional.empty();
            getChildren().clear();
            for (int index = 0; index < steps.size(); index++) {
                add(steps, index);
            }
        }
        Instant now = context.columns().now().getValue();
        last.ifPresent(label -> label.setText(length(steps.get(steps.size() - 1).since(), now)));
    }

    private void add(List<Step> steps, int index) {
        Step step = steps.get(index);
        boolean present = index == steps.size() - 1;
        Mark mark = TaskMarks.of(step.state());
        Label word = new Label(context.texts().get(mark.word()));
        word.getStyleClass().add("timeline-state");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label lasted = new Label(present ? "" : length(step.since(), steps.get(index + 1).since()));
        lasted.getStyleClass().add("timeline-length");
        Label at = new Label(context.columns().times().clock(step.since(), context.columns().now().getValue()));
        at.getStyleClass().add("timeline-time");
        HBox line = new HBox(rail(mark, index == 0, present), word, space, lasted, at);
        line.getStyleClass().add(present ? "timeline-present" : "timeline-past");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
        last = Optional.of(lasted).filter(label -> present);
    }

    private static StackPane rail(Mark mark, boolean first, boolean last) {
        Circle dot = new Circle(RADIUS);
        dot.getStyleClass().setAll("dot", mark.tone().styleClass());
        Region line = new Region();
        line.getStyleClass().add("timeline-rail");
        line.setMaxWidth(2);
        StackPane rail = new StackPane(line, dot);
        rail.setMinWidth(RAIL_WIDTH);
        if (first && last) {
            line.setVisible(false);
        }
        rail.getStyleClass().add(first ? "rail-first" : last ? "rail-last" : "rail-middle");
        return rail;
    }

    private String length(Instant from, Instant to) {
        Duration lasted = Duration.between(from, to);
        return context.columns().times().length(lasted.isNegative() ? Duration.ZERO : lasted);
    }
}
