package io.jobdeck.scheduler.embedded.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxCleanerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path directory;

    private Path sandbox(String executor, String container, Duration age) throws IOException {
        Path sandbox = Files.createDirectories(
                directory.resolve("slaves/a/frameworks/f/executors").resolve(executor).resolve("runs").resolve(container));
        Path file = Files.createFile(sandbox.resolve("stdout"));
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
        Files.setLastModifiedTime(sandbox, FileTime.from(NOW.minus(age)));
        return sandbox;
    }

    private void clean(int kept, String... live) {
        new SandboxCleaner(new WorkDirectory(directory), Duration.ofDays(7), kept, () -> Set.of(live)).clean(NOW);
    }

    @Test
    void sandboxesOlderThanTheRetentionGoUnlessTheirRunLives() throws IOException {
        Path old = sandbox("old", "c-1", Duration.ofDays(8));
        Path live = sandbox("live", "c-2", Duration.ofDays(8));
        Path young = sandbox("young", "c-3", Duration.ofDays(6));

        clean(10, "c-2");

        assertThat(old).doesNotExist();
        assertThat(old.getParent().getParent()).doesNotExist();
        assertThat(live.resolve("stdout")).exists();
        assertThat(young).exists();
    }

    @Test
    void onlyTheYoungestAreKeptBeyondTheNumber() throws IOException {
        Path older = sandbox("ex", "c-1", Duration.ofHours(2));
        Path younger = sandbox("ex", "c-2", Duration.ofHours(1));
        sandbox("live", "c-3", Duration.ofHours(3));

        clean(1, "c-3");

        assertThat(older).doesNotExist();
        assertThat(younger).exists();
        assertThat(directory.resolve("slaves/a/frameworks/f/executors/live/runs/c-3")).exists();
    }

    @Test
    void launcherFilesGoWithTheirRun() throws IOException {
        Path over = Files.createDirectories(directory.resolve("meta/containers/c-1"));
        Path live = Files.createDirectories(directory.resolve("meta/containers/c-2"));

        clean(10, "c-2");

        assertThat(over).doesNotExist();
        assertThat(live).exists();
    }
}
