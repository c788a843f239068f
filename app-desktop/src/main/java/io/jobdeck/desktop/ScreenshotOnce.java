package io.jobdeck.desktop;

import io.jobdeck.desktop.bridge.ClusterStatus;
import io.jobdeck.desktop.window.ClusterModel;
import io.jobdeck.desktop.window.Screenshot;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;

/** Takes a picture of the window once its first tables are filled. Interface thread only. */
final class ScreenshotOnce {

    /** Time for the rows that have come to be drawn, after which the picture is taken. */
    private static final Duration SETTLING = Duration.ofSeconds(1);

    private final Scene scene;
    private final ClusterModel model;
    private final boolean afterARun;
    private final Consumer<Screenshot> taken;
    private final ChangeListener<Instant> look = (clock, before, now) -> look(now);
    private Instant filledAt;

    /**
     * @param afterARun whether to wait until a job has run, too
     * @param taken gets the picture, once
     */
    ScreenshotOnce(Scene scene, ClusterModel model, boolean afterARun, Consumer<Screenshot> taken) {
        this.scene = scene;
        this.model = model;
        this.afterARun = afterARun;
        this.taken = taken;
    }

    void watch(ClusterStatus status) {
        status.nowProperty().addListener(look);
    }

    private void look(Instant now) {
        if (filledAt == null && filled()) {
            filledAt = now;
        }
        if (filledAt != null && !now.isBefore(filledAt.plus(SETTLING))) {
            model.status().nowProperty().removeListener(look);
            taken.accept(Screenshot.of(scene));
        }
    }

    private boolean filled() {
        return !model.jobs().isEmpty()
                && (!afterARun || model.jobs().stream().anyMatch(job -> job.lastResult().isPresent()));
    }
}
