package io.jobdeck.desktop.start;

import io.jobdeck.desktop.connection.ClusterTarget;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.frame.TabContent;
import io.jobdeck.desktop.profile.SignInModel;
import io.jobdeck.desktop.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes what stands in the place of a cluster while there is none. Interface thread only. */
public final class Pages {

    private static final double BAR_WIDTH = 260;
    private static final double WIDEST_LINE = 620;

    private final Texts texts;

    public Pages(Texts texts) {
        this.texts = texts;
    }

    /** Returns what says that a cluster is being opened, and what that is at. */
    public Parent starting(ObservableValue<String> progress) {
        Label step = new Label();
        step.setId("start-step");
        step.getStyleClass().add("page-hint");
        step.textProperty().bind(progress);
        return page("starting-page", icon("fth-server"), title(texts.bind("start.title")), step, bar());
    }

    /** Returns what says that the program is ending. */
    public Parent stopping() {
        return page("stopping-page", icon("fth-power"), title(texts.bind("start.stopping")),
                line(texts.get("start.stopping.hint")), bar());
    }

    /**
     * Returns what says why a cluster could not be opened, and the ways on.
     *
     * @param cause one line
     */
    public Parent failure(String cause, ConnectionProfile profile, WaysOn ways) {
        Label why = line(cause);
        why.setId("failure-cause");
        why.getStyleClass().add("page-cause");
        HBox buttons = buttons(button("start.retry", "accent", ways::retry));
        if (profile.target() instanceof ClusterTarget.Remote remote && remote.needsSecrets()) {
            buttons.getChildren().add(button("start.secrets", "", ways::giveSecrets));
        }
        buttons.getChildren().addAll(button("start.edit", "", ways::edit), button("start.close", "", ways::close));
        return page("failure-page", icon("fth-alert-triangle"),
                title(texts.bind(profile.isEmbedded() ? "start.failed.embedded" : "start.failed.remote")), why, buttons);
    }

    /** Returns what asks for the secrets of a cluster. */
    public TabContent signIn(SignInModel model, Runnable onClose) {
        SignInPage form = new SignInPage(model, onClose, texts);
        Parent page = page("sign-in-page", icon("fth-key"),
                title(texts.bind("form.sign-in.title", model.profile().name())), line(texts.get("form.sign-in.hint")),
                form.form());
        return new TabContent(page, List.of(), List.of(), Optional.empty(), form::focus);
    }

    private static Parent page(String id, Node... parts) {
        VBox box = new VBox(parts);
        box.setId(id);
        box.getStyleClass().add("page");
        StackPane root = new StackPane(box);
        root.getStylesheets().add(Pages.class.getResource("start.css").toExternalForm());
        return root;
    }

    private static Node icon(String literal) {
        FontIcon icon = new FontIcon(literal);
        icon.getStyleClass().add("page-icon");
        return icon;
    }

    private static Label title(StringBinding text) {
        Label title = new Label();
        title.textProperty().bind(text);
        title.getStyleClass().add("page-title");
        return title;
    }

    private static Label line(String text) {
        Label line = new Label(text);
        line.setWrapText(true);
        line.setMaxWidth(WIDEST_LINE);
        line.setAlignment(Pos.CENTER);
        line.getStyleClass().add("page-hint");
        return line;
    }

    private static ProgressBar bar() {
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setPrefWidth(BAR_WIDTH);
        bar.getStyleClass().add("small");
        return bar;
    }

    private static HBox buttons(Button... buttons) {
        HBox row = new HBox();
        row.getChildren().addAll(List.of(buttons));
        row.getStyleClass().add("page-buttons");
        return row;
    }

    private Button button(String key, String style, Runnable action) {
        Button button = new Button();
        button.setId("button-" + key);
        button.textProperty().bind(texts.bind(key));
        if (!style.isEmpty()) {
            button.getStyleClass().add(style);
        }
        button.setOnAction(event -> action.run());
        return button;
    }
}
