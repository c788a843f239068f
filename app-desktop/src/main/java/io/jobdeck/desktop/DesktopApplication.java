package io.jobdeck.desktop;

import io.jobdeck.desktop.bridge.FxUiExecutor;
import io.jobdeck.desktop.bridge.UiExecutor;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.connection.Connections;
import io.jobdeck.desktop.preferences.ConsolePreferences;
import io.jobdeck.desktop.preferences.PreferenceStore;
import io.jobdeck.desktop.profile.BackgroundTester;
import io.jobdeck.desktop.profile.ProfileFile;
import io.jobdeck.desktop.profile.Profiles;
import io.jobdeck.desktop.profile.SystemKeyRing;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import io.jobdeck.desktop.theme.Theme;
import io.jobdeck.scheduler.settings.UserDirectories;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The console as JavaFX starts it: makes what lasts as long as the program does, and shows the window. */
public final class DesktopApplication extends Application {

    private PreferenceStore store;
    private ProfileFile profileFile;
    private ProfileFile.Content kept;
    private ConsoleProgram program;
    private List<Path> settings;

    /** Reads what is kept, on JavaFX' launcher thread, so that the interface thread never reads a file. */
    @Override
    public void init() {
        Path config = UserDirectories.ofThisUser().config();
        Path choices = config.resolve("console.properties");
        store = new PreferenceStore(choices, unwritable -> { });
        profileFile = new ProfileFile(config.resolve("connections.json"), Clock.systemUTC());
        kept = profileFile.read();
        settings = List.of(choices, profileFile.path());
    }

    @Override
    public void start(Stage stage) {
        Arguments arguments = Arguments.parse(getParameters().getRaw(), System.getenv());
        ConsolePreferences preferences = new ConsolePreferences(store);
        Texts texts = new Texts(preferences.language().orElse(Language.suiting(Locale.getDefault())));
        FxUiExecutor ui = new FxUiExecutor();
        Appearance appearance = new Appearance(preferences.theme().orElse(Theme.LIGHT));
        preferences.zoom().ifPresent(appearance::setZoom);
        Path data = arguments.dataDirectory().orElseGet(DesktopProgram::usualDataDirectory);
        Connections connections = Connections.ofSystemUser();
        SystemKeyRing keyRing = new SystemKeyRing();
        BackgroundTester tester = new BackgroundTester(connections::remote, keyRing, ui, texts);
        IntConsumer exit = status -> {
            store.close();
            profileFile.close();
            tester.close();
            keyRing.close();
            Platform.exit();
            System.exit(status);
        };
        program = new ConsoleProgram(stage, arguments, new ConsoleProgram.Setup(texts,
                appearance, preferences, ui, profiles(texts, ui), tester, keyRing,
                new Openings(connections, data, texts), new HelpDesk.Places(data.resolve(LogFiles.DIRECTORY), settings),
                unreadable(texts), exit));
        program.begin();
    }

    private Profiles profiles(Texts texts, UiExecutor ui) {
        List<ConnectionProfile> first = kept instanceof ProfileFile.Content.Listed listed ? listed.profiles()
                : List.of(ConnectionProfile.embedded(texts.get("connection.embedded")));
        boolean leftAlone = kept instanceof ProfileFile.Content.Unreadable unreadable && unreadable.keptAs().isEmpty();
        return new Profiles(first, all -> {
            if (!leftAlone) {
                profileFile.write(all, unwritable -> ui.run(() -> program.tell(
                        texts.get("home.unwritable", profileFile.path(), unwritable.toString()))));
            }
        });
    }

    private Optional<String> unreadable(Texts texts) {
        if (!(kept instanceof ProfileFile.Content.Unreadable unreadable)) {
            return Optional.empty();
        }
        return Optional.of(unreadable.keptAs()
                .map(aside -> texts.get("home.unreadable", profileFile.path(), unreadable.cause(), aside))
                .orElseGet(() -> texts.get("home.unreadable-stays", profileFile.path(), unreadable.cause())));
    }
}
