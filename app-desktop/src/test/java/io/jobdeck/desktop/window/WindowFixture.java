package io.jobdeck.desktop.window;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.jobdeck.desktop.action.Action;
import io.jobdeck.desktop.apps.AppRow;
import io.jobdeck.desktop.bridge.FxUiExecutor;
import io.jobdeck.desktop.connection.Connection;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.fold.AppState;
import io.jobdeck.desktop.fold.JobState;
import io.jobdeck.desktop.frame.ClusterTab;
import io.jobdeck.desktop.frame.ConsoleFrame;
import io.jobdeck.desktop.frame.ProgramCommands;
import io.jobdeck.desktop.jobs.JobRow;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.InMemoryRegistry;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The real window over a registry that a test writes to, as someone else would, with actions that only note that they ran. */
final class WindowFixture implements AutoCloseable {

    final InMemoryRegistry registry = new InMemoryRegistry();
    final Texts texts = new Texts(Language.ENGLISH);
    final LastError lastError = new LastError(Clock.systemDefaultZone());
    final List<String> done = new CopyOnWriteArrayList<>();
    final BooleanProperty readOnly = new SimpleBooleanProperty();
    final ClusterWindow cluster;
    final ConsoleFrame frame;

    WindowFixture(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        FakeConnection connection = new FakeConnection(registry.liveTree(), readOnly);
        cluster = new ClusterWindow(connection, model -> actions(), texts,
                Clock.systemDefaultZone(), new FxUiExecutor(), lastError);
        frame = new ConsoleFrame(texts, new Commands(), StackPane::new, new Group());
        frame.add(new ClusterTab(connection.profile(), cluster.content(), () -> done.add("close")));
        stage.setScene(new Scene(frame.root(), 1280, 800));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    void put(TreeNode... nodes) {
        for (TreeNode node : nodes) {
            registry.put(node.path(), node.text());
        }
    }

    private ConsoleActions actions() {
        return new ConsoleActions(
                List.of(note("job.register", "fth-plus", JobRow::name, null),
                        note("job.trigger", "fth-zap", JobRow::name, row -> row.stateProperty().get() == JobState.ENABLED),
                        note("job.enable", "fth-play", JobRow::name, row -> row.stateProperty().get() == JobState.DISABLED),
                        note("job.disable", "fth-pause", JobRow::name, row -> row.stateProperty().get() == JobState.ENABLED),
                        note("job.deregister", "fth-trash-2", JobRow::name, row -> true)),
                List.of(note("app.register", "fth-plus", AppRow::name, null),
                        note("app.enable", "fth-play", AppRow::name, row -> row.stateProperty().get() == AppState.DISABLED),
                        note("app.disable", "fth-pause", AppRow::name, row -> row.stateProperty().get() == AppState.ENABLED)));
    }

    private <T> Action<T> note(String id, String icon, Function<T, String> name, Predicate<T> suits) {
        return new Action<>() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String icon() {
                return icon;
            }

            @Override
            public Optional<String> shortcut() {
                return Optional.empty();
            }

            @Override
            public boolean dangerous() {
                return id.contains("deregister") || id.contains("disable");
            }

            @Override
            public boolean enabledFor(List<T> selection) {
                return suits == null || !selection.isEmpty() && selection.stream().allMatch(suits);
            }

            @Override
            public void run(List<T> selection) {
                done.add(id + " " + selection.stream().map(name).sorted().toList());
            }
        };
    }

    @Override
    public void close() {
        cluster.close();
    }

    private record FakeConnection(LiveTree tree, BooleanProperty readOnlyProperty) implements Connection {

        @Override
        public ConnectionProfile profile() {
            return ConnectionProfile.embedded("Test cluster");
        }

        @Override
        public SchedulerOperations operations() {
            throw new UnsupportedOperationException("the actions of these tests run no operations");
        }

        @Override
        public Caller caller() {
            return new Caller("tester", "console");
        }

        @Override
        public void close() {
            tree.close();
        }
    }

    private final class Commands implements ProgramCommands {

        private final SimpleBooleanProperty dark = new SimpleBooleanProperty();

        @Override
        public void connectToRemote() {
            done.add("connect");
        }

        @Override
        public void startEmbedded() {
            done.add("embedded");
        }

        @Override
        public void quit() {
            done.add("quit");
        }

        @Override
        public ObservableBooleanValue dark() {
            return dark;
        }

        @Override
        public void setDark(boolean nowDark) {
            dark.set(nowDark);
            Application.setUserAgentStylesheet(nowDark ? new PrimerDark().getUserAgentStylesheet()
                    : new PrimerLight().getUserAgentStylesheet());
        }

        @Override
        public void setLanguage(Language language) {
            texts.setLanguage(language);
        }
    }
}
