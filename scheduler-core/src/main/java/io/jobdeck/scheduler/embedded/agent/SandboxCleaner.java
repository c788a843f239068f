package io.jobdeck.scheduler.embedded.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the sandboxes of runs that are over: those older than the retention, and the oldest beyond a number. A sandbox
 * is as old as the last change in it. Sandboxes of live runs are never touched.
 */
final class SandboxCleaner {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxCleaner.class);

    private final WorkDirectory directory;
    private final Duration retention;
    private final int kept;
    private final Supplier<Set<String>> liveContainers;

    /**
     * @param retention how long a sandbox is kept
     * @param kept how many are kept at most
     * @param liveContainers gives the ids of all runs that are not over; may block
     */
    SandboxCleaner(WorkDirectory directory, Duration retention, int kept, Supplier<Set<String>> liveContainers) {
        this.directory = directory;
        this.retention = retention;
        this.kept = kept;
        this.liveContainers = liveContainers;
    }

    /** Removes what is due. Blocks; to be called by a worker. */
    void clean(Instant now) {
        try {
            // What is live is asked for last, so that a run that starts in between is not among the candidates.
            List<Path> sandboxes = directory.allSandboxes();
            List<Path> launcherFiles = children(directory.launcherFiles("any").getParent());
            Set<String> live = liveContainers.get();
            removeOld(without(live, sandboxes), now);
            without(live, launcherFiles).forEach(SandboxCleaner::remove);
        } catch (IOException e) {
            LOG.warn("old sandboxes in {} cannot be listed: {}", directory.root(), e.toString());
        }
    }

    private void removeOld(List<Path> sandboxes, Instant now) {
        record Aged(Path sandbox, Instant lastChange) { }
        List<Aged> youngestFirst = new ArrayList<>(
                sandboxes.stream().map(sandbox -> new Aged(sandbox, lastChange(sandbox))).toList());
        youngestFirst.sort(Comparator.comparing(Aged::lastChange).reversed());
        for (int i = 0; i < youngestFirst.size(); i++) {
            Aged aged = youngestFirst.get(i);
            if (i >= kept || aged.lastChange().plus(retention).isBefore(now)) {
                remove(aged.sandbox());
                removeEmptyParents(aged.sandbox());
            }
        }
    }

    private static List<Path> without(Set<String> live, List<Path> directories) {
        return directories.stream().filter(found -> !live.contains(found.getFileName().toString())).toList();
    }

    private static Instant lastChange(Path sandbox) {
        try (Stream<Path> files = Files.list(sandbox)) {
            return Stream.concat(Stream.of(sandbox), files).map(SandboxCleaner::changed)
                    .max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    private static void remove(Path root) {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} cannot be removed: {}", root, e.toString());
        }
    }

    /** Removes {@code runs} and the directory of the executor above it if this was the last run. */
    private static void removeEmptyParents(Path sandbox) {
        try {
            Path runs = sandbox.getParent();
            Files.delete(runs);
            Files.delete(runs.getParent());
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            LOG.trace("{} is still in use", sandbox.getParent());
        } catch (IOException e) {
            LOG.warn("empty directories above {} cannot be removed: {}", sandbox, e.toString());
        }
    }

    private static List<Path> children(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(parent)) {
            return found.toList();
        }
    }
}
