package io.jobdeck.scheduler.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where a system keeps what belongs to its users.
 *
 * @param environment environment variables
 * @param home the user's home directory
 * @param system name of the operating system, as Java calls it
 */
public record UserDirectories(Map<String, String> environment, Path home, String system) {

    private static final String HOME = "HOME";

    public UserDirectories {
        environment = Map.copyOf(environment);
    }

    /** Returns those of the user who runs this program. */
    public static UserDirectories ofThisUser() {
        Map<String, String> environment = System.getenv();
        // Java asks the system's list of users; shells, services and tests say with HOME what they mean.
        String home = environment.getOrDefault(HOME, "");
        return new UserDirectories(environment, Path.of(home.isBlank() ? System.getProperty("user.home") : home),
                System.getProperty("os.name"));
    }

    /** Returns this program's directory for data, which need not exist. */
    public Path data() {
        return switch (kind()) {
            case WINDOWS -> under("LOCALAPPDATA", home.resolve("AppData").resolve("Local")).resolve("Jobdeck");
            case MAC -> applicationSupport();
            case OTHER -> under("XDG_DATA_HOME", home.resolve(".local").resolve("share")).resolve("jobdeck");
        };
    }

    /** Returns this program's directory for the choices of its user, which need not exist. */
    public Path config() {
        return switch (kind()) {
            case WINDOWS -> under("APPDATA", home.resolve("AppData").resolve("Roaming")).resolve("Jobdeck");
            case MAC -> applicationSupport();
            case OTHER -> under("XDG_CONFIG_HOME", home.resolve(".config")).resolve("jobdeck");
        };
    }

    private Path applicationSupport() {
        return home.resolve("Library").resolve("Application Support").resolve("Jobdeck");
    }

    private Path under(String variable, Path usual) {
        String configured = environment.getOrDefault(variable, "");
        return configured.isBlank() ? usual : Path.of(configured);
    }

    private Kind kind() {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return Kind.WINDOWS;
        }
        return name.startsWith("mac") ? Kind.MAC : Kind.OTHER;
    }

    private enum Kind { WINDOWS, MAC, OTHER }
}
