package io.jobdeck.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.jobdeck.desktop.ScreenPicture;
import io.jobdeck.desktop.apps.AppRow;
import io.jobdeck.desktop.audit.AuditRow;
import io.jobdeck.desktop.fold.Estate;
import io.jobdeck.desktop.jobs.JobRow;
import io.jobdeck.desktop.queues.ReadyRow;
import io.jobdeck.desktop.tasks.TaskPhase;
import io.jobdeck.desktop.tasks.TaskRow;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.theme.Appearance;
import io.jobdeck.desktop.theme.Theme;
import io.jobdeck.desktop.theme.Zoom;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The window as a person meets it, over a registry that changes behind its back. */
class MainWindowIT extends ApplicationTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final long PATIENCE_MILLIS = 10_000;

    private Stage stage;
    private WindowFixture window;

    @Override
    public void start(Stage primary) {
        stage = primary;
        window = new WindowFixture(primary);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void beforeTheClusterIsReadItSaysSo() throws IOException {
        assertThat(lookup("Reading the cluster…").tryQuery()).isPresent();
        assertThat(text("#status-link")).isEqualTo("Connecting…");
        picture("connecting");
    }

    @Test
    void theOverviewOpensFirstAndSaysWhatNeedsAttention() throws IOException {
        Scenes.estate(window);
        interact(() -> window.cluster.start());
        String help = "help-job.trigger-collect-payments-of-all-branches";
        eventually(() -> lookup(node -> help.equals(node.getId())).tryQuery().isPresent());
        picture("overview");
        size(1920, 1080);
        picture("overview-wide");
        size(1280, 800);

        clickOn(byId(help));
        assertThat(window.done).containsExactly("job.trigger [collect-payments-of-all-branches]");

        clickOn("#help-look-watch-bank-inbox");
        TableView<TaskRow> tasks = lookup("#tasks-table").query();
        eventually(() -> !tasks.getItems().isEmpty());
        assertThat(tasks.getItems()).extracting(row -> row.key().jobName()).containsOnly("watch-bank-inbox");
    }

    @Test
    void anOverviewWithoutTroubleIsCalm() throws IOException {
        window.put(Estate.appNode("billing"), Estate.jobNode("invoices", "billing"),
                Estate.leaderNode("scheduler1.example:8899", ZoneId.of("UTC")),
                Estate.candidateNode("_c_1-lock-0000000001"));
        interact(() -> window.cluster.start());

        eventually(() -> lookup("All is well").tryQuery().isPresent());
        picture("overview-calm");
        window.registry.remove(RegistryPaths.ELECTION + "/_c_1-lock-0000000001");
        eventually(() -> lookup(".trouble-word").tryQuery().isPresent());
        assertThat(text(".trouble-word")).isEqualTo("No scheduler is running");
    }

    @Test
    void anEmptyClusterOffersToRegisterTheFirstJob() throws IOException {
        startCluster();

        eventually(() -> lookup("No jobs yet").tryQuery().isPresent());
        picture("jobs-empty");
        clickOn(from(lookup(".empty-state")).lookup(".button").<Node>query());

        assertThat(window.done).containsExactly("job.register []");
    }

    @Test
    void theTableOfJobsFillsAndFollowsWhatOthersDo() {
        window.put(Estate.appNode("billing"), Estate.jobNode("invoices", "billing"));
        startCluster();
        eventually(() -> jobs().getItems().size() == 1);

        window.put(Estate.disabledJobNode("invoices"), Estate.jobNode("reminders", "billing"),
                Estate.readyNode("reminders", 4));

        eventually(() -> cell(jobs(), "invoices", "state").equals("Disabled"));
        eventually(() -> cell(jobs(), "reminders", "ready").equals("4"));

        window.registry.remove(RegistryPaths.configJob("invoices"));
        eventually(() -> jobs().getItems().stream().map(JobRow::name).toList().equals(List.of("reminders")));
    }

    @Test
    void rowsStandByNameAndASelectionStaysWithItsRow() {
        window.put(Estate.appNode("a"), Estate.jobNode("m", "a"));
        startCluster();
        eventually(() -> jobs().getItems().size() == 1);
        select("m");

        window.put(Estate.jobNode("z", "a"), Estate.jobNode("b", "a"));

        eventually(() -> jobs().getItems().stream().map(JobRow::name).toList().equals(List.of("b", "m", "z")));
        assertThat(selected()).containsExactly("m");

        window.registry.remove(RegistryPaths.configJob("m"));
        eventually(() -> jobs().getItems().size() == 2);
        assertThat(selected()).as("no neighbour takes the place of a row that is gone").isEmpty();
    }

    @Test
    void theDetailsOfTheSelectedRowStandBesideTheTableUntilTheyAreClosed() throws IOException {
        Scenes.estate(window);
        startCluster();
        eventually(() -> jobs().getItems().size() > 5);
        assertThat(lookup("#details").tryQuery()).isEmpty();

        select("collect-payments-of-all-branches");
        eventually(() -> text("#details-title").equals("collect-payments-of-all-branches"));
        assertThat(lookup("The previous run is still on agent2.example").tryQuery()).isPresent();
        picture("jobs-details");

        clickOn("#details-close");
        assertThat(lookup("#details").tryQuery()).isEmpty();
        press(KeyCode.CONTROL, KeyCode.I).release(KeyCode.I, KeyCode.CONTROL);
        eventually(() -> lookup("#details").tryQuery().isPresent());
    }

    @Test
    void theContextMenuOffersWhatMakesSenseForTheRow() throws IOException {
        window.put(Estate.appNode("a"), Estate.jobNode("enabled", "a"), Estate.jobNode("disabled", "a"),
                Estate.disabledJobNode("disabled"));
        startCluster();
        eventually(() -> jobs().getItems().size() == 2);

        openMenuOf("enabled");
        assertThat(offered()).containsExactly("job.register", "job.trigger", "job.disable", "job.deregister");
        picture("jobs-menu");
        clickOn(byId("job.trigger"));
        assertThat(window.done).containsExactly("job.trigger [enabled]");

        openMenuOf("disabled");
        assertThat(offered()).containsExactly("job.register", "job.enable", "job.deregister");
        push(KeyCode.ESCAPE);
    }

    @Test
    void theContextMenuOpensByKeyboardToo() {
        window.put(Estate.appNode("a"), Estate.jobNode("enabled", "a"));
        startCluster();
        eventually(() -> jobs().getItems().size() == 1);
        select("enabled");
        interact(() -> jobs().requestFocus());

        push(KeyCode.SHIFT, KeyCode.F10);

        eventually(() -> !menus().isEmpty());
        assertThat(offered()).contains("job.trigger");
        push(KeyCode.ESCAPE);
    }

    @Test
    void nothingMovesWhileAMenuIsOpen() {
        window.put(Estate.appNode("a"), Estate.jobNode("m", "a"));
        startCluster();
        eventually(() -> jobs().getItems().size() == 1);
        openMenuOf("m");

        window.put(Estate.jobNode("b", "a"));
        eventually(() -> window.cluster.model().jobsModel().table().totalProperty().get() == 2);
        assertThat(jobs().getItems()).hasSize(1);

        push(KeyCode.ESCAPE);
        eventually(() -> jobs().getItems().size() == 2);
    }

    @Test
    void typingFiltersAndEscapeClears() throws IOException {
        window.put(Estate.appNode("billing"), Estate.appNode("reports"), Estate.jobNode("invoices", "billing"),
                Estate.jobNode("monthly", "reports"));
        startCluster();
        eventually(() -> jobs().getItems().size() == 2);

        push(KeyCode.CONTROL, KeyCode.F);
        write("REPO");
        assertThat(jobs().getItems()).extracting(JobRow::name).containsExactly("monthly");
        assertThat(text(".view-count")).isEqualTo("1 of 2");

        write("x");
        assertThat(lookup("Nothing matches “REPOx”").tryQuery()).isPresent();
        picture("jobs-nothing-matches");

        push(KeyCode.ESCAPE);
        assertThat(lookup(".filter-field").<TextField>query().getText()).isEmpty();
        assertThat(jobs().getItems()).hasSize(2);
    }

    @Test
    void aLostConnectionIsSaidAndRowsStay() throws IOException {
        Scenes.estate(window);
        startCluster();
        eventually(() -> !jobs().getItems().isEmpty());

        window.registry.disconnect("No ZooKeeper server answers at 127.0.0.1:2181");

        eventually(() -> lookup("#stale-banner").query().isVisible());
        assertThat(text("#status-link")).startsWith("Stale for");
        assertThat(lookup("#stale-banner .label").<Label>query().getText()).contains("No ZooKeeper server answers");
        assertThat(jobs().getItems()).isNotEmpty();
        picture("jobs-stale");

        window.registry.reconnect();
        eventually(() -> !lookup("#stale-banner").query().isVisible());
        assertThat(text("#status-link")).isEqualTo("Live");
    }

    @Test
    void everyViewShowsTheEstate() throws IOException {
        Scenes.estate(window);
        startCluster();
        eventually(() -> jobs().getItems().size() == Scenes.JOBS);
        eventually(() -> text("#status-leader").startsWith("Leader scheduler1.example:8899 for "));
        picture("jobs");

        clickOn("#nav-apps");
        TableView<AppRow> apps = lookup("#apps-table").query();
        eventually(() -> cell(apps, "billing", "jobs").equals("7"));
        picture("apps");

        clickOn("#nav-queues");
        TableView<ReadyRow> ready = lookup("#ready-table").query();
        assertThat(ready.getItems()).hasSize(5);
        picture("queues-ready");
        TabPane tabs = lookup("#queue-tabs").query();
        for (String queue : List.of("running", "failover", "disabled")) {
            interact(() -> tabs.getSelectionModel().select(tabs.getTabs().stream()
                    .filter(tab -> tab.getId().equals(queue + "-tab")).findFirst().orElseThrow()));
            picture("queues-" + queue);
        }
        TableView<TaskRow> running = lookup("#running-table").query();
        assertThat(running.getItems()).hasSize(Scenes.TASKS);

        clickOn("#nav-tasks");
        TableView<TaskRow> tasks = lookup("#tasks-table").query();
        interact(() -> tasks.getSelectionModel().select(tasks.getItems().stream()
                .filter(row -> row.phaseProperty().get() == TaskPhase.UNREACHABLE).findFirst().orElseThrow()));
        picture("tasks");

        clickOn("#nav-audit");
        TableView<AuditRow> audit = lookup("#audit-table").query();
        assertThat(audit.getItems()).hasSize(5).first().satisfies(row ->
                assertThat(row.entry().operation()).isEqualTo("disableApp"));
        interact(() -> audit.getSelectionModel().select(2));
        picture("audit");
    }

    @Test
    void darkAndChineseAreTakenAtOnce() throws IOException {
        Scenes.estate(window);
        startCluster();
        eventually(() -> jobs().getItems().size() == Scenes.JOBS);

        interact(() -> window.texts.setLanguage(Language.SIMPLIFIED_CHINESE));
        assertThat(jobs().getColumns().get(0).getText()).isEqualTo("名称");
        assertThat(cell(jobs(), "archive-old-orders", "state")).isEqualTo("已禁用");
        picture("jobs-zh");

        clickOn(byId("menu.view"));
        clickOn(byId("menu.view.dark"));
        picture("jobs-zh-dark");
        interact(() -> window.texts.setLanguage(Language.ENGLISH));
        picture("jobs-dark");
        clickOn("#nav-queues");
        picture("queues-dark");
        clickOn("#nav-overview");
        eventually(() -> lookup("#overview-summary").tryQuery().isPresent());
        picture("overview-dark");
        interact(() -> window.texts.setLanguage(Language.SIMPLIFIED_CHINESE));
        picture("overview-zh-dark");
        clickOn("#nav-tasks");
        picture("tasks-zh-dark");
        clickOn("#nav-audit");
        picture("audit-zh-dark");
    }

    @Test
    void aRowOfAQueueOffersWhatItsEntryItsJobAndItsAppOffer() {
        Scenes.estate(window);
        startCluster();
        clickOn("#nav-queues");
        eventually(() -> lookup("heavy-report").tryQuery().isPresent());

        openMenuOf("heavy-report");

        assertThat(offered()).containsExactly("ready.remove-one", "menu.of.JOB", "menu.of.APP");
        Menu ofJob = (Menu) menus().get(0).getItems().stream()
                .filter(item -> "menu.of.JOB".equals(item.getId())).findFirst().orElseThrow();
        assertThat(ofJob.getText()).isEqualTo("Job heavy-report");
        interact(() -> ofJob.getItems().stream().filter(item -> "job.disable".equals(item.getId())).findFirst()
                .ifPresent(MenuItem::fire));
        assertThat(window.done).containsExactly("job.disable [heavy-report]");
    }

    @Test
    void whatWentWrongStandsInTheStatusBarAndItsListUntilItIsTakenAway() {
        startCluster();
        interact(() -> window.lastError.report("Job invoices was not disabled: the leader does not answer."));

        interact(() -> window.lastError.report("App billing was not updated: cpuCount must be more than 0."));

        assertThat(error()).isEqualTo("App billing was not updated: cpuCount must be more than 0.");
        clickOn("#status-error");
        eventually(() -> lookup("#recent-errors").tryQuery().isPresent());
        assertThat(lookup("Job invoices was not disabled: the leader does not answer.").tryQuery()).isPresent();
        ScreenPicture.save(this, "recent-errors");

        clickOn("#recent-errors-clear");
        assertThat(error()).isEmpty();
    }

    @Test
    void textAndRowsGrowAndNothingIsCutOffInTheNavigation() throws IOException {
        Scenes.estate(window);
        startCluster();
        eventually(() -> jobs().getItems().size() == Scenes.JOBS);
        Appearance appearance = WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> new Appearance(Theme.LIGHT));
        interact(() -> appearance.dress(stage.getScene()));
        double rows = jobs().getFixedCellSize();

        for (Zoom zoom : List.of(Zoom.LARGE, Zoom.LARGEST)) {
            interact(() -> appearance.setZoom(zoom));
            picture("jobs-" + zoom.percent());
            assertThat(jobs().getFixedCellSize()).isEqualTo(rows * zoom.percent() / 100, within(1.0));
        }
        interact(() -> {
            stage.setWidth(900);
            stage.setHeight(520);
        });
        picture("jobs-150-small");
        interact(() -> appearance.setZoom(Zoom.NORMAL));
        picture("jobs-100-small");
        assertThat(jobs().getFixedCellSize()).isEqualTo(rows);
    }

    @Test
    void theViewAndTheDetailsAreRemembered() {
        Scenes.estate(window);
        startCluster();
        eventually(() -> !jobs().getItems().isEmpty());
        select("heavy-report");
        eventually(() -> lookup("#details").tryQuery().isPresent());
        SplitPane split = lookup(".split-pane.content").query();
        interact(() -> split.setDividerPositions(0.5));
        clickOn("#details-close");
        clickOn("#nav-apps");

        assertThat(window.memory.view()).contains("apps");
        assertThat(window.memory.detailsOpen()).isFalse();
        assertThat(window.memory.detailsPlace().orElseThrow()).isEqualTo(0.5, within(0.05));
    }

    private String error() {
        return lookup("#status-error").<Button>query().getText();
    }

    private void startCluster() {
        interact(() -> {
            window.cluster.window().show("jobs", "");
            window.cluster.start();
        });
        eventually(() -> text("#status-link").equals("Live"));
    }

    private TableView<JobRow> jobs() {
        return lookup("#jobs-table").query();
    }

    private void select(String job) {
        interact(() -> jobs().getSelectionModel().select(
                jobs().getItems().stream().filter(row -> row.name().equals(job)).findFirst().orElseThrow()));
    }

    private List<String> selected() {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> jobs().getSelectionModel().getSelectedItems()
                .stream().map(JobRow::name).toList());
    }

    private String text(String query) {
        return lookup(query).<Label>query().getText();
    }

    /** Returns what a person reads in the row that shows the name. */
    private <R> String cell(TableView<R> table, String name, String columnId) {
        return from(table).lookup(".table-row-cell").queryAll().stream()
                .filter(row -> from(row).lookup(name).tryQuery().isPresent())
                .flatMap(row -> from(row).lookup(".table-cell").<TableCell<R, ?>>queryAll().stream())
                .filter(cell -> cell.getTableColumn() != null && columnId.equals(cell.getTableColumn().getId()))
                .map(cell -> String.valueOf(cell.getText()))
                .findFirst()
                .orElse("");
    }

    private void openMenuOf(String text) {
        clickOn(lookup(text).<Node>query(), MouseButton.SECONDARY);
        eventually(() -> !menus().isEmpty());
    }

    private Node byId(String id) {
        return lookup(node -> id.equals(node.getId())).query();
    }

    private List<ContextMenu> menus() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast)
                .filter(menu -> menu.isShowing() && !menu.getItems().isEmpty()
                        && menu.getItems().get(0).getId() != null)
                .toList();
    }

    private List<String> offered() {
        return menus().get(0).getItems().stream()
                .filter(item -> !(item instanceof SeparatorMenuItem) && !item.isDisable())
                .filter(item -> !item.getId().startsWith("table."))
                .map(MenuItem::getId)
                .toList();
    }

    private void size(int width, int height) {
        interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    private void eventually(Callable<Boolean> condition) {
        await().until(condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void picture(String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        Screenshot picture = WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> Screenshot.of(stage.getScene()));
        picture.write(SCREENSHOTS.resolve(name + ".png"));
        assertThat(Files.size(SCREENSHOTS.resolve(name + ".png"))).isPositive();
    }
}
