package io.jobdeck.scheduler.embedded.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.apache.mesos.v1.Protos.CommandInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the processes of runs, each under a small shell script of its own that writes its process id before it runs the
 * command and the exit status after it. So the end of a command is known even when this program was away at the time.
 *
 * <p>Safe for use by several threads. What takes time is done by the workers.
 */
final class ContainerLauncher {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerLauncher.class);

    /**
     * The process id is written with noclobber, so that of two launchers for one run only the first runs the command. The
     * traps keep the launcher alive while its command handles a signal; the command itself starts with the defaults.
     */
    private static final String SCRIPT = """
            trap : HUP INT TERM
            set -C
            echo $$ > "$0/pid" || exit 125
            set +C
            "$@"
            status=$?
            echo $status > "$0/status.new" && /bin/mv -f "$0/status.new" "$0/status"
            exit $status
            """;

    private static final int ALREADY_LAUNCHED = 125;
    private static final int SANDBOX_ATTEMPTS = 5;
    private static final Path SHELL = Path.of("/bin/sh");
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    private final Fetcher fetcher;
    private final Executor workers;
    private final Map<String, Start> starting = new ConcurrentHashMap<>();

    /** Told by the workers what became of a run. */
    interface Listener {

        /** The processes run. */
        void started(Container container);

        /** The processes could not be started. */
        void failed(String message);

        /** The processes have ended. */
        void ended(WaitStatus status);
    }

    /**
     * What to start.
     *
     * @param container id of the run
     * @param sandbox working directory, made if it does not exist
     * @param launcherFiles where the script keeps its files
     * @param command command and URIs
     * @param environment the whole environment
     */
    record Plan(
            String container, Path sandbox, Path launcherFiles, CommandInfo command, Map<String, String> environment) { }

    ContainerLauncher(Fetcher fetcher, Executor workers) {
        this.fetcher = fetcher;
        this.workers = workers;
    }

    /** Fetches and starts; the listener hears of it. */
    void start(Plan plan, Listener listener) {
        Start start = new Start();
        starting.put(plan.container(), start);
        workers.execute(() -> {
            try {
                start.begin();
                prepare(plan);
                start.end();
                run(plan, listener);
            } catch (FetchException e) {
                note(plan, e.getMessage());
                listener.failed("Failed to fetch all URIs for container '%s': exited with status 1 (%s)"
                        .formatted(plan.container(), e.getMessage()));
            } catch (IOException e) {
                listener.failed(e.toString());
            } catch (InterruptedException e) {
                listener.ended(WaitStatus.KILLED);
            } finally {
                starting.remove(plan.container());
            }
        });
    }

    /** Gives up a start that is still fetching; its listener hears that it was killed. */
    void cancel(String container) {
        Start start = starting.get(container);
        if (start != null) {
            start.cancel();
        }
    }

    /** A start in its fetching phase, the only one in which it can be given up. */
    private static final class Start {

        private Thread worker;
        private boolean cancelled;

        synchronized void begin() throws InterruptedException {
            if (cancelled) {
                throw new InterruptedException();
            }
            worker = Thread.currentThread();
        }

        synchronized void end() throws InterruptedException {
            worker = null;
            if (Thread.interrupted() || cancelled) {
                throw new InterruptedException();
            }
        }

        synchronized void cancel() {
            cancelled = true;
            if (worker != null) {
                worker.interrupt();
            }
        }
    }

    /** What was found of a run that an earlier agent has started. */
    sealed interface Found {

        /** Its command was never run. */
        record NeverStarted() implements Found { }

        /** It runs. */
        record Running(Container container) implements Found { }

        /** It has ended. */
        record Ended(WaitStatus status) implements Found { }
    }

    /** Looks for the processes of a run, and for how they ended, after a restart. */
    Found find(String container, Path launcherFiles) {
        Optional<WaitStatus> status = status(launcherFiles);
        if (status.isPresent()) {
            return new Found.Ended(status.get());
        }
        Optional<Long> pid = pid(launcherFiles);
        if (pid.isEmpty()) {
            return new Found.NeverStarted();
        }
        Optional<Container> running = ProcessHandle.of(pid.get())
                .filter(process -> isLauncher(process, container, launcherFiles))
                .map(process -> new Container(container, process, workers));
        if (running.isPresent()) {
            return new Found.Running(running.get());
        }
        return new Found.Ended(status(launcherFiles).orElse(WaitStatus.KILLED));
    }

    /** Ends what processes a run that has ended has left. */
    void killStrays(String container) {
        workers.execute(() -> Container.killStrays(container));
    }

    /** Has the listener told when the run, found alive after a restart, ends. */
    void watch(Container container, Path launcherFiles, Listener listener) {
        container.onExit().thenRunAsync(() -> {
            container.killRest();
            listener.ended(status(launcherFiles).orElse(WaitStatus.KILLED));
        }, workers);
    }

    private void prepare(Plan plan) throws IOException, InterruptedException {
        Files.createDirectories(plan.launcherFiles());
        createSandbox(plan.sandbox());
        for (String stream : List.of("stdout", "stderr")) {
            Files.write(plan.sandbox().resolve(stream), new byte[0],
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        for (CommandInfo.URI uri : plan.command().getUrisList()) {
            fetcher.fetch(uri, plan.sandbox());
        }
    }

    /** Tries more than once, as the empty directories above it may be cleaned away at the same time. */
    private static void createSandbox(Path sandbox) throws IOException {
        for (int attempt = 1; !Files.isDirectory(sandbox); attempt++) {
            try {
                Files.createDirectories(sandbox);
            } catch (NoSuchFileException e) {
                if (attempt == SANDBOX_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void run(Plan plan, Listener listener) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(commandLine(plan))
                .directory(plan.sandbox().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.sandbox().resolve("stdout").toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(plan.sandbox().resolve("stderr").toFile()));
        builder.environment().clear();
        builder.environment().putAll(plan.environment());
        Process process = builder.start();
        Container container = new Container(plan.container(), process.toHandle(), workers);
        listener.started(container);
        process.onExit().thenRunAsync(() -> ended(plan, process, container, listener), workers);
    }

    private void ended(Plan plan, Process process, Container container, Listener listener) {
        if (process.exitValue() == ALREADY_LAUNCHED
                && find(plan.container(), plan.launcherFiles()) instanceof Found.Running running
                && running.container().pid() != process.pid()) {
            listener.started(running.container());
            watch(running.container(), plan.launcherFiles(), listener);
            return;
        }
        container.killRest();
        listener.ended(status(plan.launcherFiles()).orElseGet(() -> WaitStatus.ofExitCode(process.exitValue())));
    }

    private static List<String> commandLine(Plan plan) {
        List<String> line = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            line.add(SETSID.toString());
        }
        line.addAll(List.of(SHELL.toString(), "-c", SCRIPT, plan.launcherFiles().toString()));
        CommandInfo command = plan.command();
        if (command.getShell()) {
            line.addAll(List.of(SHELL.toString(), "-c", command.getValue()));
        } else {
            line.add(command.getValue());
            line.addAll(command.getArgumentsList().stream().skip(1).toList());
        }
        return line;
    }

    private static boolean isLauncher(ProcessHandle process, String container, Path launcherFiles) {
        if (!process.isAlive()) {
            return false;
        }
        if (ProcessTree.canReadEnvironments()) {
            return new ProcessTree(container).isMember(process.pid());
        }
        return startedBeforeItsFile(process, launcherFiles);
    }

    private static boolean startedBeforeItsFile(ProcessHandle process, Path launcherFiles) {
        try {
            Instant written = Files.getLastModifiedTime(launcherFiles.resolve("pid")).toInstant();
            return process.info().startInstant()
                    .map(start -> Duration.between(start, written).abs().compareTo(CLOCK_TOLERANCE) < 0)
                    .orElse(false);
        } catch (IOException e) {
            LOG.warn("cannot tell when {} was written: {}", launcherFiles.resolve("pid"), e.toString());
            return false;
        }
    }

    private static Optional<WaitStatus> status(Path launcherFiles) {
        return number(launcherFiles.resolve("status")).map(code -> WaitStatus.ofExitCode(code.intValue()));
    }

    private static Optional<Long> pid(Path launcherFiles) {
        return number(launcherFiles.resolve("pid"));
    }

    private static Optional<Long> number(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(text));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | NumberFormatException e) {
            LOG.warn("{} cannot be read: {}", file, e.toString());
            return Optional.empty();
        }
    }

    private static void note(Plan plan, String message) {
        try {
            Files.writeString(plan.sandbox().resolve("stderr"), "Failed to fetch: " + message + "\n",
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.warn("cannot write to the stderr file of container {}: {}", plan.container(), e.toString());
        }
    }
}
