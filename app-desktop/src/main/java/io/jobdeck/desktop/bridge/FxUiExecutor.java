package io.jobdeck.desktop.bridge;

import javafx.application.Platform;

/** Runs work on JavaFX' application thread. */
public final class FxUiExecutor implements UiExecutor {

    @Override
    public void run(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }
}
