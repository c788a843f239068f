package io.jobdeck.desktop;

import javafx.scene.Scene;
import javafx.stage.Stage;

/** The one stage that all tests of a process show their windows on; it keeps the size that the last of them gave it. */
public final class SharedStage {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private SharedStage() {
    }

    /** Shows the scene at the usual size, whatever was shown before. Interface thread only. */
    public static void show(Stage stage, Scene scene) {
        stage.setScene(scene);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }
}
