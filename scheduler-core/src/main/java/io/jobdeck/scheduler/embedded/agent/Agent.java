package io.jobdeck.scheduler.embedded.agent;

import com.google.protobuf.ByteString;
import io.jobdeck.scheduler.embedded.cluster.AgentGateway;
import io.jobdeck.scheduler.embedded.cluster.ExecutorHost;
import io.jobdeck.scheduler.embedded.cluster.MasterGateway;
import io.jobdeck.scheduler.embedded.http.HttpAnswer;
import io.jobdeck.scheduler.embedded.http.HttpHandler;
import io.jobdeck.scheduler.embedded.http.HttpServer;
import io.jobdeck.scheduler.embedded.http.PortUnavailableException;
import io.jobdeck.scheduler.embedded.http.Routes;
import io.jobdeck.scheduler.threads.NamedThreads;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.AgentInfo;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent of the embedded cluster. Executors are child processes that reach it at 127.0.0.1 by the v1 executor API; they
 * and command tasks outlive it, and an agent started later with the same directory takes them over under the same id.
 *
 * <p>Tasks are held to their resources by the master's accounting only. Everything runs as the user of this program.
 * Needs a POSIX system. Methods may be called from any thread.
 */
public final class Agent implements ExecutorHost {

    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);
    private static final Duration STOP_MARGIN = Duration.ofSeconds(5);
    private static final Duration CLEAN_EVERY = Duration.ofHours(1);

    private final AgentOptions options;
    private final MasterGateway master;
    private final WorkDirectory directory;
    private final AgentState state = new AgentState();
    private final ThreadEventLoop loop = new ThreadEventLoop("agent");
    private final ExecutorService workers = Executors.newCachedThreadPool(new NamedThreads("agent-worker"));
    private final AtomicBoolean closed = new AtomicBoolean();
    private DirectoryLock lock;
    private Journal journal;
    private HttpServer server;
    private AgentParts parts;
    private volatile int port;
    private volatile AgentID id;

    /**
     * @param options how it is set up
     * @param master the master it registers with when started
     */
    public Agent(AgentOptions options, MasterGateway master) {
        this.options = options;
        this.master = master;
        this.directory = new WorkDirectory(options.workDirectory());
    }

    /**
     * Takes over what an earlier agent has left in the directory, registers with the master and begins to work. Returns once
     * the master knows it.
     *
     * @throws AgentStartException if the directory cannot be used
     * @throws PortUnavailableException if a port was asked for by number and cannot be listened on
     * @throws IOException if its state cannot be read or written
     */
    public void start() throws IOException {
        try {
            lock = DirectoryLock.take(directory);
            journal = openJournal();
            CompletableFuture<Void> started = new CompletableFuture<>();
            loop.execute(() -> {
                try {
                    startOnLoop();
                    started.complete(null);
                } catch (IOException | RuntimeException e) {
                    started.completeExceptionally(e);
                }
            });
            await(started);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private Journal openJournal() throws AgentStartException {
        try {
            return Journal.open(directory.journal(), bytes -> state.apply(AgentRecordCodec.decode(bytes)));
        } catch (IOException | IllegalArgumentException e) {
            throw new AgentStartException("The state of the embedded agent in %s cannot be read (%s). Choose another data"
                    .formatted(directory.journal(), e.getMessage()) + " directory, or remove this file.", e);
        }
    }

    /** Runs before any other event, so that executors that come back at once find everything in place. */
    private void startOnLoop() throws IOException {
        Persistence persistence = new Persistence(journal, state, loop);
        parts = AgentParts.assemble(options, directory, state, persistence, loop, workers, master, () -> port, this::info);
        server = listen(routes());
        port = server.port();
        persistence.store(new AgentRecord.Listening(port));
        Recovery recovery = parts.recovery();
        recovery.look();
        AgentID given = master.register(info(), recovery.recovered(loop.now()), new Gateway());
        if (!given.equals(state.agent())) {
            persistence.store(new AgentRecord.Registered(given));
        }
        id = given;
        recovery.finish();
        cleanSandboxes();
        LOG.info("embedded agent {} listens on {}", given.getValue(), server.address());
    }

    private Routes routes() {
        SandboxFiles files = new SandboxFiles(directory, workers);
        StateReport report = new StateReport(state, directory, loop.now());
        HttpHandler stateHandler = (request, exchange) ->
                loop.execute(() -> exchange.answer(HttpAnswer.json(200, report.write(info()))));
        return new Routes()
                .on("POST", "/api/v1/executor", parts.executorApi()::handle)
                .on("GET", "/health", (request, exchange) -> exchange.answer(HttpAnswer.empty(200)))
                .on("GET", "/state", stateHandler)
                .on("GET", "/slave(1)/state", stateHandler)
                .on("GET", "/files/browse", files::browse)
                .on("GET", "/files/read", files::read)
                .on("GET", "/files/download", files::download);
    }

    /** Executors that live look for the agent at its last port, so it is worth taking that one again. */
    private HttpServer listen(Routes routes) throws PortUnavailableException {
        if (options.port() != 0) {
            return HttpServer.start("embedded agent", options.port(), routes);
        }
        try {
            return HttpServer.start("embedded agent", state.port(), routes);
        } catch (PortUnavailableException e) {
            LOG.warn("port {} of the last start is not free, executors of that time will be replaced", e.port());
            return HttpServer.start("embedded agent", 0, routes);
        }
    }

    private AgentInfo info() {
        AgentInfo.Builder info = AgentInfo.newBuilder()
                .setHostname(options.hostname())
                .setPort(port)
                .addAllResources(options.resources().toMesos())
                .addAllAttributes(options.attributes());
        if (state.agent() != null) {
            info.setId(state.agent());
        }
        return info.build();
    }

    /** Returns the id that the master gave it; null before {@link #start} has returned. */
    public AgentID id() {
        return id;
    }

    /** Returns the port it listens on at 127.0.0.1; 0 before {@link #start} has returned. */
    public int port() {
        return port;
    }

    /**
     * Ends all executors and command tasks in order: they are told to end, their last updates go to the master, and what
     * still runs after the grace period is killed. New tasks are refused from now on. Returns when all have ended, at most
     * 5 seconds after the grace period. Updates that nobody acknowledges now are sent again after the next start.
     *
     * @param gracePeriod how long they may take
     */
    @Override
    public void stopExecutors(Duration gracePeriod) {
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        loop.execute(() -> {
            if (parts == null) {
                stopped.complete(null);
            } else {
                parts.stopAll(gracePeriod, () -> stopped.complete(null));
            }
        });
        try {
            stopped.get(gracePeriod.plus(STOP_MARGIN).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("some executors have not ended in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the agent and frees its port. Executors and command tasks go on; the next agent takes them over. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        CompletableFuture<Void> stored = new CompletableFuture<>();
        loop.execute(() -> {
            if (parts != null) {
                parts.persistence().then(() -> stored.complete(null));
            } else {
                stored.complete(null);
            }
        });
        try {
            stored.get(STOP_MARGIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("the agent's last changes could not be stored: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        abandon();
    }

    /** Ends everything of this object as a crash would: nothing more is stored or told. */
    void abandon() {
        closed.set(true);
        loop.close();
        if (server != null) {
            server.close();
        }
        workers.shutdownNow();
        try {
            if (journal != null) {
                journal.close();
            }
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            LOG.warn("the agent's files could not be closed: {}", e.toString());
        }
    }

    private void cleanSandboxes() {
        SandboxCleaner cleaner = new SandboxCleaner(
                directory, options.sandboxRetention(), options.sandboxesKept(), this::liveContainers);
        workers.execute(() -> cleaner.clean(loop.now()));
        loop.schedule(CLEAN_EVERY, this::cleanSandboxes);
    }

    private Set<String> liveContainers() {
        CompletableFuture<Set<String>> live = new CompletableFuture<>();
        loop.execute(() -> live.complete(
                state.runs().stream().map(ExecutorRun::container).collect(Collectors.toSet())));
        try {
            return live.get(STOP_MARGIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the agent does not say which sandboxes are in use", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the agent is closed", e);
        }
    }

    private static void await(CompletableFuture<Void> started) throws IOException {
        try {
            started.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AgentStartException("The start of the embedded agent was interrupted.", e);
        }
    }

    /** What the master calls, handed to the loop. */
    private final class Gateway implements AgentGateway {

        @Override
        public void runTask(FrameworkInfo framework, TaskInfo task) {
            loop.execute(() -> parts.tasks().run(framework, task));
        }

        @Override
        public void killTask(FrameworkID framework, TaskID task) {
            loop.execute(() -> parts.tasks().kill(framework, task));
        }

        @Override
        public void shutdownExecutor(FrameworkID framework, ExecutorID executor) {
            loop.execute(() -> state.liveRun(framework, executor).ifPresent(parts.lifecycle()::shutdown));
        }

        @Override
        public void shutdownFramework(FrameworkID framework) {
            loop.execute(() -> state.framework(framework).ifPresent(parts.lifecycle()::shutdownFramework));
        }

        @Override
        public void sendToExecutor(FrameworkID framework, ExecutorID executor, ByteString data) {
            loop.execute(() -> parts.sessions().sendMessage(framework, executor, data));
        }

        @Override
        public void acknowledge(FrameworkID framework, TaskID task, ByteString uuid) {
            loop.execute(() -> parts.updates().acknowledge(framework, task, uuid));
        }

        @Override
        public void frameworkReconnected(FrameworkID framework) {
            loop.execute(() -> parts.updates().resend(framework));
        }
    }
}
