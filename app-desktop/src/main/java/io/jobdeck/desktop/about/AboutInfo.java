package io.jobdeck.desktop.about;

import io.jobdeck.scheduler.Version;
import java.util.List;
import java.util.Objects;

/**
 * What this program is.
 *
 * @param version as the build gave it
 * @param java the Java it runs on
 * @param javaFx the JavaFX it runs on
 * @param system the operating system
 * @param libraries what it is made of
 */
public record AboutInfo(String version, String java, String javaFx, String system, List<Library> libraries) {

    public AboutInfo {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(java, "java");
        Objects.requireNonNull(javaFx, "javaFx");
        Objects.requireNonNull(system, "system");
        libraries = List.copyOf(libraries);
    }

    /** Returns that of the program that is running; reads files, so not for the interface thread. */
    public static AboutInfo ofThisProgram() {
        return new AboutInfo(Version.current(),
                System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
                System.getProperty("javafx.runtime.version", ""),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"),
                new Libraries().inUse());
    }

    /** Returns it as text, line by line. */
    public String text() {
        StringBuilder text = new StringBuilder("Jobdeck ").append(version).append("\nJava ").append(java)
                .append("\nJavaFX ").append(javaFx).append('\n').append(system).append("\n\n");
        libraries.forEach(library -> text.append(library.file()).append("  ").append(library.licence()).append('\n'));
        return text.toString();
    }
}
