package io.jobdeck.desktop.json;

import io.jobdeck.desktop.text.Texts;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;

/**
 * An area to edit JSON in: numbered lines, colours of the theme, marks at lines that something is wrong with, and a bar to
 * find a text. Tab leaves it, as everywhere else; a new line is indented as the one above.
 */
public final class JsonArea extends BorderPane {

    private static final String STYLESHEET =
            Objects.requireNonNull(JsonArea.class.getResource("json.css"), "json.css").toExternalForm();
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final double NUMBER_WIDTH = 34;

    private final CodeArea area = new CodeArea();
    private final FindBar find;
    private JsonScan scanned = JsonScan.of("");
    private Map<Integer, String> marks = Map.of();
    private Runnable onTab = () -> { };
    private Runnable onShiftTab = () -> { };

    /** Joins the area with a text; each follows the other. */
    public JsonArea(StringProperty text, Texts texts) {
        getStylesheets().add(STYLESHEET);
        getStyleClass().add("json-pane");
        area.getStyleClass().add("json-area");
        area.setId("json");
        area.setWrapText(true);
        area.setAccessibleText(texts.get("editor.json.accessible"));
        area.setParagraphGraphicFactory(this::lineNumber);
        find = new FindBar(area, texts, () -> setTop(null));
        setCenter(new VirtualizedScrollPane<>(area));
        area.replaceText(text.get());
        area.getUndoManager().forgetHistory();
        area.moveTo(0);
        text.addListener((observable, before, now) -> show(now));
        area.textProperty().addListener((observable, before, now) -> text.set(now));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Changes only what differs, so that caret and scroll position stay where they are. */
    private void show(String now) {
        String shown = area.getText();
        if (shown.equals(now)) {
            return;
        }
        int most = Math.min(shown.length(), now.length());
        int head = 0;
        while (head < most && shown.charAt(head) == now.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && shown.charAt(shown.length() - 1 - tail) == now.charAt(now.length() - 1 - tail)) {
            tail++;
        }
        area.replaceText(head, shown.length() - tail, now.substring(head, now.length() - tail));
        colour();
    }

    private void pressed(KeyEvent event) {
        if (FIND.match(event)) {
            event.consume();
            find();
        } else if (event.getCode() == KeyCode.TAB) {
            event.consume();
            (event.isShiftDown() ? onShiftTab : onTab).run();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            event.consume();
            String line = area.getParagraph(area.getCurrentParagraph()).getText();
            String before = line.substring(0, Math.min(area.getCaretColumn(), line.length()));
            area.replaceSelection("\n" + before.substring(0, before.length() - before.stripLeading().length()));
        }
    }

    /** Colours what stands there, and marks lines, counted from 1, each with what is wrong. */
    public void show(JsonScan scan, Map<Integer, String> problems) {
        scanned = scan;
        colour();
        if (!marks.equals(problems)) {
            marks = Map.copyOf(problems);
            area.setParagraphGraphicFactory(this::lineNumber);
        }
    }

    /** What was scanned and what stands here are the same text only once both sides have heard of a change. */
    private void colour() {
        if (area.getLength() > 0 && scanned.text().equals(area.getText())) {
            area.setStyleSpans(0, JsonColours.of(scanned, area.getLength()));
        }
    }

    private Node lineNumber(int index) {
        Label number = new Label(String.valueOf(index + 1));
        number.setMinWidth(NUMBER_WIDTH);
        number.setAlignment(Pos.CENTER_RIGHT);
        number.getStyleClass().add("json-line-number");
        Region mark = new Region();
        mark.getStyleClass().add("json-mark");
        HBox gutter = new HBox(mark, number);
        gutter.setAlignment(Pos.TOP_LEFT);
        gutter.getStyleClass().add("json-gutter");
        String problem = marks.get(index + 1);
        if (problem != null) {
            gutter.getStyleClass().add("wrong");
            gutter.setAccessibleText(problem);
            Tooltip.install(gutter, new Tooltip(problem));
        }
        return gutter;
    }

    /** Puts the caret at an offset and shows it. */
    public void goTo(int offset) {
        area.moveTo(Math.max(0, Math.min(offset, area.getLength())));
        area.requestFollowCaret();
        area.requestFocus();
    }

    /** Opens the bar to find a text. */
    public void find() {
        setTop(find);
        find.begin();
    }

    /** Gives the focus to the text. */
    public void focusText() {
        area.requestFocus();
    }

    /** Sets where Tab and Shift+Tab lead. */
    public void setNeighbours(Runnable before, Runnable after) {
        onShiftTab = before;
        onTab = after;
    }
}
