package io.jobdeck.desktop.bench;

import io.jobdeck.desktop.DesktopProgram;
import io.jobdeck.scheduler.bench.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Window;

/** The console's window as a person has it, and what a person does in it. On any thread but the interface thread. */
final class DrivenWindow {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final FrameMeter meter;
    private final long shownAt;

    private DrivenWindow(FrameMeter meter, long shownAt) {
        this.meter = meter;
        this.shownAt = shownAt;
    }

    /** Starts the program and returns when its window is open. */
    static DrivenWindow open(String... arguments) {
        Thread program = new Thread(() -> DesktopProgram.main(arguments), "console");
        program.setDaemon(true);
        program.start();
        Wait.until("the window is open", LIMIT, () -> !Window.getWindows().isEmpty());
        long shownAt = System.nanoTime();
        FrameMeter meter = inWindow(() -> {
            FrameMeter made = new FrameMeter();
            made.start();
            return made;
        });
        return new DrivenWindow(meter, shownAt);
    }

    /** Returns how long after the window was open the table in front had rows, in nanoseconds. */
    long awaitRows(String view) {
        inWindow(() -> {
            find("#nav-" + view).ifPresent(entry -> ((ToggleButton) entry).fire());
            return null;
        });
        Wait.until(view + " has rows", LIMIT, () -> inWindow(() -> table().filter(table -> !table.getItems().isEmpty()).isPresent()));
        return System.nanoTime() - shownAt;
    }

    /** Brings a view to the front. */
    void show(String view) {
        inWindow(() -> {
            find("#nav-" + view).map(ToggleButton.class::cast).orElseThrow().fire();
            return null;
        });
    }

    /** Scrolls the table in front by so many rows, from the top again when it is through. */
    void scroll(int row) {
        inWindow(() -> {
            table().ifPresent(table -> table.scrollTo(table.getItems().isEmpty() ? 0 : row % table.getItems().size()));
            return null;
        });
    }

    /** Filters the table in front. */
    void filter(String words) {
        inWindow(() -> {
            find(".filter-field").map(TextField.class::cast).orElseThrow().setText(words);
            return null;
        });
    }

    /** Orders the table in front by its column of that number. */
    void orderBy(int column) {
        inWindow(() -> {
            table().ifPresent(table -> sort(table, column));
            return null;
        });
    }

    private static <R> void sort(TableView<R> table, int column) {
        table.getSortOrder().setAll(List.of(table.getVisibleLeafColumn(column)));
    }

    /** Returns how many rows the table in front shows. */
    int rows() {
        return inWindow(() -> table().map(table -> table.getItems().size()).orElse(0));
    }

    /** Returns the frames since the last time that it was asked. */
    Frames frames() {
        return inWindow(meter::take);
    }

    private static Optional<TableView<?>> table() {
        for (Window window : Window.getWindows()) {
            for (Node node : window.getScene().getRoot().lookupAll(".table-view")) {
                if (node instanceof TableView<?> table && isSeen(table)) {
                    return Optional.of(table);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Node> find(String selector) {
        return Window.getWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(selector).stream())
                .filter(DrivenWindow::isSeen).findFirst();
    }

    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static <T> T inWindow(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | LinkageError failure) {
                result.completeExceptionally(failure);
            }
        });
        try {
            return result.join();
        } catch (CompletionException failure) {
            throw new IllegalStateException("the window cannot be driven", failure.getCause());
        }
    }
}
