package io.jobdeck.desktop.preferences;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a system keeps the choices of its users. */
public final class ConfigDirectory {

    private ConfigDirectory() {
    }

    /**
     * Returns the console's directory in it, which need not exist.
     *
     * @param environment environment variables
     * @param home the user's home directory
     * @param system name of the operating system, as Java calls it
     */
    public static Path of(Map<String, String> environment, Path home, String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win") && !name.contains("darwin")) {
            return under(environment.get("APPDATA"), home.resolve("AppData").resolve("Roaming")).resolve("Jobdeck");
        }
        if (name.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Jobdeck");
        }
        return under(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve("jobdeck");
    }

    private static Path under(String configured, Path usual) {
        return configured == null || configured.isBlank() ? usual : Path.of(configured);
    }
}
