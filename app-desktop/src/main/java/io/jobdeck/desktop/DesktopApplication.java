package io.jobdeck.desktop;

import io.jobdeck.desktop.bridge.FxUiExecutor;
import io.jobdeck.desktop.connection.BackgroundConnector;
import io.jobdeck.desktop.connection.Connections;
import io.jobdeck.desktop.preferences.ConsolePreferences;
import io.jobdeck.desktop.preferences.PreferenceStore;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import io.jobdeck.desktop.theme.Theme;
import io.jobdeck.scheduler.settings.UserDirectories;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The console as JavaFX starts it: makes what lasts as long as the program does, and shows the window. */
public final class DesktopApplication extends Application {

    @Override
    public void start(Stage stage) {
        Arguments arguments = Arguments.parse(getParameters().getRaw(), System.getenv());
        PreferenceStore store = new PreferenceStore(preferencesFile(), unwritable -> { });
        ConsolePreferences preferences = new ConsolePreferences(store);
        Texts texts = new Texts(preferences.language().orElse(Language.suiting(Locale.getDefault())));
        FxUiExecutor ui = new FxUiExecutor();
        Connections connections = Connections.ofSystemUser();
        BackgroundConnector connector = new BackgroundConnector(
                cluster -> connections.remote(cluster.unnamedProfile(), cluster), ui, texts);
        IntConsumer exit = status -> {
            store.close();
            connector.close();
            Platform.exit();
            System.exit(status);
        };
        new ConsoleProgram(stage, arguments, new ConsoleProgram.Setup(texts,
                new Appearance(preferences.theme().orElse(Theme.LIGHT)), preferences, ui, connector,
                new Openings(connections, texts), exit)).begin();
    }

    private static Path preferencesFile() {
        return UserDirectories.ofThisUser().config().resolve("console.properties");
    }
}
