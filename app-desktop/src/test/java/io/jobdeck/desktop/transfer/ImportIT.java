package io.jobdeck.desktop.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.desktop.action.Rules;
import io.jobdeck.desktop.action.Samples;
import io.jobdeck.desktop.bridge.FxUiExecutor;
import io.jobdeck.desktop.dialog.Stagehand;
import io.jobdeck.desktop.editor.DocumentKind;
import io.jobdeck.desktop.editor.SaveRequest;
import io.jobdeck.desktop.editor.TreeDocuments;
import io.jobdeck.desktop.form.Refusal;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.theme.Theme;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.ExecutionType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window of an import: choosing, storing, and what became of each document. */
@ExtendWith(ApplicationExtension.class)
class ImportIT {

    private final List<SaveRequest> sent = new ArrayList<>();
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
                .filter(window -> window != stagehand.stage()).forEach(Window::hide));
        stagehand.close();
    }

    @Test
    void whatIsChosenIsStoredAndWhatFailsIsSaid() {
        open();
        assertThat(button().getText()).isEqualTo("Import 3 documents");
        robot.clickOn("#choose-all");
        assertThat(button().isDisabled()).isTrue();
        robot.clickOn("#choose-all");

        robot.clickOn("#import");

        await().until(() -> robot.lookup("#import-summary").queryAs(Label.class).getText().equals("2 imported, 1 failed."));
        assertThat(sent).extracting(SaveRequest::name).containsExactly("invoices", "fresh", "refused");
        assertThat(button().getText()).isEqualTo("Import 1 document");
        robot.interact(() -> robot.lookup("#import-items").<TableView<ImportItem>>query().getSelectionModel().select(2));
        assertThat(robot.lookup("#import-details .field-problem").<Label>queryAll()).extracting(Label::getText)
                .containsExactly("The leader is busy.");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, ENGLISH", "DARK, ENGLISH", "LIGHT, SIMPLIFIED_CHINESE"})
    void leavesAPictureOfEachState(Theme theme, Language language) {
        robot.interact(() -> {
            stagehand.appearance.setTheme(theme);
            stagehand.texts.setLanguage(language);
        });
        open();
        stagehand.screenshot(robot, "import-chosen");
        robot.interact(() -> robot.lookup("#import-items").<TableView<ImportItem>>query().getSelectionModel().select(4));
        stagehand.screenshot(robot, "import-invalid");
        robot.clickOn("#import");
        stagehand.screenshot(robot, "import-done");
    }

    private void open() {
        ImportAnalysis analysis = new ImportAnalysis(
                new TreeDocuments(stagehand.cluster.connection.tree(), new FxUiExecutor()),
                (kind, text) -> (kind == DocumentKind.JOB ? Rules.ofServer(Clock.systemUTC()).job()
                        : Rules.ofServer(Clock.systemUTC()).app()).apply(text), stagehand.texts);
        List<ImportItem> items = analysis.look(TransferFile.read("[" + String.join(",",
                job("invoices").replace("Sends the invoices of the day", "Sends them all"), job("fresh"), job("refused"),
                job("reminders"), job("broken").replace("0/5 * * * * ?", "every day")) + "]"));
        robot.interact(() -> stagehand.dialogs.importDocuments(new ImportModel("estate.json", items,
                (request, onSaved, onRefused) -> {
                    sent.add(request);
                    if (request.name().equals("refused")) {
                        onRefused.accept(new Refusal("The leader is busy.", List.of()));
                    } else {
                        onSaved.run();
                    }
                })));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Button button() {
        return robot.lookup("#import").queryButton();
    }

    private static String job(String name) {
        return Codecs.JOB.write(Samples.job(name, ExecutionType.TRANSIENT));
    }
}
