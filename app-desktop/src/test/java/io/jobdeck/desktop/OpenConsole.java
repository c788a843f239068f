package io.jobdeck.desktop;

import io.jobdeck.desktop.action.Rules;
import io.jobdeck.desktop.bridge.FxUiExecutor;
import io.jobdeck.desktop.connection.Connection;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.connection.Connections;
import io.jobdeck.desktop.dialog.NoticeArea;
import io.jobdeck.desktop.dialog.NoticeLog;
import io.jobdeck.desktop.dialog.WindowDialogs;
import io.jobdeck.desktop.editor.RememberedEditors;
import io.jobdeck.desktop.frame.ConsoleFrame;
import io.jobdeck.desktop.frame.ProgramCommands;
import io.jobdeck.desktop.frame.TabContent;
import io.jobdeck.desktop.preferences.ForgetfulMemory;
import io.jobdeck.desktop.profile.MemoryKeyRing;
import io.jobdeck.desktop.profile.Secrets;
import io.jobdeck.desktop.start.Opening;
import io.jobdeck.desktop.start.OpeningFailure;
import io.jobdeck.desktop.table.SampleTools;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import io.jobdeck.desktop.theme.Theme;
import io.jobdeck.desktop.theme.Zoom;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The real console in a window, over an embedded cluster of its own. Interface thread only, but for what says otherwise. */
final class OpenConsole implements ProgramCommands {

    static final String USER = "walker";

    private final Texts texts = new Texts(Language.ENGLISH);
    private final Appearance appearance = new Appearance(Theme.LIGHT);
    private final AtomicReference<Connection> connection = new AtomicReference<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final ObjectProperty<Zoom> zoom = new SimpleObjectProperty<>(Zoom.NORMAL);
    private final Path data;
    private final Console console;

    /** Shows the window, with no cluster in it yet. */
    OpenConsole(Stage stage, Path data) {
        this.data = data;
        Clock clock = Clock.systemDefaultZone();
        NoticeArea notices = new NoticeArea(texts, new NoticeLog(Clock.systemDefaultZone()));
        ConsoleFrame frame = new ConsoleFrame(texts, this,
                () -> TabContent.page(new StackPane()), notices);
        WindowDialogs dialogs = new WindowDialogs(() -> stage, notices, texts, appearance, clock,
                new RememberedEditors(Optional.empty(), layout -> { }));
        console = new Console(new Console.Tools(texts, clock, new FxUiExecutor(), dialogs, Rules.ofServer(clock),
                new MemoryKeyRing(), new SampleTools()::of, new ForgetfulMemory()), frame,
                new Console.Hearers((opening, window) -> { }, failures::add, profile -> { },
                (profile, kept) -> { }));
        Scene scene = new Scene(frame.root(), stage.getWidth(), stage.getHeight());
        appearance.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    /** Begins to open the embedded cluster. */
    void open() {
        Opening embedded = new Openings(new Connections(USER), data, texts)
                .of(ConnectionProfile.embedded("Embedded cluster"));
        console.open(new Opening() {

            @Override
            public ConnectionProfile profile() {
                return embedded.profile();
            }

            @Override
            public Connection open(Secrets secrets, Consumer<String> progress) throws OpeningFailure {
                Connection opened = embedded.open(secrets, progress);
                connection.set(opened);
                return opened;
            }
        }, Secrets.NONE);
    }

    /** Leaves the cluster, which ends; the latch opens when it has. */
    CountDownLatch stop() {
        CountDownLatch stopped = new CountDownLatch(1);
        console.stop(stopped::countDown);
        return stopped;
    }

    /** Returns the connection, null as long as the cluster is not open. On any thread. */
    Connection connection() {
        return connection.get();
    }

    /** Returns why the cluster could not be opened. On any thread. */
    List<String> failures() {
        return failures;
    }

    @Override
    public void newConnection() {
        throw new UnsupportedOperationException("the walk keeps to its own cluster");
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
        throw new UnsupportedOperationException("the walk needs no help");
    }

    @Override
    public void saveDiagnostics() {
        throw new UnsupportedOperationException("the walk needs no help");
    }

    @Override
    public void quit() {
        stop();
    }

    @Override
    public ObservableBooleanValue dark() {
        return Bindings.createBooleanBinding(() -> appearance.theme() == Theme.DARK, appearance.themeProperty());
    }

    @Override
    public void setDark(boolean dark) {
        appearance.setTheme(dark ? Theme.DARK : Theme.LIGHT);
    }

    @Override
    public void setLanguage(Language language) {
        texts.setLanguage(language);
    }
}
