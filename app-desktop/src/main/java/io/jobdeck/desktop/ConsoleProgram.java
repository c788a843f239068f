package io.jobdeck.desktop;

import io.jobdeck.desktop.action.Rules;
import io.jobdeck.desktop.bridge.UiExecutor;
import io.jobdeck.desktop.connection.ConnectModel;
import io.jobdeck.desktop.connection.Connector;
import io.jobdeck.desktop.connection.RemoteCluster;
import io.jobdeck.desktop.dialog.DialogService;
import io.jobdeck.desktop.dialog.NoticeArea;
import io.jobdeck.desktop.dialog.WindowDialogs;
import io.jobdeck.desktop.editor.RememberedEditors;
import io.jobdeck.desktop.frame.ClusterTab;
import io.jobdeck.desktop.frame.ConsoleFrame;
import io.jobdeck.desktop.frame.ProgramCommands;
import io.jobdeck.desktop.icon.AppIcon;
import io.jobdeck.desktop.preferences.ConsolePreferences;
import io.jobdeck.desktop.preferences.WindowPlacement;
import io.jobdeck.desktop.start.Opening;
import io.jobdeck.desktop.start.Pages;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import io.jobdeck.desktop.theme.Theme;
import io.jobdeck.desktop.window.ClusterWindow;
import io.jobdeck.desktop.window.Screenshot;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.stage.DirectoryChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The console's one window and what its own commands do. Interface thread only. */
final class ConsoleProgram implements ProgramCommands, Console.Ways {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleProgram.class);
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 520;
    private static final int FAILED = 1;

    private final Stage stage;
    private final Arguments arguments;
    private final Setup setup;
    private final DialogService dialogs;
    private final ConsoleFrame frame;
    private final Console console;
    private final ObservableBooleanValue dark;
    private Path dataDirectory;
    private boolean pictured;
    private int status;

    /**
     * What lasts as long as the program does.
     *
     * @param exit ends the program with a status; called on a thread of its own
     */
    record Setup(Texts texts, Appearance appearance, ConsolePreferences preferences, UiExecutor ui, Connector connector,
            Openings openings, IntConsumer exit) { }

    ConsoleProgram(Stage stage, Arguments arguments, Setup setup) {
        this.stage = stage;
        this.arguments = arguments;
        this.setup = setup;
        this.dataDirectory = arguments.dataDirectory().orElseGet(DesktopProgram::usualDataDirectory);
        this.dark = Bindings.createBooleanBinding(() -> setup.appearance().theme() == Theme.DARK,
                setup.appearance().themeProperty());
        NoticeArea notices = new NoticeArea(setup.texts());
        Clock clock = Clock.systemDefaultZone();
        this.dialogs = new WindowDialogs(() -> stage, notices, setup.texts(), setup.appearance(), clock,
                new RememberedEditors(setup.preferences().editor(), setup.preferences()::setEditor));
        Pages pages = new Pages(setup.texts());
        this.frame = new ConsoleFrame(setup.texts(), this,
                () -> pages.nothing(this::startEmbedded, this::connectToRemote), notices);
        this.console = new Console(new Console.Tools(setup.texts(), clock, setup.ui(), dialogs, Rules.ofServer(clock)),
                frame, new Console.Hearers(this::shown, this::failed, this));
    }

    /** Shows the window and opens the cluster that the arguments name. */
    void begin() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> unexpected(thread, failure));
        Runtime.getRuntime().addShutdownHook(new Thread(console::closeOpen, "console-ending"));
        Scene scene = new Scene(frame.root(), WIDTH, HEIGHT);
        setup.appearance().dress(scene);
        stage.setScene(scene);
        stage.titleProperty().bind(frame.frontProperty().map(ConsoleProgram::title));
        stage.getIcons().setAll(AppIcon.images());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        setup.preferences().window().filter(ConsoleProgram::isOnAScreen).ifPresent(this::place);
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
        stage.show();
        console.open(arguments.remote().map(setup.openings()::remote)
                .orElseGet(() -> setup.openings().embedded(dataDirectory)));
    }

    /** The screen on which it stood last may be gone. */
    private static boolean isOnAScreen(WindowPlacement placement) {
        return !Screen.getScreensForRectangle(placement.x(), placement.y(), placement.width(), placement.height())
                .isEmpty();
    }

    private void place(WindowPlacement placement) {
        stage.setX(placement.x());
        stage.setY(placement.y());
        stage.setWidth(placement.width());
        stage.setHeight(placement.height());
        stage.setMaximized(placement.maximized());
    }

    private static String title(Optional<ClusterTab> front) {
        return front.map(tab -> tab.profile().name() + " – Jobdeck").orElse("Jobdeck");
    }

    private void shown(Opening opening, ClusterWindow window) {
        if (arguments.screenshot().isPresent() && !pictured) {
            new ScreenshotOnce(stage.getScene(), window.model(), opening.profile().isEmbedded(), this::save)
                    .watch(window.model().status());
        }
    }

    private void save(Screenshot picture) {
        pictured = true;
        Path file = arguments.screenshot().orElseThrow();
        new Thread(() -> {
            int result = write(picture, file);
            if (arguments.exitAfterScreenshot()) {
                setup.ui().run(() -> end(result));
            }
        }, "screenshot").start();
    }

    private static int write(Screenshot picture, Path file) {
        try {
            picture.write(file);
            System.out.println("Screenshot saved to " + file);
            return 0;
        } catch (IOException failure) {
            LOG.warn("The screenshot cannot be saved to {}: {}", file, failure.toString());
            return FAILED;
        }
    }

    /** With nobody there to choose a way on, the program ends. */
    private void failed(String cause) {
        if (arguments.exitAfterScreenshot() && !pictured) {
            end(FAILED);
        }
    }

    private void unexpected(Thread thread, Throwable failure) {
        LOG.error("Unexpected failure in thread {}", thread.getName(), failure);
        setup.ui().run(() -> console.lastError().ifPresent(
                last -> last.report(setup.texts().get("window.unexpected", failure.toString()))));
    }

    @Override
    public void chooseDataDirectory(Opening failed, Consumer<Opening> way) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(setup.texts().get("start.data-directory"));
        Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath).ifPresent(chosen -> {
            dataDirectory = chosen;
            way.accept(setup.openings().embedded(chosen));
        });
    }

    @Override
    public void connectToRemote() {
        Optional<RemoteCluster> last = setup.preferences().remoteConnectString().map(servers -> new RemoteCluster(
                servers, setup.preferences().remoteNamespace().orElse(ConnectModel.NAMESPACE_EXAMPLE),
                Optional.empty()));
        dialogs.connect(new ConnectModel(last, setup.connector(), (cluster, connection) -> {
            setup.preferences().setRemote(cluster.connectString(), cluster.namespace());
            console.open(setup.openings().opened(connection));
        }, setup.texts()));
    }

    @Override
    public void startEmbedded() {
        console.open(setup.openings().embedded(dataDirectory));
    }

    @Override
    public void quit() {
        end(status);
    }

    private void end(int result) {
        status = result;
        setup.preferences().setWindow(new WindowPlacement(stage.getX(), stage.getY(), stage.getWidth(),
                stage.getHeight(), stage.isMaximized()));
        console.stop(() -> setup.exit().accept(result));
    }

    @Override
    public ObservableBooleanValue dark() {
        return dark;
    }

    @Override
    public void setDark(boolean nowDark) {
        Theme theme = nowDark ? Theme.DARK : Theme.LIGHT;
        setup.appearance().setTheme(theme);
        setup.preferences().setTheme(theme);
    }

    @Override
    public void setLanguage(Language language) {
        setup.texts().setLanguage(language);
        setup.preferences().setLanguage(language);
    }
}
