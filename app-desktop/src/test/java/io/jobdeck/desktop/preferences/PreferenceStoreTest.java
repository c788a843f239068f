package io.jobdeck.desktop.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferenceStoreTest {

    @TempDir
    private Path directory;

    private final List<IOException> troubles = new CopyOnWriteArrayList<>();

    @Test
    void choicesAreThereAfterTheNextStart() {
        Path file = directory.resolve("not there yet").resolve("console.properties");
        WindowPlacement placement = new WindowPlacement(10, 20, 1280, 800, true);
        try (PreferenceStore store = new PreferenceStore(file, troubles::add)) {
            ConsolePreferences preferences = new ConsolePreferences(store);
            preferences.setLanguage(Language.SIMPLIFIED_CHINESE);
            preferences.setTheme(Theme.DARK);
            preferences.setWindow(placement);
            preferences.setOpenConnections(List.of("embedded", "billing"), Optional.of("billing"));
        }

        try (PreferenceStore store = new PreferenceStore(file, troubles::add)) {
            ConsolePreferences again = new ConsolePreferences(store);
            assertThat(again.language()).contains(Language.SIMPLIFIED_CHINESE);
            assertThat(again.theme()).contains(Theme.DARK);
            assertThat(again.window()).contains(placement);
            assertThat(again.openConnections()).contains(List.of("embedded", "billing"));
            assertThat(again.frontConnection()).contains("billing");
        }
        assertThat(troubles).isEmpty();
    }

    @Test
    void unwritableDirectoryIsToldOnceAndChoicesLastWhileTheProgramRuns() throws IOException {
        Path occupied = Files.writeString(directory.resolve("occupied"), "a file where a directory is needed");
        try (PreferenceStore store = new PreferenceStore(occupied.resolve("console.properties"), troubles::add)) {
            store.put("theme", "dark");
            await().until(() -> !troubles.isEmpty());
            store.put("theme", "light");
            store.put("language", "en");

            assertThat(store.get("theme")).contains("light");
        }
        assertThat(troubles).hasSize(1);
    }

    @Test
    void brokenFileGivesTheUsualChoices() throws IOException {
        Path file = Files.writeString(directory.resolve("console.properties"),
                "language=\\uZZZZ\nwindow=here\ntheme=dark\n");
        try (PreferenceStore store = new PreferenceStore(file, troubles::add)) {
            ConsolePreferences preferences = new ConsolePreferences(store);
            assertThat(preferences.language()).isEmpty();
            assertThat(preferences.theme()).isEmpty();
            assertThat(preferences.window()).isEmpty();
        }
    }

    @Test
    void valuesOfAFormNotKnownAreAsIfNeverChosen() throws IOException {
        Path file = Files.writeString(directory.resolve("console.properties"),
                "language=tlh\nwindow=1,2,3\ntheme=pink\n");
        try (PreferenceStore store = new PreferenceStore(file, troubles::add)) {
            ConsolePreferences preferences = new ConsolePreferences(store);
            assertThat(preferences.language()).isEmpty();
            assertThat(preferences.theme()).isEmpty();
            assertThat(preferences.window()).isEmpty();
        }
    }
}
