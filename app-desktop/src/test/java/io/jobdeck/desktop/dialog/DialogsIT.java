package io.jobdeck.desktop.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.desktop.action.ActionFace;
import io.jobdeck.desktop.action.Rules;
import io.jobdeck.desktop.action.Target;
import io.jobdeck.desktop.bulk.ItemResult;
import io.jobdeck.desktop.form.FormField;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.scheduler.operations.FieldProblem;
import io.jobdeck.scheduler.operations.OperationException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every action of both context menus, in real windows, by mouse and keyboard, on its good and its bad path. */
@ExtendWith(ApplicationExtension.class)
class DialogsIT {

    private Stagehand stagehand;
    private FxRobot robot;

    @Start
    void start(Stage stage) {
        stagehand = new Stagehand(stage, Rules.ofServer(Clock.systemUTC()));
        robot = new FxRobot();
    }

    @AfterEach
    void closeEverything() {
        robot.interact(() -> List.copyOf(Window.getWindows()).stream()
                .filter(window -> window != stagehand.stage())
                .forEach(Window::hide));
        stagehand.close();
    }

    @Test
    void disablingAsksInNumbersAndCancelDoesNothing() {
        run(ActionFace.JOB_DISABLE, new Target.Job("invoices"), new Target.Job("reminders"));
        assertThat(labelText("#confirm-title")).isEqualTo("Disable 2 jobs?");
        assertThat(labelText("#confirm-text"))
                .isEqualTo("Disables 2 jobs, kills 3 running tasks, drops a backlog of 40.");

        robot.clickOn("#cancel");

        assertThat(openDialogs()).isEmpty();
        assertThat(stagehand.operations.calls()).isEmpty();
    }

    @Test
    void theSafeAnswerHasTheFocusAndEscapeIsNo() {
        run(ActionFace.JOB_DEREGISTER, new Target.Job("invoices"));
        assertThat(robot.lookup("#cancel").queryButton().isFocused()).isTrue();

        robot.type(KeyCode.ESCAPE);

        await().until(() -> openDialogs().isEmpty());
        assertThat(stagehand.operations.calls()).isEmpty();
    }

    @Test
    void jobsAreDisabledEnabledDeregisteredAndTriggered() {
        run(ActionFace.JOB_DISABLE, new Target.Job("invoices"), new Target.Job("reminders"));
        robot.clickOn("#confirm");
        awaitNotice("Disabled 2 jobs.");
        run(ActionFace.JOB_ENABLE, new Target.Job("archive"));
        awaitNotice("Enabled archive.");
        run(ActionFace.JOB_TRIGGER, new Target.Job("invoices"));
        awaitNotice("Queued a run of invoices.");
        run(ActionFace.JOB_DEREGISTER, new Target.Job("archive"));
        robot.clickOn("#confirm");
        awaitNotice("Deregistered archive.");

        assertThat(stagehand.operations.calls()).containsExactly("disableJob invoices", "disableJob reminders",
                "enableJob archive", "triggerJob invoices", "deregisterJob archive");
    }

    @Test
    void appsAreDisabledEnabledAndDeregistered() {
        run(ActionFace.APP_DISABLE, new Target.App("billing_app"));
        assertThat(labelText("#confirm-text"))
                .isEqualTo("Disables 1 app, stops 3 jobs, kills 3 running tasks, drops a backlog of 40.");
        robot.clickOn("#confirm");
        awaitNotice("Disabled billing_app.");
        run(ActionFace.APP_ENABLE, new Target.App("old_app"));
        awaitNotice("Enabled old_app.");
        run(ActionFace.APP_DEREGISTER, new Target.App("old_app"));
        robot.clickOn("#confirm");
        awaitNotice("Deregistered old_app.");

        assertThat(stagehand.operations.calls())
                .containsExactly("disableApp billing_app", "enableApp old_app", "deregisterApp old_app");
    }

    @Test
    void aRefusalIsToldAndStays() {
        stagehand.operations.refuse("invoices", OperationException.unavailable("No scheduler leads just now.", null));

        run(ActionFace.JOB_TRIGGER, new Target.Job("invoices"));

        awaitNotice("No scheduler leads just now.");
    }

    @Test
    void someRefusalsOfManyAreListedAndCanBeTriedAgain() {
        stagehand.operations.refuse("reminders", OperationException.conflict("The job is being changed by ben."));
        run(ActionFace.JOB_DISABLE, new Target.Job("invoices"), new Target.Job("reminders"));
        robot.clickOn("#confirm");
        await().until(() -> robot.lookup("#bulk-retry").tryQuery().isPresent());
        assertThat(robot.lookup("#bulk-list").<ListView<ItemResult>>query().getItems())
                .containsExactly(new ItemResult("reminders", ItemResult.Outcome.FAILED, "The job is being changed by ben."));

        stagehand.operations.accept("reminders");
        robot.clickOn("#bulk-retry");

        awaitNotice("Disabled reminders.");
    }

    @Test
    void whatTakesLongShowsProgressAndTheWindowAnswersMeanwhile() {
        CountDownLatch gate = stagehand.operations.hold();
        run(ActionFace.JOB_TRIGGER, new Target.Job("invoices"), new Target.Job("reminders"));

        await().until(() -> robot.lookup("#bulk-bar").tryQuery().isPresent());
        run(ActionFace.JOB_REGISTER);
        robot.clickOn("#cancel");
        gate.countDown();

        awaitNotice("Queued a run of 2 jobs each.");
        assertThat(labelText("#bulk-title")).isEqualTo("All 2 done");
    }

    @Test
    void aJobIsRegisteredByTypingAndEnter() {
        run(ActionFace.APP_REGISTER_JOB, new Target.App("billing_app"));
        robot.write("refunds");
        type("#jobClass", "com.example.Refunds");
        type("#cron", "0 0/5 * * * ?");

        robot.type(KeyCode.ENTER);

        awaitNotice("Registered refunds.");
        assertThat(openDialogs()).isEmpty();
        assertThat(stagehand.operations.calls()).containsExactly("registerJob refunds");
        assertThat(stagehand.operations.lastJob().appName()).isEqualTo("billing_app");
        assertThat(stagehand.operations.lastJob().cron()).isEqualTo("0 0/5 * * * ?");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aBadCronIsShownAtItsFieldWithAnExampleAndNothingIsSent(Language language) {
        robot.interact(() -> stagehand.texts.setLanguage(language));
        run(ActionFace.JOB_UPDATE, new Target.Job("invoices"));

        type("#cron", "every day");

        await().until(() -> !field("cron").problemText().isEmpty());
        robot.clickOn("#save");
        assertThat(field("cron").problemText()).isNotBlank();
        assertThat(field("cron").exampleText()).startsWith(stagehand.texts.get("form.example", ""));
        assertThat(field("cron").exampleText()).contains("?");
        assertThat(robot.lookup("#cron").query().isFocused()).isTrue();
        assertThat(robot.lookup("#cron").query().getPseudoClassStates()).anyMatch(state ->
                state.getPseudoClassName().equals("danger"));
        assertThat(stagehand.operations.calls()).isEmpty();

        type("#cron", "0 0 3 * * ?");
        await().until(() -> field("cron").problemText().isEmpty());
    }

    @Test
    void aProblemIsNeverAboutATextThatStandsThereNoMore() {
        run(ActionFace.JOB_UPDATE, new Target.Job("invoices"));
        type("#cron", "every day");
        await().until(() -> !field("cron").problemText().isEmpty());

        robot.interact(() -> input("#cron").setText("every two days"));
        assertThat(field("cron").problemText()).contains("every two days");
        robot.interact(() -> input("#cron").setText("0 0 3 * * ?"));
        assertThat(field("cron").problemText()).isEmpty();
    }

    @Test
    void anEmptyFormNamesEveryFieldThatIsMissingOnceSavingWasTried() {
        run(ActionFace.JOB_REGISTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(field("jobName").problemText()).isEmpty();

        robot.clickOn("#save");

        for (String name : List.of("jobName", "appName", "jobClass", "cron")) {
            assertThat(field(name).problemText()).as(name).isNotBlank();
            assertThat(field(name).exampleText()).as(name).isNotBlank();
        }
        assertThat(robot.lookup("#jobName").query().isFocused()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(BadName.class)
    void aBadNameIsRefusedAtItsField(BadName name) {
        run(ActionFace.APP_REGISTER);
        robot.interact(() -> input("#appName").setText(name.text));
        robot.interact(() -> input("#appUrl").setText("http://files.example.com/a.tar.gz"));
        robot.interact(() -> input("#bootstrapScript").setText("bin/start.sh"));

        robot.clickOn("#save");

        assertThat(field("appName").problemText()).isNotBlank();
        assertThat(stagehand.operations.calls()).isEmpty();
    }

    private enum BadName {
        EMPTY(""), SLASH("a/b"), SEPARATOR("a@-@b"), TOO_LONG("x".repeat(101)), TAKEN("billing_app");

        private final String text;

        BadName(String text) {
            this.text = text;
        }
    }

    @Test
    void aRefusalOfTheServerLandsAtItsField() {
        stagehand.operations.refuse("invoices", OperationException.invalid(List.of(
                new FieldProblem("shardingItemParameters", "item 7 does not exist.", "0=a,1=b"))));
        run(ActionFace.JOB_UPDATE, new Target.Job("invoices"));
        type("#description", "Sends them all");

        robot.clickOn("#save");
        robot.clickOn("#confirm-save");

        await().until(() -> field("shardingItemParameters").problemText().equals("Item 7 does not exist."));
        assertThat(field("shardingItemParameters").exampleText()).isEqualTo("For example: 0=a,1=b");
        await().until(() -> robot.lookup("#shardingItemParameters").query().isFocused());
        assertThat(openDialogs()).hasSize(1);
    }

    @Test
    void aRefusalForAnotherReasonStandsBesideTheButtonsAndTheFormStaysOpen() {
        stagehand.operations.refuse("billing_app", OperationException.unavailable("The leader did not answer.", null));
        run(ActionFace.APP_UPDATE, new Target.App("billing_app"));
        type("#memoryMb", "512");

        robot.clickOn("#save");
        robot.clickOn("#confirm-save");

        await().until(() -> labelText("#form-failure").equals("The leader did not answer."));
        assertThat(robot.lookup("#confirm-save").queryButton().isDisabled()).isFalse();
        robot.clickOn("#back");
        assertThat(input("#memoryMb").getText()).isEqualTo("512");
    }

    @Test
    void savingIsOffOnlyWhileItIsUnderWay() {
        CountDownLatch gate = stagehand.operations.hold();
        run(ActionFace.APP_UPDATE, new Target.App("billing_app"));
        type("#memoryMb", "512");
        robot.clickOn("#save");
        assertThat(robot.lookup("#confirm-save").queryButton().isDisabled()).isFalse();

        robot.clickOn("#confirm-save");
        await().until(() -> robot.lookup("#confirm-save").queryButton().isDisabled());
        gate.countDown();

        awaitNotice("Updated billing_app.");
        assertThat(stagehand.operations.lastApp().memoryMb()).isEqualTo(512);
    }

    @Test
    void updateKeepsTheNameAndEverythingItDoesNotShow() {
        run(ActionFace.JOB_UPDATE, new Target.Job("invoices"));
        assertThat(input("#jobName").isEditable()).isFalse();
        type("#description", "Sends them all");

        robot.clickOn("#save");
        robot.clickOn("#confirm-save");

        awaitNotice("Updated invoices.");
        assertThat(stagehand.operations.lastJob().description()).isEqualTo("Sends them all");
        assertThat(stagehand.operations.lastJob().unknown().get("ownerTeam").getAsString()).isEqualTo("billing");
        assertThat(stagehand.operations.lastJob().jobProperties().get("job_exception_handler").getAsString())
                .isEqualTo("com.example.Handler");
    }

    @Test
    void theFormShowsWhatAppliesToTheTypeChosen() {
        run(ActionFace.JOB_UPDATE, new Target.Job("invoices"));
        assertThat(field("jobClass").isVisible()).isTrue();
        assertThat(field("scriptCommandLine").isVisible()).isFalse();

        robot.interact(() -> robot.lookup("#jobType").<ChoiceBox<String>>query().setValue("SCRIPT"));

        assertThat(field("jobClass").isVisible()).isFalse();
        assertThat(field("scriptCommandLine").isVisible()).isTrue();
    }

    @Test
    void leavingAChangedFormAsksAndAnUnchangedOneDoesNot() {
        run(ActionFace.JOB_UPDATE, new Target.Job("invoices"));
        robot.type(KeyCode.ESCAPE);
        await().until(() -> openDialogs().isEmpty());

        run(ActionFace.JOB_UPDATE, new Target.Job("invoices"));
        robot.interact(() -> robot.lookup("#misfire").queryAs(CheckBox.class).fire());
        robot.type(KeyCode.ESCAPE);
        await().until(() -> robot.lookup("#confirm-title").tryQuery().isPresent());
        assertThat(openDialogs()).hasSize(2);
        robot.clickOn("#confirm");

        await().until(() -> openDialogs().isEmpty());
        assertThat(stagehand.operations.calls()).isEmpty();
    }

    @Test
    void appsToChooseFromAreThoseThatExist() {
        run(ActionFace.JOB_REGISTER);

        assertThat(robot.lookup("#appName").<ComboBox<String>>query().getItems()).containsExactly("billing_app", "legacy_app", "old_app");
    }

    private void run(ActionFace face, Target... targets) {
        robot.interact(() -> stagehand.run(face, targets));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void type(String control, String text) {
        robot.interact(() -> input(control).requestFocus());
        robot.interact(() -> input(control).clear());
        robot.write(text);
    }

    private TextInputControl input(String control) {
        return robot.lookup(control).queryAs(TextInputControl.class);
    }

    private FormField field(String name) {
        return robot.lookup((Node node) -> node instanceof FormField field && field.getField().equals(name))
                .queryAs(FormField.class);
    }

    private String labelText(String label) {
        return robot.lookup(label).queryAs(Label.class).getText();
    }

    private List<Window> openDialogs() {
        return onFx(() -> Window.getWindows().stream()
                .filter(window -> window instanceof Stage && window != stagehand.stage())
                .toList());
    }

    private void awaitNotice(String text) {
        await().until(() -> notices().contains(text));
    }

    private List<String> notices() {
        return onFx(() -> robot.from(robot.lookup("#notices").queryAs(Pane.class)).lookup(".notice-text")
                .<Label>queryAll().stream().map(Label::getText).toList());
    }

    private static <T> T onFx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, question);
    }
}
