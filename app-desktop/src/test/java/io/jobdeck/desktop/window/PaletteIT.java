package io.jobdeck.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.desktop.ScreenPicture;
import io.jobdeck.desktop.jobs.JobRow;
import io.jobdeck.desktop.palette.PaletteEntry;
import io.jobdeck.desktop.text.Language;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The palette and the sheet of shortcuts, by keyboard only. */
class PaletteIT extends ApplicationTest {

    private WindowFixture window;

    @Override
    public void start(Stage primary) {
        window = new WindowFixture(primary);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void everythingIsFoundByTypingAndDoneByEnter() {
        startWithAJobSelected();

        open(KeyCode.K);
        assertThat(found()).startsWith("Trigger", "Disable", "Deregister");
        picture("palette");
        write("trig").type(KeyCode.ENTER);
        assertThat(window.done).containsExactly("job.trigger [dunning]");
        assertThat(isOpen()).isFalse();

        open(KeyCode.P);
        write("go dunn");
        assertThat(found().get(0)).isEqualTo("Go to dunning");
        type(KeyCode.ENTER);
        eventually(() -> jobs().getItems().size() == 1);

        open(KeyCode.K);
        write("apps").type(KeyCode.ENTER);
        eventually(() -> lookup("#apps-table").tryQuery().isPresent());
    }

    @Test
    void whatCannotBeDoneStandsThereWithItsReasonAndEscapeLeaves() {
        startWithAJobSelected();
        open(KeyCode.K);
        write("job.enable");

        PaletteEntry first = list().getItems().get(0);
        assertThat(first.reason()).isEqualTo("Not for what is selected.");
        picture("palette-disabled");
        type(KeyCode.ENTER);
        assertThat(isOpen()).isTrue();
        type(KeyCode.ESCAPE);

        assertThat(isOpen()).isFalse();
        assertThat(window.done).isEmpty();
    }

    @Test
    void theSheetOfShortcutsOpensOnAQuestionMarkOutsideOfTexts() {
        startWithAJobSelected();
        for (Language language : Language.values()) {
            interact(() -> window.texts.setLanguage(language));
            interact(() -> jobs().requestFocus());
            press(KeyCode.SHIFT).type(KeyCode.SLASH).release(KeyCode.SHIFT);
            eventually(() -> lookup("#shortcut-sheet").tryQuery().isPresent());
            picture("shortcuts-" + language.tag());
            type(KeyCode.ESCAPE);
            eventually(() -> lookup("#shortcut-sheet").tryQuery().isEmpty());
        }
        interact(() -> lookup(".filter-field").<TextField>query().requestFocus());
        write("?");
        assertThat(lookup("#shortcut-sheet").tryQuery()).isEmpty();
    }

    private void startWithAJobSelected() {
        Scenes.estate(window);
        interact(() -> window.cluster.start());
        interact(() -> window.cluster.window().show("jobs", ""));
        eventually(() -> jobs().getItems().size() == Scenes.JOBS);
        eventually(() -> lookup("dunning").tryQuery().isPresent());
        clickOn("dunning");
    }

    private void open(KeyCode letter) {
        press(KeyCode.CONTROL).type(letter).release(KeyCode.CONTROL);
        eventually(this::isOpen);
    }

    private boolean isOpen() {
        return lookup("#palette-query").tryQuery().isPresent();
    }

    private ListView<PaletteEntry> list() {
        return lookup("#palette-list").query();
    }

    private List<String> found() {
        WaitForAsyncUtils.waitForFxEvents();
        return list().getItems().stream().map(PaletteEntry::text).toList();
    }

    private TableView<JobRow> jobs() {
        return lookup("#jobs-table").query();
    }

    private void eventually(Callable<Boolean> condition) {
        await().until(condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        ScreenPicture.save(new FxRobot(), name);
    }
}
