package io.jobdeck.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.desktop.agents.AgentRow;
import io.jobdeck.desktop.fold.Estate;
import io.jobdeck.desktop.insight.Agents;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.scheduler.insight.AgentState;
import io.jobdeck.scheduler.insight.AgentSummary;
import io.jobdeck.scheduler.operations.OperationException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The view of agents as a person meets it: while it loads, with agents, when the master is away, and without any. */
class AgentsViewIT extends ApplicationTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

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

    private void open() {
        interact(window.cluster::start);
        clickOn("#nav-agents");
    }

    private static void eventually(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("it did not come about", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private TableView<AgentRow> table() {
        return lookup("#agents-table").queryTableView();
    }

    private void picture(String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        Screenshot picture = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Screenshot.of(stage.getScene()));
        picture.write(SCREENSHOTS.resolve(name + ".png"));
    }

    private static List<AgentSummary> manyAgents() {
        List<AgentSummary> agents = new ArrayList<>();
        for (int number = 1; number <= 24; number++) {
            agents.add(Agents.active(number, 16, number * 0.65));
        }
        agents.add(Agents.in(25, AgentState.DRAINING, 8, 2));
        agents.add(Agents.in(26, AgentState.DISCONNECTED, 8, 2));
        agents.add(Agents.absent(27, AgentState.UNREACHABLE));
        return agents;
    }

    @Test
    void givenAgents_whenOneIsSelected_thenTheTableAndItsDetailsTellAllOfThem() throws IOException {
        window.put(Estate.appNode("billing"), Estate.jobNode("invoices", "billing"));
        window.registry.put("/jobdeck/executor/billing@-@S1", "");
        window.insight.agents(manyAgents(), Instant.now());
        open();

        eventually(() -> table().getItems().size() == 27);
        assertThat(lookup("#agents-capacity").<Label>query().getText()).contains("of 384.0 cpus");
        interact(() -> table().getSelectionModel().select(0));
        eventually(() -> lookup("billing").tryQuery().isPresent());
        picture("agents");
        interact(() -> window.texts.setLanguage(Language.SIMPLIFIED_CHINESE));
        picture("agents-zh");
        interact(() -> {
            window.texts.setLanguage(Language.ENGLISH);
            window.dark(true);
        });
        picture("agents-dark");
        clickOn(lookup(".agent-link").<Node>query());
        eventually(() -> lookup("#apps-table").tryQuery().isPresent());
    }

    @Test
    void givenAMasterThatGoesAway_thenTheFiguresStandWithTheirAgeAndTheReason() throws IOException {
        window.insight.agents(manyAgents(), Instant.now().minusSeconds(42));
        open();
        eventually(() -> table().getItems().size() == 27);

        window.insight.refuse(OperationException.unavailable(
                "The agents cannot be shown: the Mesos master at 10.0.0.5:5050 cannot be asked: connection refused.", null));

        eventually(() -> lookup("#agents-notice").query().isVisible());
        picture("agents-stale");
        window.insight.recover();
        window.insight.agents(manyAgents(), Instant.now());
        clickOn("Try again");
        eventually(() -> !lookup("#agents-notice").query().isVisible());
    }

    @Test
    void givenNoAnswer_thenTheViewSaysWhy_andGivenNoAgentsWhatThatMeans() throws IOException {
        window.insight.refuse(OperationException.unavailable("The agents cannot be shown: no Mesos master leads.", null));
        open();
        eventually(() -> lookup("The agents cannot be shown now").tryQuery().isPresent());
        picture("agents-away");

        window.insight.recover();
        clickOn("Try again");
        eventually(() -> lookup("No agents").tryQuery().isPresent());
        picture("agents-empty");
    }
}
