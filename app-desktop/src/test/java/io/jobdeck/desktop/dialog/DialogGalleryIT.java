package io.jobdeck.desktop.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.desktop.about.AboutInfo;
import io.jobdeck.desktop.about.Library;
import io.jobdeck.desktop.action.ActionFace;
import io.jobdeck.desktop.action.Rules;
import io.jobdeck.desktop.action.SampleCluster;
import io.jobdeck.desktop.action.Target;
import io.jobdeck.desktop.bulk.BulkModel;
import io.jobdeck.desktop.bulk.ItemResult;
import io.jobdeck.desktop.connection.ClusterTarget;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.connection.ProfileColour;
import io.jobdeck.desktop.connection.RemoteFields;
import io.jobdeck.desktop.connection.SignIn;
import io.jobdeck.desktop.form.Refusal;
import io.jobdeck.desktop.profile.ProfileEditorModel;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.theme.Theme;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Shows every dialog in each theme and language, and leaves a picture of it. Nothing may be cut off at 1280x800. */
@ExtendWith(ApplicationExtension.class)
class DialogGalleryIT {

    private Stagehand stagehand;

    @Start
    void start(Stage stage) {
        stagehand = new Stagehand(stage, new Rules(app -> List.of(), job -> job.contains("every day")
                ? List.of(new FieldProblem("cron", "'every day' has 2 fields; a cron has 6 or 7.", "0/5 * * * * ?"))
                : List.of()));
    }

    @AfterEach
    void closeEverything(FxRobot robot) {
        robot.interact(() -> List.copyOf(Window.getWindows()).stream()
                .filter(window -> window != stagehand.stage())
                .forEach(Window::hide));
        stagehand.close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, ENGLISH", "DARK, ENGLISH", "LIGHT, SIMPLIFIED_CHINESE", "DARK, SIMPLIFIED_CHINESE"})
    void everyDialog(Theme theme, Language language, FxRobot robot) {
        robot.interact(() -> {
            stagehand.appearance.setTheme(theme);
            stagehand.texts.setLanguage(language);
        });
        pictureOfConnectingInVain(robot);
        picture(robot, "confirm-one", () -> stagehand.run(ActionFace.JOB_DISABLE, new Target.Job("invoices")));
        picture(robot, "confirm-many", () -> stagehand.run(ActionFace.APP_DEREGISTER, new Target.App("billing_app"), new Target.App("old_app")));
        picture(robot, "job-register", () -> stagehand.run(ActionFace.JOB_REGISTER));
        picture(robot, "job-update", () -> stagehand.run(ActionFace.JOB_UPDATE, new Target.Job("invoices")));
        picture(robot, "app-register", () -> stagehand.run(ActionFace.APP_REGISTER));
        picture(robot, "app-update", () -> stagehand.run(ActionFace.APP_UPDATE, new Target.App("billing_app")));
        picture(robot, "trigger-with", () -> stagehand.run(ActionFace.JOB_TRIGGER_WITH, new Target.Job("invoices")));
        picture(robot, "disable-with", () -> stagehand.run(ActionFace.JOB_DISABLE_WITH, new Target.Job("invoices")));
        picture(robot, "bulk-progress", this::bulk);
        picture(robot, "bulk-result", this::report);
        picture(robot, "confirm-production", () -> stagehand.dialogs.confirm(new Confirmation("Deregister 3 jobs?",
                new SimpleStringProperty("Deregisters 3 jobs, kills 12 running tasks. This cannot be undone."),
                List.of("invoices", "reminders", "exports"), "Deregister 3 jobs", Optional.of("Payments EU")), () -> { }));
        picture(robot, "about", () -> stagehand.dialogs.about(new AboutInfo("0.1.0", "17.0.15 (Debian)", "21.0.12+4",
                "Linux 6.1, amd64", List.of(new Library("atlantafx-base-2.0.1", "MIT"),
                        new Library("curator-client-5.9.0", "Apache-2.0"), new Library("gson-2.15.0", "Apache-2.0")))));
        picture(robot, "notices", this::notices);
        pictureOfJobWithBadCron(robot);
    }

    private void picture(FxRobot robot, String name, Runnable open) {
        robot.interact(open);
        WaitForAsyncUtils.waitForFxEvents();
        stagehand.screenshot(robot, name);
        close(robot);
    }

    private void pictureOfJobWithBadCron(FxRobot robot) {
        robot.interact(() -> stagehand.run(ActionFace.JOB_UPDATE, new Target.Job("invoices")));
        robot.interact(() -> robot.lookup("#cron").queryAs(TextField.class).setText("every day"));
        robot.interact(() -> robot.lookup("#save").queryButton().fire());
        stagehand.screenshot(robot, "job-bad-cron");
        close(robot);
    }

    private void pictureOfConnectingInVain(FxRobot robot) {
        ConnectionProfile fresh = new ConnectionProfile("x", "billing-eu", ProfileColour.VIOLET, new ClusterTarget.Remote(
                "zk1:2181", "elastic-job-cloud", true, new SignIn.Account("alice"), Optional.empty()), true, true, true);
        ProfileEditorModel model = new ProfileEditorModel(fresh, true, (name, id) -> false,
                (profile, target, typed, reached, refused) -> refused.accept(new Refusal("", List.of(
                        new FieldProblem(RemoteFields.CONNECT_STRING, "No connection to ZooKeeper at zk1:2181 within 9 s. "
                                + "Check that the servers run, that host names and ports are right, and that no firewall is "
                                + "in between.", RemoteFields.CONNECT_STRING_EXAMPLE)))),
                (profile, secrets) -> { }, stagehand.texts);
        robot.interact(() -> stagehand.dialogs.editProfile(model));
        stagehand.screenshot(robot, "profile");
        robot.interact(model::save);
        stagehand.screenshot(robot, "profile-in-vain");
        close(robot);
    }

    private void bulk() {
        BulkModel model = new BulkModel("Disabling 5 jobs", List.of("a", "b", "c", "d", "e"), SampleCluster.START);
        stagehand.dialogs.bulk(model);
        model.progress(2, 1, "reminders", SampleCluster.START.plusSeconds(7));
    }

    private void report() {
        BulkModel model = new BulkModel("Disabling 5 jobs", List.of("a", "b", "c", "d", "e"), SampleCluster.START);
        model.end(List.of(result("invoices", ItemResult.Outcome.FAILED,
                        "The leader at sched1:8899 did not answer within 10 s. Try again."),
                result("dunning", ItemResult.Outcome.SUCCEEDED, ""), result("exports", ItemResult.Outcome.SUCCEEDED, ""),
                result("reminders", ItemResult.Outcome.FAILED, "The job was deregistered meanwhile."),
                result("archive", ItemResult.Outcome.NOT_DONE, "")), () -> { }, SampleCluster.START.plusSeconds(12));
        stagehand.dialogs.bulk(model);
    }

    private static ItemResult result(String name, ItemResult.Outcome outcome, String detail) {
        return new ItemResult(name, outcome, detail);
    }

    private void notices() {
        stagehand.dialogs.notice(Notice.success("Disabled 3 jobs."));
        stagehand.dialogs.notice(Notice.success("Triggered invoices.").with("Undo", () -> { }));
        stagehand.dialogs.notice(Notice.failure("The leader at sched1:8899 did not answer within 10 s. Try again."));
        stagehand.dialogs.progress("Disabling 40 jobs").at(12, 40);
    }

    private void close(FxRobot robot) {
        robot.interact(() -> List.copyOf(Window.getWindows()).stream()
                .filter(window -> window != stagehand.stage())
                .forEach(window -> {
                    assertFits(window);
                    window.hide();
                }));
        robot.interact(() -> ((Pane) robot.lookup("#notices").<Node>query()).getChildren().clear());
    }

    private static void assertFits(Window window) {
        assertThat(window.getX()).isNotNegative();
        assertThat(window.getY()).isNotNegative();
        assertThat(window.getX() + window.getWidth()).isLessThanOrEqualTo(1280);
        assertThat(window.getY() + window.getHeight()).isLessThanOrEqualTo(800);
    }
}
