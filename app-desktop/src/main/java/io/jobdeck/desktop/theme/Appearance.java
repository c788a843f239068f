package io.jobdeck.desktop.theme;

import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;

/** The theme chosen now, for all windows of the program. Interface thread only. */
public final class Appearance {

    private static final String OWN_STYLESHEET =
            Objects.requireNonNull(Appearance.class.getResource("jobdeck.css"), "jobdeck.css").toExternalForm();

    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(this, "theme");

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
    }
}
