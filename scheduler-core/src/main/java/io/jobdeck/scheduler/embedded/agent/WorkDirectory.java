package io.jobdeck.scheduler.embedded.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.mesos.v1.Protos.AgentID;

/**
 * Where an agent keeps what. Sandboxes lie where those of Mesos do
 * ({@code slaves/AGENT/frameworks/FRAMEWORK/executors/EXECUTOR/runs/CONTAINER}); beside them {@code meta} holds the
 * journal and, for each run, the files of its launcher.
 *
 * @param root the agent's directory, absolute
 */
record WorkDirectory(Path root) {

    private static final int LONGEST_NAME_BYTES = 200;
    private static final int KEPT_CHARACTERS = 48;

    WorkDirectory {
        root = root.toAbsolutePath().normalize();
    }

    Path meta() {
        return root.resolve("meta");
    }

    Path journal() {
        return meta().resolve("journal");
    }

    Path lock() {
        return meta().resolve("lock");
    }

    /** Returns the directory of the launcher's files of a run. */
    Path launcherFiles(String container) {
        return meta().resolve("containers").resolve(container);
    }

    Path sandboxes() {
        return root.resolve("slaves");
    }

    /** Returns the sandbox of a run. */
    Path sandbox(AgentID agent, ExecutorRun run) {
        return sandboxes().resolve(agent.getValue())
                .resolve("frameworks").resolve(run.framework().id().getValue())
                .resolve("executors").resolve(directoryName(run.id().getValue()))
                .resolve("runs").resolve(run.container());
    }

    /** Returns all sandboxes there are, of runs that live and of runs that are over. */
    List<Path> allSandboxes() throws IOException {
        if (!Files.isDirectory(sandboxes())) {
            return List.of();
        }
        int depth = 7;
        try (Stream<Path> found = Files.find(sandboxes(), depth, (path, attributes) -> attributes.isDirectory()
                && path.getNameCount() == sandboxes().getNameCount() + depth)) {
            return found.toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Returns the name of the directory for an id: the id itself where file systems allow it, else its beginning and a
     * hash of the whole.
     */
    static String directoryName(String id) {
        boolean plain = !id.isEmpty() && !id.equals(".") && !id.equals("..")
                && id.chars().noneMatch(c -> c == '/' || c == '\\' || c < ' ')
                && id.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME_BYTES;
        if (plain) {
            return id;
        }
        String start = id.substring(0, Math.min(id.length(), KEPT_CHARACTERS)).replaceAll("[^\\w@-]", "_");
        return start + "~" + hash(id);
    }

    private static String hash(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
