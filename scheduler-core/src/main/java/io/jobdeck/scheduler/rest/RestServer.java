package io.jobdeck.scheduler.rest;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.jobdeck.scheduler.insight.ClusterInsight;
import io.jobdeck.scheduler.operations.AppValidator;
import io.jobdeck.scheduler.operations.ConfigReader;
import io.jobdeck.scheduler.operations.JobValidator;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.RegistryView;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.rest.events.EventLog;
import io.jobdeck.scheduler.rest.events.EventStreams;
import io.jobdeck.scheduler.rest.http.AccessControl;
import io.jobdeck.scheduler.rest.http.Answers;
import io.jobdeck.scheduler.rest.http.HttpProblemException;
import io.jobdeck.scheduler.rest.http.RouteAccess;
import io.jobdeck.scheduler.rest.v1.AppRoutes;
import io.jobdeck.scheduler.rest.v1.HistoryRoutes;
import io.jobdeck.scheduler.rest.v1.JobRoutes;
import io.jobdeck.scheduler.rest.v1.OperateRoutes;
import io.jobdeck.scheduler.rest.v2.V2Routes;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The operations and the state of the registry over HTTP: the calls of 2.1.5 (spec section 11) with true status codes, those
 * below {@code /api/v2} with their events, health and metrics. Every route says who may call it ({@link RouteAccess}).
 */
public final class RestServer implements AutoCloseable {

    private static final int MOST_THREADS = 32;
    private static final int FEWEST_THREADS = 4;
    private static final long LARGEST_BODY = 1_000_000;
    /** Each is a few names; a cluster under load makes some hundred a second. */
    private static final int EVENTS_HELD = 16_384;

    private final LiveTree tree;
    private final TreeWatch watch = new TreeWatch();
    private final Supplier<Leadership> leadership;
    private final EventLog log;
    private final EventStreams events;
    private final Javalin javalin;

    private RestServer(RestAddress address, RestSecurity security, SchedulerOperations operations, ClusterInsight insight,
            LiveTree tree, Supplier<Leadership> leadership, Monitoring monitoring, Clock clock) {
        this.tree = tree;
        this.leadership = leadership;
        this.log = new EventLog(EVENTS_HELD, UUID.randomUUID().toString().substring(0, 8));
        this.events = new EventStreams(log, () -> leadership.get().leads(), clock);
        this.javalin = Javalin.create(config -> {
            configure(config);
            security.tls().ifPresent(tls -> config.jetty.addConnector(
                    (server, http) -> TlsConnector.create(server, http, address, tls)));
            new MetricsRoute(monitoring, security.metricsOpen()).addTo(config.routes);
            addRoutes(config.routes, address, security, operations, insight, clock);
            new HealthRoutes(watch::trouble, leadership, monitoring).addTo(config.routes);
        });
        RouteCheck.demandAccess(javalin);
    }

    /**
     * Starts a server and returns when it takes calls.
     *
     * @param address where to listen
     * @param security whose calls it takes, and how it is reached
     * @param operations what the calls do
     * @param insight what the calls about agents and files show
     * @param tree where the lists come from; stays open when the server is closed
     * @param leadership tells at each call who leads; called on the server's threads, must not block
     * @param clock by which, in its zone, a cron must still fire
     * @throws RestStartException if it cannot listen there; the message is one line and says what to do
     */
    public static RestServer start(RestAddress address, RestSecurity security, SchedulerOperations operations,
            ClusterInsight insight, LiveTree tree, Supplier<Leadership> leadership, Clock clock) {
        return start(address, security, operations, insight, tree, leadership, Monitoring.NONE, clock);
    }

    /**
     * The same, showing how its scheduler is.
     *
     * @param monitoring tells how it is, and hears of calls
     * @throws RestStartException if it cannot listen there; the message is one line and says what to do
     */
    public static RestServer start(RestAddress address, RestSecurity security, SchedulerOperations operations,
            ClusterInsight insight, LiveTree tree, Supplier<Leadership> leadership, Monitoring monitoring, Clock clock) {
        PortProbe.check(address);
        RestServer server = new RestServer(address, security, operations, insight, tree, leadership, monitoring, clock);
        try {
            server.javalin.start(address.host(), address.port());
        } catch (JavalinBindException e) {
            server.javalin.stop();
            throw RestStartException.of(address, e);
        }
        tree.listen(server.watch);
        tree.listen(server.log);
        Exposure.report(address, security);
        return server;
    }

    /** Returns the port it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Stops taking calls, lets those under way end, and ends its threads. */
    @Override
    public void close() {
        tree.unlisten(watch);
        tree.unlisten(log);
        events.close();
        javalin.stop();
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = LARGEST_BODY;
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName("rest");
        config.jetty.threadPool = threads;
        config.jetty.modifyServer(server -> server.setErrorHandler(new JettyRefusals()));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    }

    private void addRoutes(RoutesConfig routes, RestAddress address, RestSecurity security, SchedulerOperations operations,
            ClusterInsight insight, Clock clock) {
        RequestGuard guard = new RequestGuard(new HashSet<>(List.of(address.host(), address.name())));
        Standby standby = new Standby(leadership);
        RegistryView view = new RegistryView(tree.nodes());
        ConfigReader reader = new ConfigReader(new AppValidator(), new JobValidator(clock));
        routes.before(guard::check);
        routes.beforeMatched(new AccessControl(security.authenticator())::check);
        routes.beforeMatched("/api/*", standby::check);
        routes.beforeMatched("/api/*", this::demandTree);
        new AppRoutes(operations, view, reader).addTo(routes);
        new JobRoutes(operations, view, reader).addTo(routes);
        new OperateRoutes(operations, insight).addTo(routes);
        new HistoryRoutes().addTo(routes);
        new V2Routes(operations, insight, tree.nodes(), reader, events).addTo(routes);
        routes.exception(OperationException.class, Answers::refused);
        routes.exception(HttpProblemException.class, Answers::problem);
        routes.exception(HttpResponseException.class, Answers::httpRefusal);
        routes.exception(Exception.class, Answers::failure);
    }

    private void demandTree(Context context) {
        Optional<String> trouble = watch.trouble().filter(any -> context.method() == HandlerType.GET);
        trouble.ifPresent(cause -> {
            throw new HttpProblemException(HttpStatus.SERVICE_UNAVAILABLE_503,
                    "The registry cannot be shown: %s. Try again in a moment.".formatted(cause));
        });
    }
}
