package io.jobdeck.scheduler.embedded.simulation;

import com.google.protobuf.ByteString;
import io.jobdeck.scheduler.embedded.cluster.AgentGateway;
import io.jobdeck.scheduler.embedded.cluster.ExecutorHost;
import io.jobdeck.scheduler.embedded.cluster.MasterGateway;
import io.jobdeck.scheduler.embedded.http.HttpAnswer;
import io.jobdeck.scheduler.embedded.http.HttpServer;
import io.jobdeck.scheduler.embedded.http.PortUnavailableException;
import io.jobdeck.scheduler.embedded.http.Routes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.mesos.v1.Protos.AgentInfo;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Many agents in one process, whose tasks are timers of one thread: to try a scheduler under loads that no single machine
 * could run. To the master, and so to the scheduler, they behave as real ones do: resources run out, status updates are
 * sent until they are acknowledged, tasks can be killed and executors stopped. Nothing of it outlives this object.
 * Methods may be called from any thread.
 */
public final class SimulatedAgents implements ExecutorHost {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedAgents.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final String NO_FILES = "This agent is simulated: its tasks are timers and leave no files.";

    private final ThreadSimulationLoop loop = new ThreadSimulationLoop();
    private final Simulation simulation;
    private final List<SimulatedAgent> agents = new ArrayList<>();
    private final HttpServer server;

    private SimulatedAgents(SimulationOptions options, MasterGateway master) {
        this.simulation = new Simulation(options, master, loop);
        this.server = listen(loop);
    }

    /** One answers for all of them, since a person may ask any of them for files. */
    private static HttpServer listen(ThreadSimulationLoop loop) {
        try {
            return HttpServer.start("simulated agents", 0, new Routes()
                    .on("GET", "/health", (request, exchange) -> exchange.answer(HttpAnswer.empty(200)))
                    .under("/", (request, exchange) -> exchange.answer(HttpAnswer.text(404, NO_FILES))));
        } catch (PortUnavailableException e) {
            loop.close();
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Registers the agents, {@code simulated-1} and so on, and returns when the master knows them all. */
    public static SimulatedAgents start(SimulationOptions options, MasterGateway master) {
        SimulatedAgents started = new SimulatedAgents(options, master);
        // On the loop, so that work the master gives to the first ones waits until all are there.
        CompletableFuture<Void> registered = CompletableFuture.runAsync(
                () -> started.registerAll(options, master), started.loop::execute);
        try {
            registered.join();
        } catch (CompletionException e) {
            started.close();
            throw new IllegalStateException("The simulated agents cannot be registered: " + e.getCause().getMessage(), e);
        }
        LOG.info("{} agents are simulated, each with {} cpus and {} MB", options.agents(), options.resources().cpus(),
                options.resources().memoryMb());
        return started;
    }

    private void registerAll(SimulationOptions options, MasterGateway master) {
        for (int number = 1; number <= options.agents(); number++) {
            register(number, options, master);
        }
    }

    private void register(int number, SimulationOptions options, MasterGateway master) {
        AgentInfo info = AgentInfo.newBuilder()
                .setHostname("simulated-" + number)
                .setPort(server.port())
                .addAllResources(options.resources().toMesos())
                .build();
        Gateway gateway = new Gateway();
        gateway.agent = new SimulatedAgent(master.register(info, List.of(), gateway));
        agents.add(gateway.agent);
    }

    @Override
    public void stopExecutors(Duration gracePeriod) {
        CountDownLatch over = new CountDownLatch(1);
        loop.execute(() -> {
            simulation.stopAll(agents);
            tellWhenIdle(over);
        });
        try {
            if (!over.await(gracePeriod.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("some simulated tasks have not been seen to end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellWhenIdle(CountDownLatch over) {
        if (agents.stream().allMatch(SimulatedAgent::isIdle)) {
            over.countDown();
        } else {
            loop.schedule(LOOK_AGAIN, () -> tellWhenIdle(over));
        }
    }

    /** Ends the simulation at once; the master is not told. */
    @Override
    public void close() {
        loop.close();
        server.close();
    }

    /** What the master calls, handed to the loop. */
    private final class Gateway implements AgentGateway {

        private SimulatedAgent agent;

        @Override
        public void runTask(FrameworkInfo framework, TaskInfo task) {
            loop.execute(() -> simulation.run(agent, framework, task));
        }

        @Override
        public void killTask(FrameworkID framework, TaskID task) {
            loop.execute(() -> simulation.kill(agent, framework, task));
        }

        @Override
        public void shutdownExecutor(FrameworkID framework, ExecutorID executor) {
            loop.execute(() -> simulation.stop(agent, framework, executor));
        }

        @Override
        public void shutdownFramework(FrameworkID framework) {
            loop.execute(() -> simulation.shutdownFramework(agent, framework));
        }

        @Override
        public void sendToExecutor(FrameworkID framework, ExecutorID executor, ByteString data) {
            loop.execute(() -> simulation.sendToExecutor(agent, framework, executor, data));
        }

        @Override
        public void acknowledge(FrameworkID framework, TaskID task, ByteString uuid) {
            loop.execute(() -> simulation.acknowledge(agent, framework, task, uuid));
        }

        @Override
        public void frameworkReconnected(FrameworkID framework) {
            loop.execute(() -> simulation.resend(agent, framework));
        }
    }
}
