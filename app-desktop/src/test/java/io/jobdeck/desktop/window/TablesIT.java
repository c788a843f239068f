package io.jobdeck.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.desktop.ScreenPicture;
import io.jobdeck.desktop.fold.Estate;
import io.jobdeck.desktop.fold.JobState;
import io.jobdeck.desktop.jobs.JobRow;
import io.jobdeck.desktop.table.SampleTools;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;

/** What every table can do, as a person does it: choose columns, take rows elsewhere. */
class TablesIT extends ApplicationTest {

    private static final long PATIENCE_MILLIS = 10_000;

    private final SampleTools tools = new SampleTools();
    private Stage stage;
    private WindowFixture window;

    @Override
    public void start(Stage primary) {
        stage = primary;
        window = new WindowFixture(primary, tools);
    }

    @BeforeEach
    void openTheJobs() {
        Scenes.estate(window);
        interact(() -> window.cluster.start());
        interact(() -> window.cluster.window().show("jobs", ""));
        eventually(() -> jobs().getItems().size() == Scenes.JOBS);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void columnsAreChosenAtTheCornerAndRemembered() {
        List<String> usual = headings();
        clickOn(".show-hide-columns-button");
        ScreenPicture.save(this, "columns-menu");
        clickOn(byId("table.column.cron"));
        assertThat(headings()).doesNotContain("Cron");

        rightClickOn(heading("Name"));
        clickOn(byId("table.column.type"));
        assertThat(headings()).doesNotContain("Cron", "Type").contains("Name");

        openAnotherWindow();
        assertThat(headings()).as("in the next window").doesNotContain("Cron", "Type").contains("Name");

        rightClickOn(heading("Name"));
        clickOn(byId("table.columns.reset"));
        assertThat(headings()).isEqualTo(usual);
        assertThat(tools.layouts.of("jobs")).isEmpty();
    }

    @Test
    void widthsAndOrderAreRemembered() {
        Bounds name = heading("Name").localToScreen(heading("Name").getBoundsInLocal());
        drag(new Point2D(name.getMaxX() - 1, name.getCenterY()), MouseButton.PRIMARY).dropBy(60, 0);
        clickOn(heading("App"));
        clickOn(heading("App"));
        double drawn = column("name").getWidth();
        assertThat(drawn).isGreaterThan(190);

        openAnotherWindow();

        assertThat(column("name").getWidth()).isEqualTo(drawn);
        assertThat(jobs().getSortOrder()).extracting(TableColumn::getId).containsExactly("app");
        assertThat(jobs().getItems().get(0).appProperty().get()).isEqualTo("warehouse-integration");
    }

    @Test
    void theTableFitsTheWindowWithoutAHorizontalScrollBar() {
        interact(() -> stage.setWidth(1280));

        assertThat(from(jobs()).lookup(".scroll-bar:horizontal").<ScrollBar>queryAll()).noneMatch(Node::isVisible);
        assertThat(jobs().getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum())
                .isLessThanOrEqualTo(jobs().getWidth() + 1);
    }

    @Test
    void rowsThatAreSelectedAreCopiedAsTextByKey() {
        select("dunning", "heavy-report");

        push(KeyCode.CONTROL, KeyCode.C);

        assertThat(tools.taken).singleElement().asString()
                .startsWith("copy TEXT\n" + String.join("\t", headings()) + "\ndunning\tIdle\tbilling\t")
                .contains("\nheavy-report\tWaiting\treports\t")
                .hasLineCount(4);
    }

    @Test
    void theMenuCopiesACellTheNameAndRows() {
        select("dunning");
        rightClickOn(lookup("0 0 6 1 * ?").<Node>query());
        choose("table.copy", "table.copy.cell");
        assertThat(tools.taken).containsExactly("copy\n0 0 6 1 * ?");

        rightClickOn(lookup("0 0 6 1 * ?").<Node>query());
        choose("table.copy", "table.copy.name");
        assertThat(tools.taken).last().isEqualTo("copy\ndunning");

        rightClickOn(lookup("0 0 6 1 * ?").<Node>query());
        choose("table.copy", "table.copy.JSON");
        assertThat(tools.taken).last().asString().startsWith("copy JSON\n{").contains("\"type\": \"SIMPLE\"");
    }

    @Test
    void whatIsShownIsExportedWithItsFilterAndCluster() {
        interact(() -> window.cluster.window().show("jobs", "app:reports"));
        eventually(() -> jobs().getItems().size() == 3);

        rightClickOn(lookup("daily-figures").<Node>query());
        choose("table.export", "table.export.JSON");

        assertThat(tools.taken).singleElement().asString()
                .startsWith("save JSON\n").contains("\"cluster\": \"Test cluster\"", "\"filter\": \"app:reports\"",
                        "\"name\": \"daily-figures\"", "\"name\": \"heavy-report\"")
                .doesNotContain("dunning");
    }

    @Test
    void aPauseHoldsWhatIsShownAndSaysHowMuchWaits() {
        interact(() -> jobs().requestFocus());
        push(KeyCode.P);
        assertThat(pause().isSelected()).isTrue();

        window.put(Estate.disabledJobNode("dunning"), Estate.jobNode("new-one", "billing"));
        window.registry.remove(RegistryPaths.configJob("heavy-report"));

        eventually(() -> pause().getText().equals("Paused · 3 changes waiting"));
        assertThat(names()).contains("heavy-report").doesNotContain("new-one");
        assertThat(row("dunning").stateProperty().get()).isEqualTo(JobState.ENABLED);
        ScreenPicture.save(this, "paused");
        select("dunning");
        rightClickOn(lookup("dunning").<Node>query());
        clickOn(byId("job.enable"));
        assertThat(window.done).as("actions are on the job as it is now").containsExactly("job.enable [dunning]");

        clickOn("#pause");
        eventually(() -> names().contains("new-one"));
        assertThat(names()).doesNotContain("heavy-report");
        assertThat(row("dunning").stateProperty().get()).isEqualTo(JobState.DISABLED);
        assertThat(jobs().getSelectionModel().getSelectedItems()).containsExactly(row("dunning"));
        assertThat(pause().getText()).isEmpty();
    }

    @Test
    void aValueThatChangesIsPointedOutForAMoment() {
        assertThat(pointedOut()).isEmpty();

        window.put(Estate.readyNode("heavy-report", 9));
        eventually(() -> pointedOut().contains("10"));
        ScreenPicture.save(this, "highlight");
        await().until(() -> pointedOut().isEmpty());

        interact(() -> tools.highlights.set(false));
        window.put(Estate.readyNode("heavy-report", 5));
        eventually(() -> row("heavy-report").readyCountProperty().get() == 6);
        assertThat(pointedOut()).isEmpty();
    }

    /** Returns what the cells say that are pointed out. */
    private List<String> pointedOut() {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> jobs().lookupAll(".table-cell").stream()
                .filter(cell -> cell.getPseudoClassStates().stream()
                        .anyMatch(state -> List.of("fresh", "fading").contains(state.getPseudoClassName())))
                .map(cell -> String.valueOf(((Labeled) cell).getText()))
                .toList());
    }

    @Test
    void menusOfTablesSpeakChinese() {
        interact(() -> window.texts.setLanguage(Language.SIMPLIFIED_CHINESE));
        select("dunning");
        rightClickOn(lookup("dunning").<Node>query());
        choose("table.export", "table.export.CSV");

        assertThat(tools.taken).singleElement().asString().contains("save CSV\n名称,状态,应用,");
    }

    private void openAnotherWindow() {
        interact(() -> {
            window.close();
            window = new WindowFixture(stage, tools);
            Scenes.estate(window);
            window.cluster.start();
            window.cluster.window().show("jobs", "");
        });
        eventually(() -> jobs().getItems().size() == Scenes.JOBS);
    }

    private void select(String... names) {
        interact(() -> {
            jobs().requestFocus();
            jobs().getSelectionModel().clearSelection();
            jobs().getItems().stream().filter(row -> List.of(names).contains(row.name()))
                    .forEach(jobs().getSelectionModel()::select);
        });
    }

    private ToggleButton pause() {
        return lookup("#pause").query();
    }

    private List<String> names() {
        WaitForAsyncUtils.waitForFxEvents();
        return jobs().getItems().stream().map(JobRow::name).toList();
    }

    private JobRow row(String name) {
        return jobs().getItems().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    }

    private TableView<JobRow> jobs() {
        return lookup("#jobs-table").query();
    }

    private TableColumn<JobRow, ?> column(String id) {
        return jobs().getColumns().stream().filter(column -> column.getId().equals(id)).findFirst().orElseThrow();
    }

    private List<String> headings() {
        WaitForAsyncUtils.waitForFxEvents();
        return List.copyOf(jobs().getVisibleLeafColumns().stream().map(TableColumn::getText).toList());
    }

    private Node heading(String text) {
        return from(jobs()).lookup(".column-header").queryAll().stream()
                .filter(header -> from(header).lookup(text).tryQuery().isPresent())
                .findFirst().orElseThrow();
    }

    /** Chooses an item of a menu within the menu that is open. */
    private void choose(String menu, String item) {
        moveTo(byId(menu));
        await().until(() -> lookup(shown(item)).tryQuery().isPresent());
        ScreenPicture.save(this, menu.replace('.', '-') + "-menu-" + window.texts.language().tag());
        clickOn(byId(item), Motion.HORIZONTAL_FIRST);
    }

    private Node byId(String id) {
        WaitForAsyncUtils.waitForFxEvents();
        return lookup(shown(id)).query();
    }

    private static Predicate<Node> shown(String id) {
        return node -> id.equals(node.getId()) && node.getScene() != null && node.getScene().getWindow() != null
                && node.getScene().getWindow().isShowing();
    }

    private void eventually(Callable<Boolean> condition) {
        await().until(condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
