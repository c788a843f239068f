package io.jobdeck.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonPrimitive;
import io.jobdeck.desktop.action.ActionFace;
import io.jobdeck.desktop.action.Rules;
import io.jobdeck.desktop.action.Samples;
import io.jobdeck.desktop.action.Target;
import io.jobdeck.desktop.dialog.Stagehand;
import io.jobdeck.desktop.form.FormField;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.theme.Theme;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.ConfigUpdate;
import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.RegistryView;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The editor's window by mouse and keyboard: form and JSON, review, conflict, and what others store meanwhile. */
@ExtendWith(ApplicationExtension.class)
class EditorIT {

    private static final String JOB = "invoices";

    private Stagehand stagehand;
    private FxRobot robot;

    @Start
    void start(Stage stage) {
        stagehand = new Stagehand(stage, Rules.ofServer(Clock.fixed(Instant.parse("2026-11-22T17:30:00Z"), ZoneOffset.UTC)));
        robot = new FxRobot();
    }

    @AfterEach
    void closeEverything() {
        robot.interact(() -> List.copyOf(Window.getWindows()).stream()
                .filter(window -> window != stagehand.stage()).forEach(Window::hide));
        stagehand.close();
    }

    @Test
    void formAndJsonFollowEachOther() {
        edit();
        type("#description", "Sends them all");
        assertThat(json().getText()).contains("\"description\": \"Sends them all\"");

        robot.interact(() -> json().replaceText(json().getText().replace("\"failover\": true", "\"failover\": false")));
        assertThat(robot.lookup("#failover").queryAs(CheckBox.class).isSelected()).isFalse();

        robot.clickOn("#save");
        assertThat(robot.lookup("#review").tryQuery()).isPresent();
        robot.clickOn("#confirm-save");
        await().until(() -> stagehand.operations.calls().contains("updateJob invoices"));
        assertThat(stagehand.operations.lastJob().failover()).isFalse();
        assertThat(stagehand.operations.lastJob().unknown().get("ownerTeam").getAsString()).isEqualTo("billing");
    }

    @Test
    void malformedJsonIsToldWithItsPlaceAndTheFormWaits() {
        edit();
        robot.interact(() -> json().replaceText(json().getText().replace("\"misfire\": false,", "\"misfire\": false")));

        assertThat(robot.lookup("#json-fault").queryAs(Label.class).getText()).startsWith("Line 11, column 3: a comma");
        assertThat(robot.lookup("#form").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#problems").queryAs(Hyperlink.class).getText()).isEqualTo("1 problem");
        robot.clickOn("#problems");
        assertThat(json().getCurrentParagraph()).isEqualTo(10);
        assertThat(json().isFocused()).isTrue();
    }

    @Test
    void theCountLeadsToTheFirstProblem() {
        edit();
        robot.interact(() -> json().replaceText(json().getText().replace("\"memoryMB\": 256.0", "\"memoryMB\": \"much\"")));
        await().until(() -> !field("memoryMB").problemText().isEmpty());

        robot.clickOn("#problems");

        assertThat(robot.lookup("#memoryMb").query().isFocused()).isTrue();
    }

    @Test
    void eitherSideCanBeHiddenButNotBoth() {
        edit();
        robot.clickOn("#show-form");
        assertThat(robot.lookup("#form").tryQuery()).isEmpty();
        assertThat(robot.lookup("#json").tryQuery()).isPresent();

        robot.clickOn("#show-json");

        assertThat(robot.lookup("#form").tryQuery()).isPresent();
        assertThat(robot.lookup("#show-form").queryAs(ToggleButton.class).isSelected()).isTrue();
    }

    @Test
    void tabLeavesTheJsonAndATextIsFoundInIt() {
        edit();
        robot.interact(() -> json().requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("owner").type(KeyCode.ENTER);
        assertThat(json().getSelectedText()).isEqualToIgnoringCase("owner");

        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#json-find").tryQuery()).isEmpty();
        robot.type(KeyCode.TAB);
        assertThat(robot.lookup("#cancel").query().isFocused()).isTrue();
    }

    @Test
    void ctrlSReviewsAndThenSavesAndEscapeGoesBack() {
        edit();
        type("#description", "Sends them all");
        save();
        assertThat(robot.lookup("#review").tryQuery()).isPresent();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#review").tryQuery()).isEmpty();

        save();
        save();

        await().until(() -> stagehand.operations.calls().contains("updateJob invoices"));
    }

    @Test
    void whatSomebodyElseStoresIsSaidAtOnceAndEachFieldIsChosen() {
        edit();
        type("#description", "Mine");
        storedByBen("Theirs");
        await().until(() -> robot.lookup("#stored-bar").query().isVisible());
        assertThat(robot.lookup("#stored-text").queryAs(Label.class).getText()).isEqualTo("ben saved a change at 17:31:00.");

        robot.clickOn("#stored-way-on");
        assertThat(robot.lookup("#take-resolution").queryButton().isDisabled()).isTrue();
        robot.interact(() -> robot.lookup("#choose-mine-description").queryAs(RadioButton.class).fire());
        robot.clickOn("#take-resolution");
        robot.clickOn("#save");
        robot.clickOn("#confirm-save");

        await().until(() -> stagehand.operations.calls().contains("updateJob invoices"));
        assertThat(stagehand.operations.lastJob().description()).isEqualTo("Mine");
        assertThat(stagehand.operations.lastJob().memoryMb()).isEqualTo(512);
        assertThat(stagehand.operations.lastBasis()).contains(versionOf(text()));
    }

    @Test
    void aRefusalAsStaleLeadsToTheConflictOnceWhatWasStoredIsKnown() {
        edit();
        type("#description", "Mine");
        robot.clickOn("#save");
        stagehand.operations.refuse(JOB, OperationException.stale("Job 'invoices' was changed by ben.", List.of()));
        robot.clickOn("#confirm-save");
        await().until(() -> robot.lookup("#form-failure").queryAs(Label.class).getText().contains("changed by ben"));

        storedByBen("Theirs");

        await().until(() -> robot.lookup("#conflict").tryQuery().isPresent());
        robot.clickOn("#take-theirs");
        assertThat(robot.lookup("#take-resolution").queryButton().isDisabled()).isFalse();
    }

    @Test
    void aJobIsEditedInOneWindowOnly() {
        edit();
        edit();

        assertThat(Window.getWindows().stream().filter(window -> window instanceof Stage)).hasSize(2);
    }

    @Test
    void theCronIsReadAloudWithItsNextTimesInAnyZone() {
        edit();
        type("#cron", "0 0 3 * * ?");
        assertThat(robot.lookup("#cron-reading").queryAs(Label.class).getText()).isEqualTo("Every day at 03:00");
        assertThat(times()).hasSize(10).first().isEqualTo("03:00:00");

        robot.interact(() -> robot.lookup("#cron-zone").<ComboBox<String>>query().getEditor().setText("Asia/Shanghai"));
        assertThat(times()).hasSize(10).first().isEqualTo("11:00:00");

        type("#cron", "0 0 0 1 1 ? 2020");
        assertThat(robot.lookup("#cron-reading").queryAs(Label.class).getText()).isEqualTo("This cron never fires again.");
        assertThat(times()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, ENGLISH", "DARK, ENGLISH", "LIGHT, SIMPLIFIED_CHINESE"})
    void leavesAPictureOfEachState(Theme theme, Language language) {
        robot.interact(() -> {
            stagehand.appearance.setTheme(theme);
            stagehand.texts.setLanguage(language);
        });
        edit();
        robot.interact(() -> robot.lookup("#form").queryAs(ScrollPane.class).setVvalue(0.22));
        stagehand.screenshot(robot, "editor-cron");
        robot.interact(() -> robot.lookup("#form").queryAs(ScrollPane.class).setVvalue(1));
        stagehand.screenshot(robot, "editor-end");
        robot.interact(() -> robot.lookup("#form").queryAs(ScrollPane.class).setVvalue(0));
        String good = json().getText();
        robot.interact(() -> json().replaceText(good.replace("\"misfire\": false,", "\"misfire\": false")));
        stagehand.screenshot(robot, "editor-malformed");
        robot.interact(() -> json().replaceText(good.replace("\"shardingTotalCount\": 3", "\"shardingTotalCount\": 1")
                .replace("0=Beijing,1=Shanghai,2=Shenzhen", "0=Beijing").replace("0/5 * * * * ?", "0 0 3 * * ?")));
        robot.clickOn("#save");
        stagehand.screenshot(robot, "editor-review");
        robot.clickOn("#back");
        type("#description", "Mine");
        storedByBen("Theirs");
        await().until(() -> robot.lookup("#stored-bar").query().isVisible());
        stagehand.screenshot(robot, "editor-stored-changed");
        robot.clickOn("#stored-way-on");
        stagehand.screenshot(robot, "editor-conflict");
        robot.interact(() -> {
            Window window = robot.lookup("#conflict").query().getScene().getWindow();
            window.setWidth(900);
            window.setHeight(520);
        });
        robot.clickOn("#back");
        stagehand.screenshot(robot, "editor-small");
    }

    private void edit() {
        robot.interact(() -> stagehand.run(ActionFace.JOB_UPDATE, new Target.Job(JOB)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void save() {
        robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private CodeArea json() {
        return robot.lookup("#json").queryAs(CodeArea.class);
    }

    private List<String> times() {
        return robot.lookup("#cron-times .cron-time").<Label>queryAll().stream().map(Label::getText).toList();
    }

    private void type(String control, String text) {
        robot.interact(() -> robot.lookup(control).queryAs(TextInputControl.class).requestFocus());
        robot.interact(() -> robot.lookup(control).queryAs(TextInputControl.class).setText(text));
    }

    private FormField field(String name) {
        return robot.lookup((Node node) -> node instanceof FormField field && field.getField().equals(name))
                .queryAs(FormField.class);
    }

    private String text() {
        return stagehand.cluster.registry.text(RegistryPaths.configJob(JOB));
    }

    private static ConfigVersion versionOf(String text) {
        String path = RegistryPaths.configJob(JOB);
        return new RegistryView(Map.of(path, new TreeNode(path, text, 0))).jobVersion(JOB).orElseThrow();
    }

    /** Somebody else changes description and memory, as the server stores it. */
    private void storedByBen(String description) {
        Document changed = Document.parse(Codecs.JOB.write(Samples.job(JOB, ExecutionType.TRANSIENT))).orElseThrow()
                .with(List.of("description"), Optional.of(new JsonPrimitive(description)), List.of())
                .with(List.of("memoryMB"), Optional.of(new JsonPrimitive(512)), List.of());
        ConfigUpdate update = new ConfigUpdate(versionOf(text()), versionOf(changed.text()), "ben",
                Instant.parse("2026-11-22T17:31:00Z"), List.of(field("description", "Mine"), field("memoryMB", "256.0")));
        stagehand.cluster.registry.put(RegistryPaths.jobChanges(JOB), Codecs.CONFIG_UPDATES.write(List.of(update)));
        stagehand.cluster.registry.put(RegistryPaths.configJob(JOB), changed.text());
    }

    private static ConfigUpdate.Field field(String name, String before) {
        return new ConfigUpdate.Field(name, Optional.of(before), Optional.of("1"));
    }
}
