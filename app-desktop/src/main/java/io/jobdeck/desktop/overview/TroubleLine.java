package io.jobdeck.desktop.overview;

import io.jobdeck.desktop.action.BoundAction;
import io.jobdeck.desktop.view.ViewContext;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** One thing that needs attention: its name, which leads to it, why, and what helps. */
final class TroubleLine extends HBox {

    private static final double NAME_SHARE = 0.27;
    private static final double NARROWEST_NAME = 150;
    private static final double TWO_LINES = 36;
    private static final double WIDEST_TOOLTIP = 560;

    private final Hyperlink name = new Hyperlink();
    private final Label reason = new Label();
    private final Tooltip whole = new Tooltip();
    private final Optional<BoundAction> action;

    /** Makes a line with an action that helps. */
    TroubleLine(ViewContext context, String subject, Runnable open, BoundAction helps) {
        this.action = Optional.of(helps);
        fill(context, subject, open);
        Button button = new Button();
        button.setId("help-" + helps.id() + "-" + subject);
        button.setGraphic(new FontIcon(helps.icon()));
        button.textProperty().bind(context.texts().bind(helps.id()));
        button.accessibleTextProperty().bind(context.texts().bind("overview.help.accessible",
                context.texts().get(helps.id()), subject));
        button.disableProperty().bind(helps.enabledProperty().not());
        button.setOnAction(event -> helps.fire());
        add(button);
    }

    /** Makes a line with a look at something that helps. */
    TroubleLine(ViewContext context, String subject, Runnable open, String key, Runnable look) {
        this.action = Optional.empty();
        fill(context, subject, open);
        Button button = new Button();
        button.setId("help-look-" + subject);
        button.setGraphic(new FontIcon("fth-arrow-right"));
        button.textProperty().bind(context.texts().bind(key));
        button.setOnAction(event -> look.run());
        add(button);
    }

    private void fill(ViewContext context, String subject, Runnable open) {
        getStyleClass().add("trouble-line");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        name.setText(subject);
        name.prefWidthProperty().bind(Bindings.max(NARROWEST_NAME, widthProperty().multiply(NAME_SHARE)));
        // Names keep their width, so that reasons stand below each other.
        name.minWidthProperty().bind(name.prefWidthProperty());
        name.setOnAction(event -> open.run());
        name.setTooltip(new Tooltip(subject));
        reason.getStyleClass().add("trouble-reason");
        reason.setMaxWidth(Double.MAX_VALUE);
        reason.setMinWidth(0);
        reason.setWrapText(true);
        reason.setMaxHeight(TWO_LINES);
        whole.setWrapText(true);
        whole.setMaxWidth(WIDEST_TOOLTIP);
        setHgrow(reason, Priority.ALWAYS);
        getChildren().addAll(name, reason);
    }

    private void add(Button button) {
        button.getStyleClass().addAll("small", "help-button");
        button.setMinWidth(USE_PREF_SIZE);
        getChildren().add(button);
    }

    /** Says why, and asks again whether the action can be done. */
    void refresh(String why) {
        reason.setText(why);
        whole.setText(why);
        reason.setTooltip(why.isEmpty() ? null : whole);
        action.ifPresent(BoundAction::refresh);
    }
}
