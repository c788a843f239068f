package io.jobdeck.desktop.dialog;

import io.jobdeck.desktop.theme.Appearance;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/** A window that stands in the middle of its owner and answers to Escape; most keep the owner from being used meanwhile. */
final class ModalWindow {

    private final Stage stage = new Stage();

    /**
     * @param owner window it belongs to; null if there is none yet
     * @param onCancel what Escape and the window's own close button do
     */
    ModalWindow(Window owner, String title, Parent root, Appearance appearance, Runnable onCancel) {
        this(owner, Modality.WINDOW_MODAL, title, root, appearance, onCancel);
    }

    /**
     * @param owner window it belongs to; null if there is none yet
     * @param modality whether it keeps its owner from being used
     * @param onCancel what Escape and the window's own close button do
     */
    ModalWindow(Window owner, Modality modality, String title, Parent root, Appearance appearance, Runnable onCancel) {
        Scene scene = new Scene(root);
        appearance.dress(scene);
        root.getStyleClass().add("dialog-window");
        stage.setTitle(title);
        stage.setScene(scene);
        if (owner != null) {
            stage.initOwner(owner);
            stage.initModality(modality);
        }
        stage.setOnCloseRequest(event -> {
            event.consume();
            onCancel.run();
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                onCancel.run();
            }
        });
    }

    Scene scene() {
        return stage.getScene();
    }

    Stage stage() {
        return stage;
    }

    boolean isOpen() {
        return stage.isShowing();
    }

    void open() {
        Window owner = stage.getOwner();
        if (owner != null && owner.isShowing()) {
            stage.setOnShown(event -> standInTheMiddleOf(owner));
        }
        stage.show();
        stage.toFront();
    }

    /** Gives the window the size its content asks for, now and whenever the value changes. */
    void fitWhenever(ObservableValue<?> value) {
        fit();
        value.addListener(observable -> fit());
    }

    private void fit() {
        if (stage.isShowing()) {
            stage.sizeToScene();
            stayOnScreen();
        }
    }

    /** A window that grows would else lose its buttons below the edge. */
    private void stayOnScreen() {
        Screen.getScreensForRectangle(stage.getX(), stage.getY(), 1, 1).stream().findFirst().ifPresent(screen -> {
            Rectangle2D free = screen.getVisualBounds();
            double lowest = free.getMaxY() - stage.getHeight();
            if (stage.getY() > lowest) {
                stage.setY(Math.max(free.getMinY(), lowest));
            }
        });
    }

    private void standInTheMiddleOf(Window owner) {
        stage.setX(Math.max(0, owner.getX() + (owner.getWidth() - stage.getWidth()) / 2));
        stage.setY(Math.max(0, owner.getY() + (owner.getHeight() - stage.getHeight()) / 2));
    }

    void close() {
        stage.close();
    }
}
