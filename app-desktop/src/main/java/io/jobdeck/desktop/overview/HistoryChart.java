package io.jobdeck.desktop.overview;

import io.jobdeck.desktop.overview.History.Sample;
import io.jobdeck.desktop.view.ViewContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToIntFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/**
 * Tasks in flight and runs that waited over the last hour. A few shapes that are changed in place, so that it costs next to
 * nothing to keep it current.
 */
final class HistoryChart extends Region {

    private static final double LEFT = 44;
    private static final double BOTTOM = 20;
    private static final double TOP = 8;
    private static final double HEIGHT = 150;
    private static final int[] STEPS = {1, 2, 5};

    private final ViewContext context;
    private final Polygon area = new Polygon();
    private final Polyline tasks = new Polyline();
    private final Polyline waiting = new Polyline();
    private final Line base = new Line();
    private final Line half = new Line();
    private final Line top = new Line();
    private final Label most = label();
    private final Label middle = label();
    private final Label none = label();
    private final Label begin = label();
    private final Label end = label();
    private List<Sample> samples = List.of();
    private Instant now = Instant.EPOCH;

    HistoryChart(ViewContext context) {
        this.context = context;
        getStyleClass().add("history-chart");
        setPrefHeight(HEIGHT);
        setMinHeight(HEIGHT);
        area.getStyleClass().add("chart-area");
        tasks.getStyleClass().add("chart-tasks");
        waiting.getStyleClass().add("chart-waiting");
        List.of(base, half, top).forEach(line -> line.getStyleClass().add("chart-grid"));
        getChildren().addAll(top, half, base, area, waiting, tasks, most, middle, none, begin, end);
    }

    private static Label label() {
        Label label = new Label();
        label.getStyleClass().add("chart-label");
        return label;
    }

    /** Shows these samples, up to now. */
    void show(List<Sample> newSamples, Instant time) {
        samples = newSamples;
        now = time;
        begin.setText(context.texts().get("time.ago", context.columns().times().length(History.SPAN)));
        end.setText(context.texts().get("time.now"));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - LEFT;
        double height = getHeight() - TOP - BOTTOM;
        int scale = scale(samples.stream().mapToInt(sample -> Math.max(sample.tasks(), sample.waiting())).max().orElse(0));
        grid(width, height, scale);
        line(tasks, Sample::tasks, width, height, scale);
        line(waiting, Sample::waiting, width, height, scale);
        area.getPoints().setAll(tasks.getPoints());
        if (!samples.isEmpty()) {
            area.getPoints().addAll(x(samples.get(samples.size() - 1), width), TOP + height,
                    x(samples.get(0), width), TOP + height);
        }
    }

    private void grid(double width, double height, int scale) {
        place(top, most, TOP, width, scale);
        place(half, middle, TOP + height / 2, width, scale / 2);
        place(base, none, TOP + height, width, 0);
        middle.setVisible(scale % 2 == 0);
        begin.autosize();
        begin.relocate(LEFT, TOP + height + 4);
        end.autosize();
        end.relocate(LEFT + width - end.getWidth(), TOP + height + 4);
    }

    private void place(Line line, Label label, double y, double width, int value) {
        line.setStartX(LEFT);
        line.setEndX(LEFT + width);
        line.setStartY(Math.round(y) + 0.5);
        line.setEndY(Math.round(y) + 0.5);
        label.setText(context.texts().get("number.count", value));
        label.autosize();
        label.relocate(Math.max(0, LEFT - 8 - label.getWidth()), y - label.getHeight() / 2);
    }

    private void line(Polyline line, ToIntFunction<Sample> value, double width, double height, int scale) {
        Double[] points = new Double[2 * samples.size()];
        for (int index = 0; index < samples.size(); index++) {
            Sample sample = samples.get(index);
            points[2 * index] = x(sample, width);
            points[2 * index + 1] = TOP + height - height * value.applyAsInt(sample) / scale;
        }
        line.getPoints().setAll(points);
    }

    private double x(Sample sample, double width) {
        double age = Duration.between(sample.at(), now).toMillis() / (double) History.SPAN.toMillis();
        return LEFT + width * Math.max(0, 1 - age);
    }

    /** Returns the smallest round number that is not less, at least 2. */
    static int scale(int most) {
        for (int power = 1; power <= 100_000_000; power *= 10) {
            for (int step : STEPS) {
                if (step * power >= Math.max(2, most)) {
                    return step * power;
                }
            }
        }
        return most;
    }
}
