package io.jobdeck.desktop.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads what a view looks like. */
public final class Fxml {

    private Fxml() {
    }

    /** Returns the content of the file beside the controller's class, wired to the controller. */
    public static Parent load(Object controller, String name) {
        FXMLLoader loader = new FXMLLoader(Objects.requireNonNull(controller.getClass().getResource(name), name));
        loader.setControllerFactory(type -> controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("The program lacks a part of itself: " + name, e);
        }
    }
}
