package io.jobdeck.desktop.dialog;

import atlantafx.base.theme.Styles;
import io.jobdeck.desktop.text.Texts;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The corner of a window in which notices and progress stand, newest at the bottom. It lies over the window's content and
 * lets the mouse through where it is empty.
 */
public final class NoticeArea extends VBox {

    private static final Duration SUCCESS_STAYS = Duration.seconds(4);
    private static final int MOST = 5;
    private static final double WIDTH = 400;
    private static final double MARGIN = 16;
    /** Stands clear of the status bar. */
    private static final double FOOT = 36;
    private static final double GAP = 8;

    private final Texts texts;

    public NoticeArea(Texts texts) {
        super(GAP);
        this.texts = texts;
        setId("notices");
        setPickOnBounds(false);
        setAlignment(Pos.BOTTOM_RIGHT);
        setPadding(new Insets(MARGIN, MARGIN, FOOT, MARGIN));
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    void show(Notice notice) {
        boolean good = notice.kind() == Notice.Kind.SUCCESS;
        FontIcon icon = new FontIcon(good ? "fth-check-circle" : "fth-alert-circle");
        icon.getStyleClass().add("notice-icon");
        Label text = text(notice.text());
        HBox box = box(icon, text);
        box.getStyleClass().add(good ? "success" : "failure");
        box.getChildren().add(closeButton(box));
        add(box);
        if (good) {
            PauseTransition stay = new PauseTransition(SUCCESS_STAYS);
            stay.setOnFinished(event -> getChildren().remove(box));
            stay.play();
        }
    }

    ProgressHandle showProgress(String what) {
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add(Styles.SMALL);
        Label text = text(what);
        VBox column = new VBox(6, text, bar);
        HBox.setHgrow(column, Priority.ALWAYS);
        FontIcon icon = new FontIcon("fth-loader");
        HBox box = box(icon, column);
        box.setId("progress");
        add(box);
        return new ProgressHandle() {

            @Override
            public void at(int done, int total) {
                if (total > 1) {
                    bar.setProgress((double) done / total);
                    text.setText(texts.get("dialog.progress", what, done, total));
                }
            }

            @Override
            public void close() {
                getChildren().remove(box);
            }
        };
    }

    private static HBox box(Node icon, Node content) {
        HBox box = new HBox(10, icon, content);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setPrefWidth(WIDTH);
        box.getStyleClass().add("notice");
        return box;
    }

    private static Label text(String words) {
        Label text = new Label(words);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        text.getStyleClass().add("notice-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        return text;
    }

    private Button closeButton(Node box) {
        Button close = new Button(null, new FontIcon("fth-x"));
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        close.setAccessibleText(texts.get("dialog.close"));
        close.setOnAction(event -> getChildren().remove(box));
        return close;
    }

    private void add(Node box) {
        if (getChildren().size() >= MOST) {
            getChildren().remove(0);
        }
        getChildren().add(box);
    }
}
