package io.jobdeck.desktop.overview;

import io.jobdeck.desktop.fold.Totals;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.ViewContext;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What tasks and executors use, of what the agents have as far as that is known. */
final class CapacityPane extends VBox {

    private final Texts texts;
    private final Gauge cpus;
    private final Gauge memory;
    private final Label agents = new Label();

    CapacityPane(ViewContext context) {
        this.texts = context.texts();
        this.cpus = new Gauge(texts, "overview.cpus");
        this.memory = new Gauge(texts, "overview.memory");
        agents.getStyleClass().add("capacity-agents");
        getStyleClass().add("capacity");
        getChildren().addAll(cpus, memory, agents);
    }

    void refresh(Totals totals, Optional<Capacity> capacity) {
        if (capacity.isPresent()) {
            Capacity all = capacity.get();
            cpus.show(of("number.cpus", all.usedCpus(), all.cpus()), share(all.usedCpus(), all.cpus()));
            memory.show(of("number.megabytes", all.usedMemoryMb(), all.memoryMb()), share(all.usedMemoryMb(), all.memoryMb()));
            agents.setText(texts.get("overview.agents", all.agents(), totals.executors()));
        } else {
            cpus.show(texts.get("overview.given", texts.get("number.cpus", totals.cpus())), Optional.empty());
            memory.show(texts.get("overview.given", texts.get("number.megabytes", totals.memoryMb())), Optional.empty());
            agents.setText(texts.get("overview.executors", totals.executors(), totals.agents()));
        }
    }

    private String of(String unit, double used, double all) {
        return texts.get("overview.used-of", texts.get(unit, used), texts.get(unit, all), texts.get(unit, Math.max(0, all - used)));
    }

    private static Optional<Double> share(double used, double all) {
        return all <= 0 ? Optional.of(0.0) : Optional.of(Math.min(1, used / all));
    }

    /** A name, a figure, and a bar if there is something to fill. */
    private static final class Gauge extends VBox {

        private static final double NEARLY_FULL = 0.9;

        private final Label figure = new Label();
        private final ProgressBar bar = new ProgressBar(0);

        Gauge(Texts texts, String key) {
            Label name = new Label();
            name.textProperty().bind(texts.bind(key));
            name.getStyleClass().add("gauge-name");
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            figure.getStyleClass().add("gauge-figure");
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.getStyleClass().addAll("small", "gauge-bar");
            bar.accessibleTextProperty().bind(name.textProperty());
            getStyleClass().add("gauge");
            getChildren().addAll(new HBox(name, space, figure), bar);
        }

        void show(String words, Optional<Double> share) {
            figure.setText(words);
            bar.setVisible(share.isPresent());
            bar.setManaged(share.isPresent());
            share.ifPresent(bar::setProgress);
            bar.getStyleClass().remove("warning");
            if (share.filter(part -> part > NEARLY_FULL).isPresent()) {
                bar.getStyleClass().add("warning");
            }
        }
    }
}
