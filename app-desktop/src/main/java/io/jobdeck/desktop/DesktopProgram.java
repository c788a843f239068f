package io.jobdeck.desktop;

import io.jobdeck.scheduler.settings.UserDirectories;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;

/**
 * Starts the console. It is no {@link Application} itself, so that it also starts from a class path that JavaFX is a part
 * of.
 */
public final class DesktopProgram {

    private static final int BAD_ARGUMENTS = 2;

    private DesktopProgram() {
    }

    /** Shows the window; returns when the program has ended. */
    public static void main(String[] arguments) {
        Arguments parsed;
        try {
            parsed = Arguments.parse(List.of(arguments), System.getenv());
        } catch (IllegalArgumentException malformed) {
            System.err.println(malformed.getMessage());
            System.exit(BAD_ARGUMENTS);
            return;
        }
        if (parsed.help()) {
            System.out.println(Arguments.USAGE);
            return;
        }
        // Accepts the classes of Mesos' messages, which an old compiler made, without a warning for each.
        System.setProperty("com.google.protobuf.use_unsafe_pre22_gencode", "true");
        LogFiles.useDirectory(parsed.dataDirectory().orElseGet(DesktopProgram::usualDataDirectory));
        Application.launch(DesktopApplication.class, arguments);
    }

    static Path usualDataDirectory() {
        return UserDirectories.ofThisUser().data();
    }
}
