package io.jobdeck.desktop.overview;

import io.jobdeck.desktop.overview.NextFirings.Firing;
import io.jobdeck.desktop.table.Times;
import io.jobdeck.desktop.view.ViewContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which jobs fire next and when; a fixed number of lines, so that nothing moves as they change. */
final class FiringsPane extends VBox {

    private static final int SHOWN = 8;

    private final ViewContext context;
    private final List<Line> lines = new ArrayList<>();
    private final Label none = new Label();

    FiringsPane(ViewContext context) {
        this.context = context;
        getStyleClass().add("firings");
        none.textProperty().bind(context.texts().bind("overview.firings.none"));
        none.getStyleClass().add("firings-none");
        getChildren().add(none);
        for (int index = 0; index < SHOWN; index++) {
            Line line = new Line();
            lines.add(line);
            getChildren().add(line);
        }
    }

    void refresh(NextFirings firings, Instant now) {
        List<Firing> first = firings.first(SHOWN);
        none.setVisible(first.isEmpty());
        none.setManaged(first.isEmpty());
        for (int index = 0; index < SHOWN; index++) {
            lines.get(index).show(index < first.size() ? first.get(index) : null, now);
        }
    }

    private final class Line extends HBox {

        private final Hyperlink job = new Hyperlink();
        private final Label when = new Label();
        private final Label clock = new Label();

        Line() {
            Region space = new Region();
            setHgrow(space, Priority.ALWAYS);
            when.getStyleClass().add("firing-when");
            when.setMinWidth(USE_PREF_SIZE);
            clock.getStyleClass().add("firing-clock");
            clock.setMinWidth(USE_PREF_SIZE);
            job.setMinWidth(0);
            job.setOnAction(event -> context.navigator().show("jobs", "name=\"" + job.getText() + "\""));
            setAlignment(Pos.CENTER_LEFT);
            getStyleClass().add("firing");
            getChildren().addAll(job, space, when, clock);
        }

        void show(Firing firing, Instant now) {
            setVisible(firing != null);
            setManaged(firing != null);
            if (firing != null) {
                Times times = context.columns().times();
                job.setText(firing.job());
                when.setText(firing.at().isAfter(now) ? times.relative(firing.at(), now) : context.texts().get("time.now"));
                clock.setText(times.clock(firing.at(), now));
            }
        }
    }
}
