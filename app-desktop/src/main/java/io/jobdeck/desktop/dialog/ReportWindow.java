package io.jobdeck.desktop.dialog;

import atlantafx.base.theme.Styles;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows what failed of an operation on several things, each with its reason. */
final class ReportWindow {

    private static final double WIDTH = 620;
    private static final double LIST_HEIGHT = 260;

    private final ModalWindow window;
    private final Button close;

    ReportWindow(Window owner, FailureReport report, Texts texts, Appearance appearance) {
        close = new Button(texts.get("dialog.close"));
        close.setId("close");
        Button retry = new Button(texts.get("dialog.retry"));
        retry.setId("retry");
        retry.getStyleClass().add(Styles.ACCENT);
        window = new ModalWindow(owner, report.title(), content(report, retry), appearance, this::close);
        close.setOnAction(event -> close());
        retry.setOnAction(event -> {
            close();
            report.retry().run();
        });
    }

    private VBox content(FailureReport report, Button retry) {
        FontIcon icon = new FontIcon("fth-alert-circle");
        icon.getStyleClass().addAll("dialog-icon", "danger");
        VBox items = new VBox(8);
        items.getStyleClass().add("report-list");
        report.items().forEach(item -> items.getChildren().add(line(item)));
        ScrollPane scroll = new ScrollPane(items);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(LIST_HEIGHT);
        scroll.getStyleClass().add("form-scroll");
        VBox words = new VBox(10, wrapped(report.title(), "form-title"), wrapped(report.summary(), "form-subtitle"), scroll);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox top = new HBox(14, icon, words);
        top.setPadding(new Insets(22, 24, 20, 24));
        HBox buttons = new HBox(10, close, retry);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("form-footer");
        VBox root = new VBox(top, buttons);
        root.setPrefWidth(WIDTH);
        VBox.setVgrow(top, Priority.ALWAYS);
        return root;
    }

    private static VBox line(FailureReport.Item item) {
        return new VBox(1, wrapped(item.name(), "report-name"), wrapped(item.reason(), "report-reason"));
    }

    private static Label wrapped(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }

    void open() {
        window.open();
        close.requestFocus();
    }

    private void close() {
        window.close();
    }
}
