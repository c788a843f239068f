package io.jobdeck.desktop.window;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.jobdeck.desktop.SharedStage;
import io.jobdeck.desktop.action.Action;
import io.jobdeck.desktop.action.ActionCatalog;
import io.jobdeck.desktop.action.ActionFace;
import io.jobdeck.desktop.action.Availability;
import io.jobdeck.desktop.action.Inventory;
import io.jobdeck.desktop.action.Reach;
import io.jobdeck.desktop.action.Target;
import io.jobdeck.desktop.bridge.FxUiExecutor;
import io.jobdeck.desktop.connection.Connection;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.fold.AppState;
import io.jobdeck.desktop.fold.JobState;
import io.jobdeck.desktop.frame.ClusterTab;
import io.jobdeck.desktop.frame.ConsoleFrame;
import io.jobdeck.desktop.frame.ProgramCommands;
import io.jobdeck.desktop.frame.TabContent;
import io.jobdeck.desktop.insight.KnownInsight;
import io.jobdeck.desktop.preferences.ForgetfulMemory;
import io.jobdeck.desktop.table.SampleTools;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import io.jobdeck.desktop.theme.Theme;
import io.jobdeck.desktop.theme.Zoom;
import io.jobdeck.scheduler.insight.ClusterInsight;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.InMemoryRegistry;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The real window over a registry that a test writes to, as someone else would, with actions that only note that they ran. */
final class WindowFixture implements AutoCloseable {

    final InMemoryRegistry registry = new InMemoryRegistry();
    final Texts texts = new Texts(Language.ENGLISH);
    final LastError lastError = new LastError(Clock.systemDefaultZone());
    final KnownInsight insight = new KnownInsight();
    final List<String> done = new CopyOnWriteArrayList<>();
    final BooleanProperty readOnly = new SimpleBooleanProperty();
    final SampleTools tools;
    final ForgetfulMemory memory = new ForgetfulMemory();
    private final ObjectProperty<Zoom> zoom = new SimpleObjectProperty<>(Zoom.NORMAL);
    final ClusterWindow cluster;
    final ConsoleFrame frame;
    private final Commands commands = new Commands();

    WindowFixture(Stage stage) {
        this(stage, new SampleTools());
    }

    /** Opens the window of someone who has used tables before. */
    WindowFixture(Stage stage, SampleTools tools) {
        this.tools = tools;
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        FakeConnection connection = new FakeConnection(registry.liveTree(), insight, readOnly);
        cluster = new ClusterWindow(connection, this::actions, texts,
                Clock.systemDefaultZone(), new FxUiExecutor(), lastError, tools.of("Test cluster"), memory);
        frame = new ConsoleFrame(texts, commands, () -> TabContent.page(new StackPane()), new Group());
        frame.add(new ClusterTab(connection.profile(), cluster.content(), () -> done.add("close")));
        Scene scene = new Scene(frame.root());
        new Appearance(Theme.LIGHT).dress(scene);
        SharedStage.show(stage, scene);
    }

    /** Chooses the dark theme, or the light one. */
    void dark(boolean dark) {
        commands.setDark(dark);
    }

    void put(TreeNode... nodes) {
        for (TreeNode node : nodes) {
            registry.put(node.path(), node.text());
        }
    }

    private ActionCatalog actions(Inventory inventory) {
        return new ActionCatalog(List.of(
                note(ActionFace.JOB_REGISTER, null),
                note(ActionFace.JOB_UPDATE, job -> isJob(inventory, job, JobState.INVALID)),
                note(ActionFace.JOB_TRIGGER, job -> isJob(inventory, job, JobState.ENABLED)),
                note(ActionFace.JOB_ENABLE, job -> isJob(inventory, job, JobState.DISABLED)),
                note(ActionFace.JOB_DISABLE, job -> isJob(inventory, job, JobState.ENABLED)),
                note(ActionFace.JOB_DEREGISTER, job -> true),
                note(ActionFace.APP_REGISTER, null),
                note(ActionFace.APP_ENABLE, app -> isApp(inventory, app, AppState.DISABLED)),
                note(ActionFace.APP_DISABLE, app -> isApp(inventory, app, AppState.ENABLED)),
                note(ActionFace.TASK_KILL, task -> true),
                note(ActionFace.READY_REMOVE_ONE, entry -> true)));
    }

    private static boolean isJob(Inventory inventory, Target target, JobState state) {
        return inventory.job(target.name()).filter(job -> job.state() == state).isPresent();
    }

    private static boolean isApp(Inventory inventory, Target target, AppState state) {
        return inventory.app(target.name()).filter(app -> app.state() == state).isPresent();
    }

    private Action note(ActionFace face, Predicate<Target> suits) {
        return new Action() {
            @Override
            public ActionFace face() {
                return face;
            }

            @Override
            public Availability availability(List<? extends Target> targets) {
                boolean enabled = suits == null || !targets.isEmpty() && targets.stream().allMatch(suits);
                return enabled ? Availability.YES : Availability.no("Not for what is selected.");
            }

            @Override
            public void run(List<? extends Target> targets) {
                List<? extends Target> on = face.reach() == Reach.NOTHING ? List.of() : targets;
                done.add(face.id() + " " + on.stream().map(Target::name).sorted().toList());
            }
        };
    }

    @Override
    public void close() {
        cluster.close();
    }

    private record FakeConnection(LiveTree tree, ClusterInsight insight, BooleanProperty readOnlyProperty) implements Connection {

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
        public void newConnection() {
            done.add("new connection");
        }

        @Override
        public ObservableValue<Zoom> zoom() {
            return zoom;
        }

        @Override
        public void setZoom(Zoom now) {
            zoom.set(now);
        }

        @Override
        public void about() {
            done.add("about");
        }

        @Override
        public void saveDiagnostics() {
            done.add("diagnostics");
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
