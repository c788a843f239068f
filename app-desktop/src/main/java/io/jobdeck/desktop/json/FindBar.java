package io.jobdeck.desktop.json;

import atlantafx.base.theme.Styles;
import io.jobdeck.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.javafx.FontIcon;

/** Finds a text in an area, whatever its case. Enter leads to the next place, Shift+Enter to the one before. */
final class FindBar extends HBox {

    private static final double GAP = 4;

    private final CodeArea area;
    private final Texts texts;
    private final Runnable onClose;
    private final TextField words = new TextField();
    private final Label count = new Label();

    FindBar(CodeArea area, Texts texts, Runnable onClose) {
        super(GAP);
        this.area = area;
        this.texts = texts;
        this.onClose = onClose;
        getStyleClass().add("find-bar");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("json-find");
        words.setPromptText(texts.get("editor.find.prompt"));
        words.setAccessibleText(texts.get("editor.find.prompt"));
        HBox.setHgrow(words, Priority.ALWAYS);
        count.getStyleClass().add("find-count");
        getChildren().addAll(words, count, button("fth-chevron-up", "editor.find.previous", () -> go(false)),
                button("fth-chevron-down", "editor.find.next", () -> go(true)),
                button("fth-x", "dialog.close", this::close));
        words.textProperty().addListener((observable, before, now) -> go(area.getSelection().getStart()));
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private Button button(String icon, String key, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setAccessibleText(texts.get(key));
        button.setOnAction(event -> action.run());
        return button;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            go(!event.isShiftDown());
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
        }
    }

    void begin() {
        if (!area.getSelectedText().isEmpty() && !area.getSelectedText().contains("\n")) {
            words.setText(area.getSelectedText());
        }
        words.selectAll();
        words.requestFocus();
    }

    private void close() {
        onClose.run();
        area.requestFocus();
    }

    private void go(boolean forward) {
        go(forward ? area.getSelection().getEnd() : area.getSelection().getStart() - 1, forward);
    }

    private void go(int from) {
        go(from, true);
    }

    private void go(int from, boolean forward) {
        List<Integer> places = places();
        int index = forward ? firstAtOrAfter(places, from) : lastAtOrBefore(places, from);
        if (places.isEmpty()) {
            count.setText(words.getText().isEmpty() ? "" : texts.get("editor.find.none"));
        } else {
            int place = places.get(index);
            area.selectRange(place, place + words.getText().length());
            area.requestFollowCaret();
            count.setText(texts.get("editor.find.count", index + 1, places.size()));
        }
    }

    private List<Integer> places() {
        List<Integer> places = new ArrayList<>();
        String wanted = words.getText().toLowerCase(Locale.ROOT);
        String text = area.getText().toLowerCase(Locale.ROOT);
        for (int at = wanted.isEmpty() ? -1 : text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            places.add(at);
        }
        return places;
    }

    private static int firstAtOrAfter(List<Integer> places, int from) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i) >= from) {
                return i;
            }
        }
        return 0;
    }

    private static int lastAtOrBefore(List<Integer> places, int from) {
        for (int i = places.size() - 1; i >= 0; i--) {
            if (places.get(i) <= from) {
                return i;
            }
        }
        return places.size() - 1;
    }
}
