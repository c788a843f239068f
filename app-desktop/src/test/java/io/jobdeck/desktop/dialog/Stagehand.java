package io.jobdeck.desktop.dialog;

import io.jobdeck.desktop.ScreenPicture;
import io.jobdeck.desktop.action.AppActions;
import io.jobdeck.desktop.action.Inventory;
import io.jobdeck.desktop.action.JobActions;
import io.jobdeck.desktop.action.OperationRunner;
import io.jobdeck.desktop.action.RecordingOperations;
import io.jobdeck.desktop.action.Rules;
import io.jobdeck.desktop.action.Samples;
import io.jobdeck.desktop.apps.AppRow;
import io.jobdeck.desktop.bridge.FxUiExecutor;
import io.jobdeck.desktop.fold.AppState;
import io.jobdeck.desktop.fold.JobState;
import io.jobdeck.desktop.jobs.JobRow;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import io.jobdeck.desktop.theme.Theme;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/** A main window with nothing in it but the corner for notices, and the actions of a small estate. */
public final class Stagehand implements AutoCloseable {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T17:30:00Z"), ZoneOffset.UTC);

    public final Texts texts = new Texts(Language.ENGLISH);
    public final Appearance appearance = new Appearance(Theme.LIGHT);
    public final RecordingOperations operations = new RecordingOperations();
    public final JobRow invoices = Samples.row("invoices", JobState.ENABLED, 2, 30);
    public final JobRow reminders = Samples.row("reminders", JobState.ENABLED, 1, 10);
    public final JobRow archive = Samples.row("archive", JobState.DISABLED, 0, 0);
    public final AppRow billing = Samples.row("billing_app", AppState.ENABLED, 3, 3, 2);
    public final AppRow old = Samples.row("old_app", AppState.DISABLED, 0, 0, 0);
    public final WindowDialogs dialogs;
    public final JobActions jobs;
    public final AppActions apps;
    private final OperationRunner runner;
    private final Stage stage;

    public Stagehand(Stage stage, Rules rules) {
        this.stage = stage;
        NoticeArea notices = new NoticeArea(texts);
        StackPane root = new StackPane(new Label("Jobdeck"), notices);
        StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
        Scene scene = new Scene(root, 1280, 800);
        appearance.dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        dialogs = new WindowDialogs(() -> stage, notices, texts, appearance, CLOCK);
        runner = new OperationRunner(new FxUiExecutor(), dialogs, texts);
        Inventory inventory = Samples.inventory(List.of(billing, old), List.of(invoices, reminders, archive));
        jobs = new JobActions(Samples.connection(operations), inventory, rules, dialogs, runner, texts);
        apps = new AppActions(Samples.connection(operations), inventory, rules, dialogs, runner, texts);
    }

    /** Saves what the screen shows, named after what it is, the theme and the language. */
    public void screenshot(FxRobot robot, String name) {
        ScreenPicture.save(robot, "dialog-%s-%s-%s".formatted(name, appearance.theme().name().toLowerCase(Locale.ROOT),
                texts.language().tag()));
    }

    public Stage stage() {
        return stage;
    }

    @Override
    public void close() {
        runner.close();
    }
}
