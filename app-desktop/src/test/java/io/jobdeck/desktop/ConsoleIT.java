package io.jobdeck.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.desktop.action.Rules;
import io.jobdeck.desktop.bridge.FxUiExecutor;
import io.jobdeck.desktop.connection.Connection;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.dialog.NoticeArea;
import io.jobdeck.desktop.dialog.WindowDialogs;
import io.jobdeck.desktop.fold.Estate;
import io.jobdeck.desktop.start.Opening;
import io.jobdeck.desktop.start.OpeningFailure;
import io.jobdeck.desktop.start.Shell;
import io.jobdeck.desktop.start.WaysOn;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import io.jobdeck.desktop.theme.Theme;
import io.jobdeck.desktop.window.LastError;
import io.jobdeck.desktop.window.Screenshot;
import io.jobdeck.desktop.window.WindowCommands;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.RegistryOperations;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.InMemoryRegistry;
import io.jobdeck.scheduler.registry.LiveTree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** What a person sees from the start of the program to its end. */
class ConsoleIT extends ApplicationTest {

    private static final long PATIENCE_MILLIS = 10_000;

    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final List<String> chosen = new CopyOnWriteArrayList<>();
    private final List<String> closed = new CopyOnWriteArrayList<>();
    private Stage stage;
    private Console console;

    @Override
    public void start(Stage primary) {
        stage = primary;
        Texts texts = new Texts(Language.ENGLISH);
        Appearance appearance = new Appearance(Theme.LIGHT);
        Clock clock = Clock.systemDefaultZone();
        NoticeArea notices = new NoticeArea(texts);
        Ways ways = new Ways();
        Shell shell = new Shell(texts, ways, notices);
        FxUiExecutor ui = new FxUiExecutor();
        WindowDialogs dialogs = new WindowDialogs(() -> stage, notices, texts, appearance, clock);
        console = new Console(new Console.Tools(texts, clock, ui, dialogs, Rules.ofServer(clock), new LastError(clock)),
                shell, ways, window -> { }, cause -> { });
        Scene scene = new Scene(shell.root(), 1280, 800);
        appearance.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aStartSaysWhatItIsAtAndThenShowsTheCluster() throws IOException {
        interact(() -> console.open(opening()));
        await().until(() -> lookup("#start-step").<Label>query().getText().equals("Starting ZooKeeper…"));
        picture("starting");

        outcomes.add(() -> new Fake("first"));

        await().until(() -> lookup("#jobs-table").tryQuery().isPresent());
        assertThat(lookup("#status-cluster").<Label>query().getText()).isEqualTo("first");
    }

    @Test
    void aFailedStartNamesTheCauseAndTheWaysOn() throws IOException {
        interact(() -> console.open(opening()));
        outcomes.add(() -> {
            throw new OpeningFailure("The directory /var/lib/jobdeck is used by another Jobdeck (process 4711).", null);
        });
        await().until(() -> lookup("#failure-page").tryQuery().isPresent());
        assertThat(lookup("#failure-cause").<Label>query().getText()).contains("process 4711");
        picture("start-failed");

        clickOn("Retry");
        clickOnAll();

        assertThat(chosen).containsExactly("retry", "data directory", "remote", "quit");
    }

    @Test
    void whatNobodyExpectedIsOneLineToo() {
        interact(() -> console.open(opening()));
        outcomes.add(() -> {
            throw new IllegalStateException("at some.deep.Place");
        });

        await().until(() -> lookup("#failure-page").tryQuery().isPresent());
        assertThat(lookup("#failure-cause").<Label>query().getText()).doesNotContain("some.deep.Place");
    }

    @Test
    void anotherClusterTakesThePlaceOfTheFirstWhichIsClosed() {
        interact(() -> console.open(opening()));
        outcomes.add(() -> new Fake("first"));
        await().until(() -> lookup("#jobs-table").tryQuery().isPresent());

        interact(() -> console.take(new Fake("second")));

        assertThat(lookup("#status-cluster").<Label>query().getText()).isEqualTo("second");
        await().until(() -> closed.equals(List.of("first")));
    }

    @Test
    void stoppingClosesTheClusterAndSaysSo() throws IOException {
        interact(() -> console.open(opening()));
        outcomes.add(() -> new Fake("first"));
        await().until(() -> lookup("#jobs-table").tryQuery().isPresent());

        interact(() -> console.stop(() -> closed.add("program")));

        assertThat(lookup("#stopping-page").tryQuery()).isPresent();
        picture("stopping");
        await().until(() -> closed.equals(List.of("first", "program")));
    }

    @Test
    void aClusterThatOpensAfterThePersonHasQuitIsClosed() {
        interact(() -> console.open(opening()));
        interact(() -> console.stop(() -> { }));

        outcomes.add(() -> new Fake("late"));

        await().until(() -> closed.contains("late"));
    }

    private void clickOnAll() {
        clickOn("Choose another data directory…");
        clickOn("Connect to a remote cluster…");
        clickOn("Quit");
    }

    private Opening opening() {
        return new Opening() {

            @Override
            public boolean embedded() {
                return true;
            }

            @Override
            public Connection open(Consumer<String> progress) throws OpeningFailure {
                progress.accept("Starting ZooKeeper…");
                try {
                    return outcomes.take().open();
                } catch (InterruptedException interrupted) {
                    throw new OpeningFailure("interrupted", interrupted);
                }
            }
        };
    }

    private void picture(String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        Screenshot picture = WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> Screenshot.of(stage.getScene()));
        picture.write(Path.of("target", "screenshots", name + ".png"));
    }

    @FunctionalInterface
    private interface Outcome {

        Connection open() throws OpeningFailure;
    }

    private final class Fake implements Connection {

        private final InMemoryRegistry registry = new InMemoryRegistry();
        private final LiveTree tree = registry.liveTree();
        private final BooleanProperty readOnly = new SimpleBooleanProperty();
        private final String title;

        Fake(String title) {
            this.title = title;
            registry.put(Estate.appNode("billing").path(), Estate.appNode("billing").text());
        }

        @Override
        public ConnectionProfile profile() {
            return ConnectionProfile.embedded(title);
        }

        @Override
        public BooleanProperty readOnlyProperty() {
            return readOnly;
        }

        @Override
        public LiveTree tree() {
            return tree;
        }

        @Override
        public SchedulerOperations operations() {
            return new RegistryOperations(registry, Clock.systemDefaultZone());
        }

        @Override
        public Caller caller() {
            return new Caller("tester", "console");
        }

        @Override
        public void close() {
            closed.add(title);
        }
    }

    private final class Ways implements WaysOn, WindowCommands {

        @Override
        public void retry() {
            chosen.add("retry");
        }

        @Override
        public void chooseDataDirectory() {
            chosen.add("data directory");
        }

        @Override
        public void connectToRemote() {
            chosen.add("remote");
        }

        @Override
        public void startEmbedded() {
            chosen.add("embedded");
        }

        @Override
        public void quit() {
            chosen.add("quit");
        }

        @Override
        public ObservableBooleanValue dark() {
            return new SimpleBooleanProperty();
        }

        @Override
        public void setDark(boolean dark) {
            chosen.add("dark " + dark);
        }

        @Override
        public void setLanguage(Language language) {
            chosen.add(language.tag());
        }
    }
}
