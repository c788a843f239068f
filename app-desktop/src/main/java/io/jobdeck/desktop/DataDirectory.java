package io.jobdeck.desktop;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a system keeps the data of its users' programs. */
final class DataDirectory {

    private DataDirectory() {
    }

    /**
     * Returns the console's directory in it, which need not exist.
     *
     * @param environment environment variables
     * @param home the user's home directory
     * @param system name of the operating system, as Java calls it
     */
    static Path usual(Map<String, String> environment, Path home, String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return under(environment.get("LOCALAPPDATA"), home.resolve("AppData").resolve("Local")).resolve("Jobdeck");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Jobdeck");
        }
        return under(environment.get("XDG_DATA_HOME"), home.resolve(".local").resolve("share")).resolve("jobdeck");
    }

    private static Path under(String configured, Path usual) {
        return configured == null || configured.isBlank() ? usual : Path.of(configured);
    }
}
