package io.jobdeck.desktop.profile;

import io.jobdeck.desktop.connection.ConnectionProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file in which connections are kept, readable for people. It is read once, at the start; each change is written whole
 * by an own thread and by renaming, so that a crash leaves the old or the new file. One that cannot be read is put aside,
 * never overwritten.
 */
public final class ProfileFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProfileFile.class);
    private static final int CLOSE_SECONDS = 3;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path file;
    private final Clock clock;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "jobdeck-connections"));

    public ProfileFile(Path file, Clock clock) {
        this.file = file.toAbsolutePath();
        this.clock = clock;
    }

    /** What a file held. */
    public sealed interface Content {

        /** There is no file yet. */
        record None() implements Content { }

        /** It lists these. */
        record Listed(List<ConnectionProfile> profiles) implements Content {
            public Listed {
                profiles = List.copyOf(profiles);
            }
        }

        /**
         * It could not be read.
         *
         * @param cause one line for people
         * @param keptAs where it was put; empty if it could not be moved and will be left alone
         */
        record Unreadable(String cause, Optional<Path> keptAs) implements Content { }
    }

    /** Returns where it is. */
    public Path path() {
        return file;
    }

    /** Reads it; blocks. */
    public Content read() {
        try {
            return new Content.Listed(ProfileJson.read(Files.readString(file)));
        } catch (NoSuchFileException nothing) {
            return new Content.None();
        } catch (MalformedProfilesException malformed) {
            return putAside(malformed.getMessage());
        } catch (IOException unreadable) {
            return putAside(unreadable.toString());
        }
    }

    private Content putAside(String cause) {
        Path aside = file.resolveSibling(file.getFileName() + ".unreadable-" + STAMP.format(clock.instant()));
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.warn("The connections in {} cannot be read: {}. The file was kept as {}.", file, cause, aside);
            return new Content.Unreadable(cause, Optional.of(aside));
        } catch (IOException immovable) {
            LOG.warn("The connections in {} can neither be read ({}) nor put aside: {}", file, cause, immovable.toString());
            return new Content.Unreadable(cause, Optional.empty());
        }
    }

    /** Sees to it that these are written; {@code onFailed} hears, on the file's thread, if they cannot be. */
    public void write(List<ConnectionProfile> profiles, Consumer<IOException> onFailed) {
        String text = ProfileJson.write(profiles);
        writer.execute(() -> {
            try {
                replace(file, text);
            } catch (IOException unwritable) {
                LOG.warn("The connections cannot be kept in {}: {}", file, unwritable.toString());
                onFailed.accept(unwritable);
            }
        });
    }

    /**
     * Writes a file whole, or leaves it as it was; blocks.
     *
     * @throws IOException if it cannot be written
     */
    public static void replace(Path target, String text) throws IOException {
        Path absolute = target.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        Path fresh = absolute.resolveSibling(absolute.getFileName() + ".new");
        Files.writeString(fresh, text);
        Files.move(fresh, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Writes what is still to be written and stops. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The last changes of connections were not written to {} within {} s", file, CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
