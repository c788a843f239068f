package io.jobdeck.desktop;

import io.jobdeck.desktop.action.Rules;
import io.jobdeck.desktop.bridge.UiExecutor;
import io.jobdeck.desktop.connection.ClusterTarget;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.connection.RemoteCluster;
import io.jobdeck.desktop.dialog.DialogService;
import io.jobdeck.desktop.dialog.Notice;
import io.jobdeck.desktop.dialog.NoticeArea;
import io.jobdeck.desktop.dialog.NoticeLog;
import io.jobdeck.desktop.dialog.WindowDialogs;
import io.jobdeck.desktop.editor.RememberedEditors;
import io.jobdeck.desktop.export.DesktopOutput;
import io.jobdeck.desktop.export.SaveDialog;
import io.jobdeck.desktop.frame.ClusterTab;
import io.jobdeck.desktop.frame.ConsoleFrame;
import io.jobdeck.desktop.frame.ProgramCommands;
import io.jobdeck.desktop.frame.TabContent;
import io.jobdeck.desktop.icon.AppIcon;
import io.jobdeck.desktop.preferences.ConsolePreferences;
import io.jobdeck.desktop.preferences.TableLayouts;
import io.jobdeck.desktop.preferences.WindowPlacement;
import io.jobdeck.desktop.profile.KeyRing;
import io.jobdeck.desktop.profile.ProfileTester;
import io.jobdeck.desktop.profile.Profiles;
import io.jobdeck.desktop.profile.Secrets;
import io.jobdeck.desktop.start.HomePage;
import io.jobdeck.desktop.start.Opening;
import io.jobdeck.desktop.table.TableTools;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import io.jobdeck.desktop.theme.Theme;
import io.jobdeck.desktop.theme.Zoom;
import io.jobdeck.desktop.window.ClusterWindow;
import io.jobdeck.desktop.window.Screenshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The console's one window and what its own commands do. Interface thread only. */
final class ConsoleProgram implements ProgramCommands, ProfileDesk.Clusters {

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
    private final ProfileDesk desk;
    private final StageFiles files;
    private final HelpDesk help;
    private final ObservableBooleanValue dark;
    private final DesktopOutput output;
    private boolean pictured;
    private int status;

    /**
     * What lasts as long as the program does.
     *
     * @param unreadable why the connections that were kept could not be read, if so
     * @param exit ends the program with a status; called on a thread of its own
     */
    record Setup(Texts texts, Appearance appearance, ConsolePreferences preferences, UiExecutor ui, Profiles profiles,
            ProfileTester tester, KeyRing keyRing, Openings openings,
            HelpDesk.Places places, Optional<String> unreadable, IntConsumer exit) { }

    ConsoleProgram(Stage stage, Arguments arguments, Setup setup) {
        this.stage = stage;
        this.arguments = arguments;
        this.setup = setup;
        this.dark = Bindings.createBooleanBinding(() -> setup.appearance().theme() == Theme.DARK,
                setup.appearance().themeProperty());
        NoticeArea notices = new NoticeArea(setup.texts(), new NoticeLog(Clock.systemDefaultZone()));
        Clock clock = Clock.systemDefaultZone();
        this.dialogs = new WindowDialogs(() -> stage, notices, setup.texts(), setup.appearance(), clock,
                new RememberedEditors(setup.preferences().editor(), setup.preferences()::setEditor));
        this.files = new StageFiles(stage, setup.texts());
        this.desk = new ProfileDesk(
                new ProfileDesk.Tools(setup.texts(), setup.ui(), dialogs, setup.tester(), setup.keyRing()),
                setup.profiles(), this, files);
        HomePage home = new HomePage(setup.profiles().all(), this::isOpen, desk, setup.texts());
        this.frame = new ConsoleFrame(setup.texts(), this, () -> new TabContent(home.root(), List.of(), List.of(),
                Optional.empty(), home::focus), notices);
        this.output = new DesktopOutput(setup.texts(), dialogs, setup.ui(), clock.getZone(),
                new SaveDialog(stage, setup.texts()));
        BooleanProperty highlights = new SimpleBooleanProperty(setup.preferences().highlights());
        highlights.addListener((property, before, now) -> setup.preferences().setHighlights(now));
        TableLayouts layouts = setup.preferences().tables();
        this.console = new Console(new Console.Tools(setup.texts(), clock, setup.ui(), dialogs, Rules.ofServer(clock),
                setup.keyRing(), cluster -> new TableTools(cluster, layouts, output, highlights), setup.preferences()),
                frame, new Console.Hearers(this::shown, this::failed, this::edit, desk::secretsKept));
        this.help = new HelpDesk(setup.texts(), setup.ui(), dialogs, setup.places(), console::secrets);
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
        setup.unreadable().ifPresent(this::tell);
        openFirst();
        frame.frontProperty().addListener((property, before, now) -> remember());
    }

    /** What the arguments name; else what was open last, which is the embedded cluster when nothing ever was. */
    private void openFirst() {
        if (arguments.remote().isPresent()) {
            RemoteCluster named = arguments.remote().get();
            open(named.unnamedProfile(), new Secrets(named.digest(), Optional.empty()));
        } else if (arguments.dataDirectory().isPresent()) {
            open(embedded(), Secrets.NONE);
        } else {
            Optional<List<String>> last = setup.preferences().openConnections();
            last.ifPresentOrElse(this::reopen, () -> open(embedded(), Secrets.NONE));
        }
    }

    private ConnectionProfile embedded() {
        return setup.profiles().all().stream()
                .filter(profile -> profile.target().equals(new ClusterTarget.Embedded(Optional.empty())))
                .findFirst()
                .orElseGet(() -> ConnectionProfile.embedded(setup.texts().get("connection.embedded")));
    }

    private void reopen(List<String> ids) {
        Optional<String> front = setup.preferences().frontConnection();
        ids.forEach(id -> setup.profiles().byId(id).ifPresent(profile -> open(profile, Secrets.NONE)));
        frame.tabs().stream().filter(tab -> front.filter(tab.profile().id()::equals).isPresent())
                .findFirst().ifPresent(frame::select);
    }

    private void remember() {
        setup.preferences().setOpenConnections(frame.tabs().stream().map(tab -> tab.profile().id()).toList(),
                frame.frontProperty().get().map(tab -> tab.profile().id()));
    }

    @Override
    public void open(ConnectionProfile profile, Secrets secrets) {
        console.open(setup.openings().of(profile), secrets);
    }

    @Override
    public boolean isOpen(String id) {
        return console.isOpen(id);
    }

    @Override
    public void newConnection() {
        desk.create();
    }

    private void edit(ConnectionProfile failed) {
        desk.edit(failed, false, (saved, secrets) -> console.reopen(setup.openings().of(saved), secrets));
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
    public void quit() {
        end(status);
    }

    private void end(int result) {
        status = result;
        setup.preferences().setWindow(new WindowPlacement(stage.getX(), stage.getY(), stage.getWidth(),
                stage.getHeight(), stage.isMaximized()));
        desk.close();
        console.stop(() -> {
            output.close();
            setup.exit().accept(result);
        });
    }

    /** Shows what went wrong. */
    void tell(String failure) {
        dialogs.notice(Notice.failure(failure));
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
    public ObservableValue<Zoom> zoom() {
        return setup.appearance().zoomProperty();
    }

    @Override
    public void setZoom(Zoom zoom) {
        setup.appearance().setZoom(zoom);
        setup.preferences().setZoom(zoom);
    }

    @Override
    public void about() {
        help.about();
    }

    @Override
    public void saveDiagnostics() {
        files.diagnostics().ifPresent(help::saveDiagnostics);
    }

    @Override
    public void setLanguage(Language language) {
        setup.texts().setLanguage(language);
        setup.preferences().setLanguage(language);
    }
}
