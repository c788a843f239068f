package io.jobdeck.desktop.dialog;

import static io.jobdeck.desktop.dialog.MessageBody.wrapped;

import atlantafx.base.theme.Styles;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

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
        VBox items = new VBox(8);
        items.getStyleClass().add("report-list");
        report.items().forEach(item -> items.getChildren().add(line(item)));
        ScrollPane scroll = new ScrollPane(items);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(LIST_HEIGHT);
        scroll.getStyleClass().add("form-scroll");
        VBox words = new VBox(10, wrapped(report.title(), "form-title"), wrapped(report.summary(), "form-subtitle"), scroll);
        return new MessageBody("fth-alert-circle", words, WIDTH, close, retry);
    }

    private static VBox line(FailureReport.Item item) {
        return new VBox(1, wrapped(item.name(), "report-name"), wrapped(item.reason(), "report-reason"));
    }

    void open() {
        window.open();
        close.requestFocus();
    }

    private void close() {
        window.close();
    }
}
