package io.jobdeck.desktop.window;

import io.jobdeck.desktop.preferences.WindowMemory;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.Details;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Stands beside the view in front and shows what is selected there, until a person closes it. */
final class DetailsPanel {

    private static final double USUAL_PLACE = 0.68;

    private final SplitPane split;
    private final WindowMemory memory;
    private final BorderPane panel = new BorderPane();
    private final Label title = new Label();
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open", true);
    private final ChangeListener<Optional<Details>> onDetails = (property, before, now) -> show();
    private ObservableValue<Optional<Details>> followed;
    private double place;

    /** Takes the pane in which view and panel stand. */
    DetailsPanel(SplitPane split, WindowMemory memory, Texts texts) {
        this.split = split;
        this.memory = memory;
        this.place = memory.detailsPlace().orElse(USUAL_PLACE);
        open.set(memory.detailsOpen());
        panel.setId("details");
        panel.getStyleClass().add("details-panel");
        panel.setTop(heading(texts));
        SplitPane.setResizableWithParent(panel, false);
        open.addListener((property, before, now) -> {
            memory.setDetailsOpen(now);
            show();
        });
    }

    /** Whether details are shown where there are any. */
    BooleanProperty openProperty() {
        return open;
    }

    /** Puts a view in place. */
    void stand(Node view) {
        if (split.getItems().isEmpty()) {
            split.getItems().add(view);
        } else {
            split.getItems().set(0, view);
        }
    }

    /** Shows the details of another view from now on. */
    void follow(ObservableValue<Optional<Details>> details) {
        if (followed != null) {
            followed.removeListener(onDetails);
        }
        followed = details;
        followed.addListener(onDetails);
        show();
    }

    private void show() {
        Optional<Details> now = followed.getValue().filter(any -> open.get());
        now.ifPresentOrElse(this::fill, this::takeAway);
    }

    private void fill(Details details) {
        title.textProperty().bind(details.title());
        panel.setCenter(details.content());
        if (!split.getItems().contains(panel)) {
            split.getItems().add(panel);
            split.setDividerPositions(place);
        }
    }

    private void takeAway() {
        keepPlace();
        if (split.getItems().contains(panel)) {
            split.getItems().remove(panel);
        }
        title.textProperty().unbind();
        panel.setCenter(null);
    }

    /** Remembers how wide a person has made it. */
    void keepPlace() {
        if (split.getItems().contains(panel)) {
            place = split.getDividerPositions()[0];
            memory.setDetailsPlace(place);
        }
    }

    private HBox heading(Texts texts) {
        title.setId("details-title");
        title.getStyleClass().add("details-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button close = new Button("", new FontIcon("fth-x"));
        close.setId("details-close");
        close.getStyleClass().addAll("flat", "button-icon", "small");
        close.accessibleTextProperty().bind(texts.bind("details.close"));
        close.setTooltip(new Tooltip());
        close.getTooltip().textProperty().bind(texts.bind("details.close"));
        close.setOnAction(event -> open.set(false));
        HBox heading = new HBox(title, space, close);
        heading.getStyleClass().add("details-heading");
        return heading;
    }
}
