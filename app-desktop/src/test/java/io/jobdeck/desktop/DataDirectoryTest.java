package io.jobdeck.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataDirectoryTest {

    private static final Path HOME = Path.of("/home/alice");

    @Test
    void onLinuxItIsTheDataHome() {
        assertThat(DataDirectory.usual(Map.of(), HOME, "Linux")).isEqualTo(HOME.resolve(".local/share/jobdeck"));
        assertThat(DataDirectory.usual(Map.of("XDG_DATA_HOME", "/data"), HOME, "Linux"))
                .isEqualTo(Path.of("/data/jobdeck"));
    }

    @Test
    void onMacItIsApplicationSupport() {
        assertThat(DataDirectory.usual(Map.of(), HOME, "Mac OS X"))
                .isEqualTo(HOME.resolve("Library/Application Support/Jobdeck"));
    }

    @Test
    void onWindowsItIsTheLocalAppData() {
        assertThat(DataDirectory.usual(Map.of(), HOME, "Windows 11")).isEqualTo(HOME.resolve("AppData/Local/Jobdeck"));
    }
}
