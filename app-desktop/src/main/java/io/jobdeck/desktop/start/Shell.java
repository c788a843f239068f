package io.jobdeck.desktop.start;

import io.jobdeck.desktop.text.Texts;
import javafx.beans.binding.StringBinding;
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

/**
 * The content of the program's one window: a cluster, or what stands in its place while there is none. Interface thread
 * only.
 */
public final class Shell {

    private static final double BAR_WIDTH = 260;
    private static final double WIDEST_LINE = 620;

    private final Texts texts;
    private final WaysOn ways;
    private final StackPane root = new StackPane();
    private final StackPane page = new StackPane();
    private final Label step = new Label();

    /**
     * Makes an empty window's content.
     *
     * @param overlay stands over whatever is shown, such as notices
     */
    public Shell(Texts texts, WaysOn ways, Node overlay) {
        this.texts = texts;
        this.ways = ways;
        step.setId("start-step");
        step.getStyleClass().add("page-hint");
        StackPane.setAlignment(overlay, Pos.BOTTOM_RIGHT);
        root.getChildren().addAll(page, overlay);
        root.getStylesheets().add(Shell.class.getResource("start.css").toExternalForm());
    }

    /** Returns what the window shows. */
    public Parent root() {
        return root;
    }

    /** Shows that a cluster is being opened. */
    public void showStarting() {
        step.setText("");
        show(page("starting-page", icon("fth-server"), title(texts.bind("start.title")), step, bar()));
    }

    /** Shows what the opening is at. */
    public void showStep(String now) {
        step.setText(now);
    }

    /** Shows a cluster. */
    public void showCluster(Parent cluster) {
        page.getChildren().setAll(cluster);
    }

    /** Shows that the program is ending. */
    public void showStopping() {
        show(page("stopping-page", icon("fth-power"), title(texts.bind("start.stopping")),
                line(texts.get("start.stopping.hint")), bar()));
    }

    /**
     * Shows why a cluster could not be opened, and the ways on.
     *
     * @param cause one line
     * @param embedded whether another data directory could help
     */
    public void showFailure(String cause, boolean embedded) {
        Label why = line(cause);
        why.setId("failure-cause");
        why.getStyleClass().add("page-cause");
        HBox buttons = new HBox(button("start.retry", "accent", ways::retry));
        if (embedded) {
            buttons.getChildren().add(button("start.data-directory", "", ways::chooseDataDirectory));
        }
        buttons.getChildren().addAll(button("menu.cluster.remote", "", ways::connectToRemote),
                button("menu.cluster.quit", "", ways::quit));
        buttons.getStyleClass().add("page-buttons");
        show(page("failure-page", icon("fth-alert-triangle"),
                title(texts.bind(embedded ? "start.failed.embedded" : "start.failed.remote")), why, buttons));
    }

    private void show(VBox content) {
        page.getChildren().setAll(content);
    }

    private static VBox page(String id, Node... parts) {
        VBox box = new VBox(parts);
        box.setId(id);
        box.getStyleClass().add("page");
        return box;
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
