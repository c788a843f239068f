package io.jobdeck.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A folder with the sample's archive unpacked, as a Mesos agent prepares it, to start commands in. */
final class Sandbox {

    private final Path directory;

    private Sandbox(Path directory) {
        this.directory = directory;
    }

    /** Unpacks the archive that the build has made. */
    static Sandbox in(Path directory) throws IOException, InterruptedException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            Path archive = built.filter(file -> file.getFileName().toString().endsWith(".tar.gz")).findFirst().orElseThrow();
            Process tar = new ProcessBuilder("tar", "xzf", archive.toAbsolutePath().toString())
                    .directory(directory.toFile()).inheritIO().start();
            assertThat(tar.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(tar.exitValue()).isZero();
        }
        return new Sandbox(directory);
    }

    /** Starts a command the way an agent does: with a shell, in the sandbox, with nothing of this process' environment. */
    Process start(String command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).directory(directory.toFile())
                .redirectOutput(directory.resolve("stdout").toFile())
                .redirectError(directory.resolve("stderr").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MESOS_SANDBOX", directory.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    String stdout() {
        return read("stdout");
    }

    String stderr() {
        return read("stderr");
    }

    /** Returns the reports written for a region. */
    List<Path> reports(String region) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("results"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("sales-" + region + "-")).toList();
        }
    }

    private String read(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
