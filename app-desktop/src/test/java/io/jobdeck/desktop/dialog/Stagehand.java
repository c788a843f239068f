package io.jobdeck.desktop.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.desktop.ScreenPicture;
import io.jobdeck.desktop.SharedStage;
import io.jobdeck.desktop.action.ActionCatalog;
import io.jobdeck.desktop.action.ActionContext;
import io.jobdeck.desktop.action.ActionFace;
import io.jobdeck.desktop.action.BoundAction;
import io.jobdeck.desktop.action.OperationRunner;
import io.jobdeck.desktop.action.RecordingOperations;
import io.jobdeck.desktop.action.Rules;
import io.jobdeck.desktop.action.SampleCluster;
import io.jobdeck.desktop.action.Target;
import io.jobdeck.desktop.bridge.FxUiExecutor;
import io.jobdeck.desktop.editor.RememberedEditors;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import io.jobdeck.desktop.theme.Theme;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
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
    public final SampleCluster cluster = new SampleCluster();
    public final RecordingOperations operations = cluster.operations;
    public final WindowDialogs dialogs;
    public final ActionCatalog actions;
    private final OperationRunner runner;
    private final Stage stage;

    public Stagehand(Stage stage, Rules rules) {
        this.stage = stage;
        NoticeArea notices = new NoticeArea(texts, new NoticeLog(CLOCK));
        StackPane root = new StackPane(new Label("Jobdeck"), notices);
        StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
        Scene scene = new Scene(root);
        appearance.dress(scene);
        SharedStage.show(stage, scene);
        dialogs = new WindowDialogs(() -> stage, notices, texts, appearance, CLOCK,
                new RememberedEditors(Optional.empty(), layout -> { }));
        runner = new OperationRunner(new FxUiExecutor(), dialogs, texts);
        actions = new ActionContext(cluster.connection, cluster.model, rules, dialogs, runner, texts).catalog();
    }

    /** Does what a menu would do. Interface thread only. */
    public void run(ActionFace face, Target... targets) {
        BoundAction action = actions.bound(face, targets);
        assertThat(action.enabledProperty().get()).as(face.id() + ": " + action.reasonProperty().get()).isTrue();
        action.fire();
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
