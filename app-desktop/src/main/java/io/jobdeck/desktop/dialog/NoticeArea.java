package io.jobdeck.desktop.dialog;

import atlantafx.base.theme.Styles;
import io.jobdeck.desktop.text.Texts;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
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
    /** Long enough to read and to reach for the mouse. */
    private static final Duration OFFER_STAYS = Duration.seconds(8);
    private static final int MOST = 5;
    private static final double WIDTH = 400;
    private static final double MARGIN = 16;
    /** Stands clear of the status bar. */
    private static final double FOOT = 36;
    private static final double GAP = 8;

    private final Texts texts;
    private final NoticeLog log;

    /** @param log keeps what was shown */
    public NoticeArea(Texts texts, NoticeLog log) {
        super(GAP);
        this.texts = texts;
        this.log = log;
        setId("notices");
        setPickOnBounds(false);
        setAlignment(Pos.BOTTOM_RIGHT);
        setPadding(new Insets(MARGIN, MARGIN, FOOT, MARGIN));
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    void show(Notice notice) {
        log.add(notice);
        FontIcon icon = new FontIcon(icon(notice.kind()));
        icon.getStyleClass().add("notice-icon");
        VBox words = new VBox(4, text(notice.text()));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox box = box(icon, words);
        box.getStyleClass().add(notice.kind().name().toLowerCase(Locale.ROOT));
        if (!notice.detail().isEmpty()) {
            words.getChildren().add(detail(notice.detail()));
        }
        notice.offer().ifPresent(offer -> box.getChildren().add(offerButton(offer, box)));
        box.getChildren().add(closeButton(box));
        add(box);
        if (notice.kind() != Notice.Kind.FAILURE) {
            PauseTransition stay = new PauseTransition(notice.offer().isPresent() ? OFFER_STAYS : SUCCESS_STAYS);
            stay.setOnFinished(event -> getChildren().remove(box));
            stay.play();
        }
    }

    static String icon(Notice.Kind kind) {
        return switch (kind) {
            case SUCCESS -> "fth-check-circle";
            case EVENT -> "fth-bell";
            case FAILURE -> "fth-alert-circle";
        };
    }

    /** Shown when asked for, so that notices stay small. */
    private Node detail(String more) {
        Label told = text(more);
        told.getStyleClass().add("notice-detail");
        told.setVisible(false);
        told.setManaged(false);
        Hyperlink show = new Hyperlink(texts.get("notice.detail"));
        show.setOnAction(event -> {
            told.setVisible(true);
            told.setManaged(true);
            show.setVisible(false);
            show.setManaged(false);
        });
        return new VBox(show, told);
    }

    /** What is offered can be taken once. */
    private Button offerButton(Notice.Offer offer, Node box) {
        Button button = new Button(offer.verb());
        button.setId("notice-offer");
        button.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            getChildren().remove(box);
            offer.action().run();
        });
        return button;
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
