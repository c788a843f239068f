package io.jobdeck.scheduler.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserDirectoriesTest {

    private static final Path HOME = Path.of("/home/alice");

    @Test
    void onLinuxItIsTheDataHome() {
        assertThat(new UserDirectories(Map.of(), HOME, "Linux").data()).isEqualTo(HOME.resolve(".local/share/jobdeck"));
        assertThat(new UserDirectories(Map.of("XDG_DATA_HOME", "/data"), HOME, "Linux").data())
                .isEqualTo(Path.of("/data/jobdeck"));
    }

    @Test
    void onMacItIsApplicationSupport() {
        assertThat(new UserDirectories(Map.of(), HOME, "Mac OS X").data())
                .isEqualTo(HOME.resolve("Library/Application Support/Jobdeck"));
    }

    @Test
    void onWindowsItIsTheLocalAppData() {
        assertThat(new UserDirectories(Map.of(), HOME, "Windows 11").data())
                .isEqualTo(HOME.resolve("AppData/Local/Jobdeck"));
    }

    @Test
    void choicesAreKeptWhereTheSystemKeepsThem() {
        assertThat(new UserDirectories(Map.of(), HOME, "Linux").config()).isEqualTo(HOME.resolve(".config/jobdeck"));
        assertThat(new UserDirectories(Map.of("XDG_CONFIG_HOME", "/cfg"), HOME, "Linux").config())
                .isEqualTo(Path.of("/cfg/jobdeck"));
        assertThat(new UserDirectories(Map.of(), HOME, "Mac OS X").config())
                .isEqualTo(HOME.resolve("Library/Application Support/Jobdeck"));
        assertThat(new UserDirectories(Map.of("APPDATA", "/roaming"), HOME, "Windows 11").config())
                .isEqualTo(Path.of("/roaming/Jobdeck"));
    }
}
