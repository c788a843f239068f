package io.jobdeck.scheduler.mesos.captures;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jobdeck.executor.recordio.RecordIoDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The recorded traffic of a real Mesos, which lies beside the checkout: in {@code ../shared}, or where the system
 * property or environment variable {@code JOBDECK_SHARED} says.
 */
public final class Captures {

    private static final int LONGEST_RECORD = 1 << 24;

    private final Path root;

    private Captures(Path root) {
        this.root = root;
    }

    /** Skips the calling test, saying where it looked, if the captures are not there. */
    public static Captures orSkip() {
        String shared = Optional.ofNullable(System.getProperty("JOBDECK_SHARED"))
                .or(() -> Optional.ofNullable(System.getenv("JOBDECK_SHARED")))
                .orElse("../../shared");
        Path root = Path.of(shared, "mesos-captures").toAbsolutePath().normalize();
        assumeTrue(Files.isDirectory(root), "no recorded Mesos traffic in " + root);
        return new Captures(root);
    }

    public Path directory(String scenario, String format) {
        return root.resolve(scenario).resolve(format);
    }

    /** Returns all files whose name ends so, sorted by path. */
    public List<Path> files(String nameEnd) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.getFileName().toString().endsWith(nameEnd)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the name of {@code file} below the captures' root. */
    public String name(Path file) {
        return root.relativize(file).toString();
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /** Returns the records of a recorded streaming response. */
    public static List<byte[]> records(Path file) {
        List<byte[]> records = new ArrayList<>();
        try {
            new RecordIoDecoder(LONGEST_RECORD, records::add).feed(ByteBuffer.wrap(bytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
        return records;
    }

    /** Returns the file of the same exchange with another ending, such as {@code .headers.txt}. */
    public static Path sibling(Path file, String ending) {
        String name = file.getFileName().toString();
        String stem = name.replaceFirst("\\.(request|response|headers)\\..*$", "");
        return file.resolveSibling(stem + ending);
    }
}
