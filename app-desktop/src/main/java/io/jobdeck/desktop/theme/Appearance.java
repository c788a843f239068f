package io.jobdeck.desktop.theme;

import java.net.URL;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;

/** The theme chosen now, for all windows of the program. Interface thread only. */
public final class Appearance {

    private static final String OWN_STYLESHEET =
            Objects.requireNonNull(Appearance.class.getResource("jobdeck.css"), "jobdeck.css").toExternalForm();

    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(this, "theme");

    private final ReadOnlyObjectWrapper<Zoom> zoom = new ReadOnlyObjectWrapper<>(this, "zoom", Zoom.NORMAL);
    private final Set<Scene> dressed = Collections.newSetFromMap(new WeakHashMap<>());

    /** Takes the theme into use. */
    public Appearance(Theme initial) {
        setTheme(initial);
    }

    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    public Theme theme() {
        return theme.get();
    }

    /** Switches every open window at once. */
    public void setTheme(Theme chosen) {
        Application.setUserAgentStylesheet(chosen.stylesheet());
        theme.set(chosen);
    }

    /** Gives a scene what the console's own controls need; its colours are those of the theme. */
    public void dress(Scene scene) {
        if (!scene.getStylesheets().contains(OWN_STYLESHEET)) {
            scene.getStylesheets().add(OWN_STYLESHEET);
        }
        dressed.add(scene);
        size(scene);
    }

    public ReadOnlyObjectProperty<Zoom> zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    public Zoom zoom() {
        return zoom.get();
    }

    /** Makes text and rows of every open window larger or smaller at once. */
    public void setZoom(Zoom chosen) {
        zoom.set(chosen);
        dressed.forEach(this::size);
    }

    private void size(Scene scene) {
        for (Zoom each : Zoom.values()) {
            stylesheet(each).ifPresent(sheet -> {
                scene.getStylesheets().remove(sheet);
                if (each == zoom.get()) {
                    scene.getStylesheets().add(sheet);
                }
            });
        }
    }

    private static Optional<String> stylesheet(Zoom zoom) {
        return Optional.ofNullable(Appearance.class.getResource("zoom-" + zoom.percent() + ".css")).map(URL::toExternalForm);
    }
}
