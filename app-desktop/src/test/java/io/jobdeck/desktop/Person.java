package io.jobdeck.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.desktop.form.FormField;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Somebody at the console: reads what the tables show, and uses mouse and keyboard. */
final class Person {

    private static final long PATIENCE_MILLIS = 10_000;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(40);
    private static final Duration LOOK_EVERY = Duration.ofMillis(40);

    private final FxRobot robot;
    private final Stage main;
    private int pictures;

    Person(FxRobot robot, Stage main) {
        this.robot = robot;
        this.main = main;
    }

    /** Waits until what is asked, on the interface thread, is so. */
    void sees(String what, Callable<Boolean> condition) {
        until(what, () -> onFx(condition));
    }

    /** Waits until what is asked, on the test's thread, is so. */
    static void until(String what, Callable<Boolean> condition) {
        await(what).atMost(LONGEST_WAIT).pollDelay(Duration.ZERO).pollInterval(LOOK_EVERY).until(condition);
    }

    /** Waits until the row shows a text that begins like this. */
    void sees(String table, String name, String column, String beginning) {
        sees("%s of %s begins with '%s'".formatted(column, name, beginning),
                () -> cell(table, name, column).filter(text -> text.startsWith(beginning)).isPresent());
    }

    /** Returns what the row that shows the name has in the column now. */
    String reads(String table, String name, String column) {
        return onFx(() -> cell(table, name, column).orElse(""));
    }

    /** Returns whether a row shows the name. */
    boolean seesRow(String table, String name) {
        return onFx(() -> row(table, name).isPresent());
    }

    private Optional<String> cell(String table, String name, String column) {
        return row(table, name).stream().flatMap(Person::cells)
                .filter(cell -> cell.getTableColumn() != null && column.equals(cell.getTableColumn().getId()))
                .map(cell -> Optional.ofNullable(cell.getText()).orElse(""))
                .findFirst();
    }

    private Optional<TableRow<?>> row(String table, String name) {
        return robot.lookup("#" + table).<TableView<?>>tryQuery().stream()
                .flatMap(view -> view.lookupAll(".table-row-cell").stream())
                .filter(node -> node instanceof TableRow<?> row && row.isVisible() && !row.isEmpty())
                .<TableRow<?>>map(node -> (TableRow<?>) node)
                .filter(row -> cells(row).anyMatch(cell -> name.equals(cell.getText())))
                .findFirst();
    }

    private static Stream<TableCell<?, ?>> cells(TableRow<?> row) {
        return row.getChildrenUnmodifiable().stream()
                .filter(node -> node instanceof TableCell<?, ?>)
                .map(node -> (TableCell<?, ?>) node);
    }

    /** Opens the row's context menu. */
    void opensMenu(String table, String name) {
        sees("a row for " + name, () -> row(table, name).isPresent());
        Node anchor = onFx(() -> row(table, name).stream().flatMap(Person::cells)
                .filter(cell -> name.equals(cell.getText())).findFirst().orElseThrow());
        robot.clickOn(anchor, MouseButton.SECONDARY);
        sees("a menu", () -> Window.getWindows().stream()
                .anyMatch(window -> window instanceof ContextMenu menu && menu.isShowing() && !menu.getItems().isEmpty()));
    }

    /** Chooses from the menu that is open. */
    void chooses(String action) {
        Node item = robot.lookup((Node node) -> action.equals(node.getId())).query();
        assertThat(item.isDisabled()).as(action + " is not offered").isFalse();
        robot.clickOn(item);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Opens the row's context menu and chooses from it. */
    void chooses(String table, String name, String action) {
        opensMenu(table, name);
        chooses(action);
    }

    /** Types into a field of the form that is open, in place of what stands there. */
    void types(String control, String text) {
        TextInputControl input = robot.lookup((Node node) -> node instanceof TextInputControl
                && control.equals(node.getId())).queryAs(TextInputControl.class);
        robot.interact(() -> {
            input.requestFocus();
            input.selectAll();
        });
        robot.write(text);
        assertThat(input.getText()).isEqualTo(text);
    }

    /** Returns the field of the form that is open. */
    FormField field(String name) {
        return robot.lookup((Node node) -> node instanceof FormField field && field.getField().equals(name))
                .queryAs(FormField.class);
    }

    void clicks(String query) {
        robot.clickOn(query);
        WaitForAsyncUtils.waitForFxEvents();
    }

    String readsLabel(String query) {
        return onFx(() -> robot.lookup(query).queryAs(Label.class).getText());
    }

    /** Waits until no dialog is open. */
    void seesNoDialog() {
        sees("no dialog is open", () -> dialogs().isEmpty());
    }

    private List<Window> dialogs() {
        return Window.getWindows().stream().filter(window -> window instanceof Stage && window != main).toList();
    }

    /** Closes what may still stand open, as after a failure. */
    void closesDialogs() {
        robot.interact(() -> dialogs().forEach(Window::hide));
    }

    /** Keeps a picture of the screen, numbered in the order of the walk. */
    void takesPicture(String name) {
        pictures++;
        ScreenPicture.save(robot, "walk-%02d-%s".formatted(pictures, name));
    }

    private static <T> T onFx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, question);
    }
}
