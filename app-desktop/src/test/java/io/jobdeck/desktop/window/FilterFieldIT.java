package io.jobdeck.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.desktop.ScreenPicture;
import io.jobdeck.desktop.filter.Suggestion;
import io.jobdeck.desktop.jobs.JobRow;
import io.jobdeck.desktop.text.Language;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The filter as a person types it: completion, what is wrong, help. */
class FilterFieldIT extends ApplicationTest {

    private WindowFixture window;

    @Override
    public void start(Stage primary) {
        window = new WindowFixture(primary);
    }

    @BeforeEach
    void openTheJobs() {
        Scenes.estate(window);
        interact(() -> window.cluster.start());
        interact(() -> window.cluster.window().show("jobs", ""));
        eventually(() -> jobs().getItems().size() == Scenes.JOBS);
        push(KeyCode.CONTROL, KeyCode.F);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aFilterIsCompletedByKeyboard() {
        write("st");
        assertThat(offered()).containsExactly("state:");
        push(KeyCode.TAB);
        assertThat(field().getText()).isEqualTo("state:");
        assertThat(offered()).startsWith("disabled", "app-disabled", "invalid");
        picture("filter-completion");

        write("wa");
        assertThat(offered()).containsExactly("waiting");
        push(KeyCode.ENTER);

        assertThat(field().getText()).isEqualTo("state:waiting ");
        assertThat(isOpen("#filter-suggestions")).isFalse();
        assertThat(names()).containsExactly("collect-payments-of-all-branches", "heavy-report", "sync-stock");

        write("app:");
        push(KeyCode.DOWN);
        push(KeyCode.DOWN);
        push(KeyCode.UP);
        push(KeyCode.TAB);
        assertThat(field().getText()).isEqualTo("state:waiting app:no-such-app ");
        assertThat(names()).isEmpty();
    }

    @Test
    void whatIsOfferedCanBeTakenByMouse() {
        write("app:");

        clickOn(from(lookup("#filter-suggestions").<Node>query()).lookup("reports").<Node>query());

        assertThat(field().getText()).isEqualTo("app:reports ");
        assertThat(names()).containsExactly("daily-figures", "export-ledger", "heavy-report");
        write("-heavy");
        assertThat(names()).containsExactly("daily-figures", "export-ledger");
    }

    @Test
    void escapeClosesWhatIsOfferedBeforeItClears() {
        write("app");
        assertThat(isOpen("#filter-suggestions")).isTrue();

        push(KeyCode.ESCAPE);
        assertThat(isOpen("#filter-suggestions")).isFalse();
        assertThat(field().getText()).isEqualTo("app");

        push(KeyCode.ESCAPE);
        assertThat(field().getText()).isEmpty();
        assertThat(names()).hasSize(Scenes.JOBS);
    }

    @Test
    void anEmptyFieldOffersAllFieldsWhenAsked() {
        push(KeyCode.DOWN);

        assertThat(offered()).contains("name:", "app:", "state:", "age>");
    }

    @Test
    void aTermThatCannotBeUnderstoodIsSaidAndTheRestHolds() {
        write("colour:red app:reports ");

        assertThat(problem()).startsWith("There is no field “colour”.");
        assertThat(names()).containsExactly("daily-figures", "export-ledger", "heavy-report");
        picture("filter-problem");
    }

    @Test
    void aTermIsNotCalledWrongWhileItIsBeingTyped() {
        write("state:");
        assertThat(isOpen("#filter-problem")).isFalse();

        write("zzz ");
        assertThat(problem()).startsWith("“zzz” is no value of “state”.");
    }

    @Test
    void helpOpensByKeyAndListsTheFieldsOfTheTable() {
        push(KeyCode.F1);

        assertThat(isOpen("#filter-help")).isTrue();
        assertThat(lookup("execution").tryQuery()).isPresent();
        picture("filter-help");
        push(KeyCode.ESCAPE);
        assertThat(isOpen("#filter-help")).isFalse();
    }

    @Test
    void chineseWordsWorkAndAreOffered() {
        interact(() -> window.texts.setLanguage(Language.SIMPLIFIED_CHINESE));
        clickOn(byId("menu.view"));
        clickOn(byId("menu.view.dark"));
        push(KeyCode.CONTROL, KeyCode.F);
        write("state:");
        assertThat(offered()).contains("等待中");
        picture("filter-zh-dark");

        interact(() -> field().setText("状态：等待"));
        assertThat(names()).containsExactly("collect-payments-of-all-branches", "heavy-report", "sync-stock");
        push(KeyCode.F1);
        picture("filter-help-zh-dark");
        push(KeyCode.F1);
    }

    private TextField field() {
        return lookup("#jobs-table").query().getScene().getRoot().lookupAll(".filter-field").stream()
                .filter(node -> node.localToScreen(0, 0) != null && node.isVisible() && node.getParent() != null)
                .map(TextField.class::cast)
                .findFirst().orElseThrow();
    }

    private TableView<JobRow> jobs() {
        return lookup("#jobs-table").query();
    }

    private List<String> names() {
        WaitForAsyncUtils.waitForFxEvents();
        return jobs().getItems().stream().map(JobRow::name).toList();
    }

    private List<String> offered() {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(isOpen("#filter-suggestions")).isTrue();
        return lookup("#filter-suggestions").<ListView<Suggestion>>query().getItems().stream().map(Suggestion::text).toList();
    }

    private String problem() {
        WaitForAsyncUtils.waitForFxEvents();
        return lookup("#filter-problem").<Label>query().getText();
    }

    private boolean isOpen(String query) {
        WaitForAsyncUtils.waitForFxEvents();
        return lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    private Node byId(String id) {
        return lookup(node -> id.equals(node.getId())).query();
    }

    private void eventually(Callable<Boolean> condition) {
        await().until(condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void picture(String name) {
        ScreenPicture.save(this, name);
    }
}
