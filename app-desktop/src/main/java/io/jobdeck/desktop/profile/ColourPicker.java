package io.jobdeck.desktop.profile;

import io.jobdeck.desktop.connection.ProfileColour;
import io.jobdeck.desktop.text.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;

/** A row of colours, one of them chosen. For FXML. */
public final class ColourPicker extends HBox {

    private static final double DOT = 7;

    private final Map<ProfileColour, ToggleButton> buttons = new EnumMap<>(ProfileColour.class);

    public ColourPicker() {
        getStyleClass().add("colour-picker");
    }

    void join(ObjectProperty<ProfileColour> colour, Texts texts) {
        ToggleGroup group = new ToggleGroup();
        for (ProfileColour each : ProfileColour.values()) {
            Circle dot = new Circle(DOT);
            dot.getStyleClass().addAll("profile-dot", each.styleClass());
            ToggleButton button = new ToggleButton("", dot);
            String name = texts.get("form.profile.colour." + each.tag());
            button.setId("colour-" + each.tag());
            button.getStyleClass().add("colour-button");
            button.setAccessibleText(name);
            button.setTooltip(new Tooltip(name));
            button.setToggleGroup(group);
            button.setUserData(each);
            buttons.put(each, button);
            getChildren().add(button);
        }
        group.selectToggle(buttons.get(colour.get()));
        group.selectedToggleProperty().addListener((property, before, now) -> choose(group, before, now, colour));
    }

    /** One colour is always chosen. */
    private static void choose(ToggleGroup group, Toggle before, Toggle now, ObjectProperty<ProfileColour> colour) {
        if (now == null) {
            group.selectToggle(before);
        } else {
            colour.set((ProfileColour) now.getUserData());
        }
    }
}
