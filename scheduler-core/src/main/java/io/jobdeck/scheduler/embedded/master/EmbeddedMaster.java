package io.jobdeck.scheduler.embedded.master;

import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.jobdeck.scheduler.embedded.cluster.AgentGateway;
import io.jobdeck.scheduler.embedded.cluster.MasterGateway;
import io.jobdeck.scheduler.embedded.cluster.MesosVersion;
import io.jobdeck.scheduler.embedded.http.HttpAnswer;
import io.jobdeck.scheduler.embedded.http.HttpHandler;
import io.jobdeck.scheduler.embedded.http.HttpServer;
import io.jobdeck.scheduler.embedded.http.PortUnavailableException;
import io.jobdeck.scheduler.embedded.http.Routes;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.mesos.v1.Protos.Address;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.AgentInfo;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.MasterInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;

/**
 * A Mesos-compatible master for agents in this process. It answers the v1 scheduler API on loopback with the calls,
 * events, headers and errors of Apache Mesos 1.11. One thread owns its state; all methods may be called from any thread.
 */
public final class EmbeddedMaster implements MasterGateway, AutoCloseable {

    /** The Mesos version whose behaviour it shows, and which it names to schedulers. */
    public static final String MESOS_VERSION = MesosVersion.SHOWN;

    private static final int LOOPBACK_LITTLE_ENDIAN = 0x0100007f;
    private static final int QUOTA_V2 = 3;

    private final MasterLoop loop = new MasterLoop("embedded-master");
    private final ClusterState state = new ClusterState(UUID.randomUUID().toString());
    private final Allocator allocator;
    private final Agents agents;
    private final HttpServer server;

    private EmbeddedMaster(int port, AgentRegistry registry, MasterOptions options, LongSupplier nanos)
            throws PortUnavailableException {
        DeferredHandler handler = new DeferredHandler();
        server = startServer(port, handler);
        MasterInfo info = masterInfo();
        allocator = new Allocator(state, nanos);
        Frameworks frameworks = new Frameworks(state, allocator, loop, options, info);
        agents = new Agents(state, allocator, frameworks, registry);
        SchedulerCalls calls = new SchedulerCalls(state, allocator, frameworks);
        StateReport report = new StateReport(state, info);
        handler.set(routes(new SchedulerEndpoint(loop, frameworks, calls), report, new SummaryReport(state, report, info), info));
        loop.run(() -> state.awaitedAgents().addAll(registry.agents()));
        loop.every(options.allocationInterval(), allocator::allocate);
        loop.after(options.agentReturn(), agents::stopAwaiting);
    }

    /**
     * Starts a master with an id of its own.
     *
     * @param port port on 127.0.0.1, or 0 for any free one
     * @param registry the agents that an earlier master had, which are expected to come back
     * @throws PortUnavailableException if the port cannot be listened on
     */
    public static EmbeddedMaster start(int port, AgentRegistry registry, MasterOptions options)
            throws PortUnavailableException {
        return start(port, registry, options, System::nanoTime);
    }

    /** @param nanos the clock, in nanoseconds, that refused offers are offered again by */
    static EmbeddedMaster start(int port, AgentRegistry registry, MasterOptions options, LongSupplier nanos)
            throws PortUnavailableException {
        return new EmbeddedMaster(port, registry, options, nanos);
    }

    /** Offers what is free now, without waiting for the next interval, and returns when that is done. */
    void allocate() {
        loop.call(() -> {
            allocator.allocate();
            return null;
        });
    }

    private HttpServer startServer(int port, HttpHandler handler) throws PortUnavailableException {
        try {
            return HttpServer.start("embedded master", port, handler);
        } catch (PortUnavailableException e) {
            loop.close();
            throw e;
        }
    }

    /** Returns {@code 127.0.0.1:PORT}, where schedulers find it. */
    public String address() {
        return server.address();
    }

    /** Returns the port it listens on. */
    public int port() {
        return server.port();
    }

    /**
     * Says that all agents there are have registered. Tasks of agents that have not come back count as unknown from now
     * on, instead of after {@link MasterOptions#agentReturn()}.
     */
    public void allAgentsAreHere() {
        loop.run(agents::stopAwaiting);
    }

    @Override
    public AgentID register(AgentInfo info, List<RecoveredExecutor> executors, AgentGateway agent) {
        return loop.call(() -> agents.register(info, executors, agent));
    }

    @Override
    public void unregister(AgentID agent) {
        loop.run(() -> agents.unregister(agent));
    }

    @Override
    public void statusUpdate(AgentID agent, FrameworkID framework, TaskStatus status, TaskState latest) {
        loop.run(() -> agents.statusUpdate(agent, framework, status, latest));
    }

    @Override
    public void executorTerminated(AgentID agent, FrameworkID framework, ExecutorID executor, int status) {
        loop.run(() -> agents.executorTerminated(agent, framework, executor, status));
    }

    @Override
    public void messageFromExecutor(AgentID agent, FrameworkID framework, ExecutorID executor, ByteString data) {
        loop.run(() -> agents.message(agent, framework, executor, data));
    }

    /**
     * Breaks all streams, as a master does that is stopped. Agents are not told, and no framework is taken for gone, since
     * what runs is meant for the next master.
     */
    @Override
    public void close() {
        loop.close();
        server.close();
    }

    private Routes routes(HttpHandler scheduler, StateReport report, SummaryReport summary, MasterInfo info) {
        Routes routes = new Routes();
        for (String prefix : List.of("", "/master")) {
            routes.on("POST", prefix + "/api/v1/scheduler", scheduler)
                    .on("GET", prefix + "/state", json(report::state))
                    .on("GET", prefix + "/state-summary", json(summary::summary))
                    .on("GET", prefix + "/frameworks", json(report::frameworks))
                    .on("GET", prefix + "/slaves", json(report::slaves))
                    .on("GET", prefix + "/redirect", (request, exchange) -> exchange.answer(HttpAnswer.empty(307)
                            .with("Location", "//" + info.getHostname() + ":" + info.getPort())))
                    .on("GET", prefix + "/health", (request, exchange) -> exchange.answer(HttpAnswer.empty(200)));
        }
        return routes
                .on("GET", "/registrar(1)/registry", json(summary::registry))
                .on("GET", "/version", (request, exchange) -> exchange.answer(HttpAnswer.json(200, version())))
                .under("/api/v1", new OperatorEndpoint())
                .under("/master/api/v1", new OperatorEndpoint());
    }

    private HttpHandler json(Supplier<JsonObject> report) {
        return (request, exchange) ->
                loop.run(() -> exchange.answer(HttpAnswer.json(200, report.get().toString())));
    }

    private static String version() {
        JsonObject version = new JsonObject();
        version.addProperty("build_user", "jobdeck");
        version.addProperty("version", MESOS_VERSION);
        return version.toString();
    }

    private MasterInfo masterInfo() {
        return MasterInfo.newBuilder()
                .setId(state.masterId())
                .setIp(LOOPBACK_LITTLE_ENDIAN)
                .setPort(server.port())
                .setPid("master@127.0.0.1:" + server.port())
                .setHostname("localhost")
                .setVersion(MESOS_VERSION)
                .setAddress(Address.newBuilder()
                        .setHostname("localhost").setIp("127.0.0.1").setPort(server.port()))
                .addCapabilities(capability(MasterInfo.Capability.Type.AGENT_UPDATE))
                .addCapabilities(capability(MasterInfo.Capability.Type.AGENT_DRAINING))
                .addCapabilities(unnamedCapability())
                .build();
    }

    private static MasterInfo.Capability capability(MasterInfo.Capability.Type type) {
        return MasterInfo.Capability.newBuilder().setType(type).build();
    }

    /** A Mesos 1.11 master has a third capability, which the v1 enum has no name for. */
    private static MasterInfo.Capability unnamedCapability() {
        return MasterInfo.Capability.newBuilder()
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(MasterInfo.Capability.TYPE_FIELD_NUMBER,
                                UnknownFieldSet.Field.newBuilder().addVarint(QUOTA_V2).build())
                        .build())
                .build();
    }
}
