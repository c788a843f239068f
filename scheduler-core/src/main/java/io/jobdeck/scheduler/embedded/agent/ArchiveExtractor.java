package io.jobdeck.scheduler.embedded.agent;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Extracts the kinds of archives that Mesos' fetcher knows, told apart by the end of the name. Modes of files are kept.
 *
 * <p>Tar archives are read by the system's {@code tar}, which every system with a POSIX shell has and which knows the
 * compressions; zip and single gzip files are read by the Java runtime, as {@code unzip} is often not installed.
 */
final class ArchiveExtractor {

    private static final List<String> TARS = List.of(
            ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz");

    private ArchiveExtractor() {
    }

    /**
     * Extracts {@code file} into {@code directory} if its name is that of an archive.
     *
     * @throws IOException if it is none in spite of its name, or cannot be extracted
     * @throws InterruptedException if the thread is interrupted
     */
    static void extractIfArchive(Path file, Path directory) throws IOException, InterruptedException {
        String name = file.getFileName().toString();
        if (TARS.stream().anyMatch(name::endsWith)) {
            untar(file, directory);
        } else if (name.endsWith(".gz")) {
            gunzip(file, directory.resolve(name.substring(0, name.length() - ".gz".length())));
        } else if (name.endsWith(".zip")) {
            unzip(file, directory);
        }
    }

    private static void untar(Path file, Path directory) throws IOException, InterruptedException {
        Process tar = new ProcessBuilder("tar", "-C", directory.toString(), "-xf", file.toString())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        try {
            String output = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (tar.waitFor() != 0) {
                throw new FetchException("'%s' could not be extracted: %s".formatted(file.getFileName(), output));
            }
        } finally {
            tar.destroyForcibly();
        }
    }

    private static void gunzip(Path file, Path target) throws IOException {
        try (InputStream content = new GZIPInputStream(Files.newInputStream(file))) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void unzip(Path file, Path directory) throws IOException {
        URI archive = URI.create("jar:" + file.toUri());
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of());
                Stream<Path> entries = Files.walk(zip.getPath("/"))) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                unpack(entry, directory);
            }
        }
    }

    private static void unpack(Path entry, Path directory) throws IOException {
        Path target = directory.resolve(entry.toString().substring(1)).normalize();
        if (!target.startsWith(directory)) {
            throw new FetchException("archive has an entry outside of it: " + entry);
        }
        if (Files.isDirectory(entry)) {
            Files.createDirectories(target);
            return;
        }
        Files.copy(entry, target, StandardCopyOption.REPLACE_EXISTING);
        keepMode(entry, target);
    }

    private static void keepMode(Path entry, Path target) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        Object stored = Files.getAttribute(entry, "zip:permissions");
        if (view != null && stored instanceof Set<?> permissions && !permissions.isEmpty()) {
            view.setPermissions(Set.copyOf(permissions.stream().map(PosixFilePermission.class::cast).toList()));
        }
    }
}
