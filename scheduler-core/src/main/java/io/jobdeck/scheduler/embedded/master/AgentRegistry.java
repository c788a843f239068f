package io.jobdeck.scheduler.embedded.master;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ids of the agents that are there, kept in a file over the master's restart, so that a new master knows for which
 * agents it must wait before it calls a task unknown. Mesos' registrar does the same.
 */
public final class AgentRegistry {

    private final Optional<Path> file;
    private final Set<String> agents = new LinkedHashSet<>();

    private AgentRegistry() {
        this.file = Optional.empty();
    }

    /**
     * Reads the registry; a file that is not there is an empty one.
     *
     * @param file the file, in a directory that exists
     * @throws IOException if the file cannot be read
     */
    public AgentRegistry(Path file) throws IOException {
        this.file = Optional.of(file);
        if (Files.exists(file)) {
            Files.readAllLines(file).stream().map(String::strip).filter(line -> !line.isEmpty()).forEach(agents::add);
        }
    }

    /** Returns a registry that no later master knows, for agents that never come back. */
    public static AgentRegistry inMemory() {
        return new AgentRegistry();
    }

    Set<String> agents() {
        return Set.copyOf(agents);
    }

    void add(String agent) {
        if (agents.add(agent)) {
            file.ifPresent(this::save);
        }
    }

    void remove(String agent) {
        if (agents.remove(agent)) {
            file.ifPresent(this::save);
        }
    }

    private void save(Path target) {
        Path next = target.resolveSibling(target.getFileName() + ".next");
        try {
            Files.write(next, List.copyOf(agents));
            Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The list of agents cannot be written to " + target, e);
        }
    }
}
