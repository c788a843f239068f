package io.jobdeck.scheduler.embedded.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The processes of one run: the launcher's descendants, and where the system tells the environment of processes (Linux)
 * also those that have left the tree, known by the run's id in their environment.
 */
final class ProcessTree {

    private static final Path PROCESSES = Path.of("/proc");

    private final String container;

    ProcessTree(String container) {
        this.container = container;
    }

    /** Returns the live processes of the run except its launcher. */
    List<ProcessHandle> below(ProcessHandle launcher) {
        Map<Long, ProcessHandle> members = new LinkedHashMap<>();
        if (launcher.isAlive()) {
            launcher.descendants().forEach(found -> members.put(found.pid(), found));
        }
        strays().forEach(found -> members.put(found.pid(), found));
        return members.values().stream()
                .filter(process -> process.isAlive() && !process.equals(launcher)).toList();
    }

    /** Returns the live processes that carry the run's id in their environment, where the system tells it. */
    List<ProcessHandle> strays() {
        if (!canReadEnvironments()) {
            return List.of();
        }
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> isMember(process.pid()) && process.isAlive()).toList();
        }
    }

    /** Returns whether the system can tell for certain which processes belong to a run. */
    static boolean canReadEnvironments() {
        return Files.isReadable(PROCESSES.resolve("self/environ"));
    }

    /** Returns whether a process carries the run's id in its environment. */
    boolean isMember(long pid) {
        try {
            byte[] environment = Files.readAllBytes(PROCESSES.resolve(pid + "/environ"));
            return new String(environment, StandardCharsets.ISO_8859_1).contains(container);
        } catch (IOException e) {
            // A process that has ended, or that belongs to somebody else.
            return false;
        }
    }
}
