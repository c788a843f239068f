package io.jobdeck.desktop.preferences;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Named texts in one file of the user's config directory. It is read once, at the start; each change is written by an own
 * thread, whole and by renaming, so that a crash leaves the old or the new file. What cannot be read or written never
 * stops the program: choices then last as long as it runs. Safe on any thread.
 *
 * <p>Never for secrets.
 */
public final class PreferenceStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PreferenceStore.class);
    private static final int CLOSE_SECONDS = 3;

    private final Path file;
    private final Consumer<IOException> onUnwritable;
    private final Properties values;
    private final AtomicBoolean writeWaits = new AtomicBoolean();
    private final AtomicBoolean told = new AtomicBoolean();
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "jobdeck-preferences"));

    /**
     * Reads the file, if there is one.
     *
     * @param onUnwritable hears, once and on the store's thread, that choices cannot be kept
     */
    public PreferenceStore(Path file, Consumer<IOException> onUnwritable) {
        this.file = file.toAbsolutePath();
        this.onUnwritable = Objects.requireNonNull(onUnwritable, "onUnwritable");
        this.values = read(this.file);
    }

    private static Properties read(Path file) {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            read.load(reader);
        } catch (NoSuchFileException e) {
            LOG.debug("No choices are stored in {} yet", file);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The choices stored in {} cannot be read, the usual ones are taken: {}", file, e.toString());
            return new Properties();
        }
        return read;
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    /** Sets a text and sees to it that it is written. */
    public void put(String key, String value) {
        if (!value.equals(values.setProperty(key, value)) && writeWaits.compareAndSet(false, true)) {
            writer.execute(this::write);
        }
    }

    private void write() {
        writeWaits.set(false);
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            try (Writer out = Files.newBufferedWriter(fresh)) {
                ((Properties) values.clone()).store(out, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            tell(e);
        } catch (UncheckedIOException e) {
            tell(e.getCause());
        }
    }

    private void tell(IOException cause) {
        LOG.warn("Choices cannot be kept in {}: {}", file, cause.toString());
        if (told.compareAndSet(false, true)) {
            onUnwritable.accept(cause);
        }
    }

    /** Writes what is still to be written and stops. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The last choices were not written to {} within {} s", file, CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
