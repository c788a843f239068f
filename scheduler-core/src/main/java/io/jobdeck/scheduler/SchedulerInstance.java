package io.jobdeck.scheduler;

import io.jobdeck.scheduler.insight.ClusterInsight;
import io.jobdeck.scheduler.mesos.DriverSettings;
import io.jobdeck.scheduler.mesos.HttpMesosConnector;
import io.jobdeck.scheduler.mesos.insight.MesosInsight;
import io.jobdeck.scheduler.metrics.SchedulerMetrics;
import io.jobdeck.scheduler.model.LeaderInfo;
import io.jobdeck.scheduler.operations.AuditTrail;
import io.jobdeck.scheduler.operations.RegistryOperations;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.CuratorRegistry;
import io.jobdeck.scheduler.registry.LeaderAddress;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.RegistryUnavailableException;
import io.jobdeck.scheduler.rest.Leadership;
import io.jobdeck.scheduler.rest.Monitoring;
import io.jobdeck.scheduler.rest.RestServer;
import io.jobdeck.scheduler.rest.RestStartException;
import io.jobdeck.scheduler.rest.RestUrls;
import io.jobdeck.scheduler.scheduling.SchedulingOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One scheduler, put together: its session with the registry, the live tree, the operations, the REST server and the
 * candidate for the lead. Many of them may work on one tree, and one leads.
 */
public final class SchedulerInstance implements AutoCloseable {

    private final Closing closing;
    private final LiveTree tree;
    private final SchedulerOperations operations;
    private final ClusterInsight insight;
    private final SchedulerService service;
    private final String address;

    private SchedulerInstance(Closing closing, LiveTree tree, SchedulerOperations operations, ClusterInsight insight,
            SchedulerService service, String address) {
        this.closing = closing;
        this.tree = tree;
        this.operations = operations;
        this.insight = insight;
        this.service = service;
        this.address = address;
    }

    /**
     * Starts a scheduler and returns when it serves; whether it leads is decided later.
     *
     * @throws StartFailure if ZooKeeper cannot be reached or the port cannot be had; nothing is left running
     */
    public static SchedulerInstance start(SchedulerOptions options) throws StartFailure {
        Closing closing = new Closing();
        try {
            return start(options, closing);
        } catch (RegistryUnavailableException | RestStartException e) {
            closing.close();
            throw new StartFailure(e.getMessage(), e);
        } catch (RuntimeException e) {
            closing.close();
            throw e;
        }
    }

    private static SchedulerInstance start(SchedulerOptions options, Closing closing) {
        Clock clock = Clock.systemDefaultZone();
        CuratorRegistry registry = closing.add(CuratorRegistry.connect(options.registry()));
        LiveTree tree = closing.add(registry.liveTree());
        AuditTrail audit = closing.add(AuditTrail.start(registry, clock, options.policy().auditEntries()));
        RegistryOperations operations = closing.add(
                new RegistryOperations(registry, tree, clock, options.policy().queueSize(), audit));
        LeaderAddress leader = closing.add(new LeaderAddress(tree));
        // The REST server needs to know who leads, and whoever leads is named by the REST server's address.
        AtomicReference<SchedulerService> service = new AtomicReference<>();
        SchedulerMetrics metrics = closing.add(new SchedulerMetrics());
        MesosInsight insight = closing.add(new MesosInsight(options.mesos(), DriverSettings.usual().credentials(), tree.nodes(), clock));
        RestServer rest = closing.add(RestServer.start(options.rest(), options.security(), operations, insight, tree,
                () -> leadership(service.get(), leader), monitoring(metrics, service), clock));
        String address = RestUrls.address(options.rest().name(), rest.port(), options.security().tls().isPresent());
        service.set(closing.add(new SchedulerService(registry, tree, scheduling(options, address, clock.getZone()),
                new HttpMesosConnector(options.mesos(), DriverSettings.usual()), address, metrics,
                () -> new LeaderInfo(address, clock.instant(), clock.getZone(), Version.current()))));
        RegistryWatch watch = closing.add(new RegistryWatch(tree));
        metrics.observe(service.get()::leads, watch::inSync, () -> service.get().loopLag().orElse(Duration.ZERO));
        service.get().start();
        return new SchedulerInstance(closing, tree, operations, insight, service.get(), address);
    }

    private static Monitoring monitoring(SchedulerMetrics metrics, AtomicReference<SchedulerService> service) {
        return new SchedulerMonitoring(metrics,
                () -> Optional.ofNullable(service.get()).flatMap(SchedulerService::loopLag),
                () -> Optional.ofNullable(service.get()).flatMap(SchedulerService::census));
    }

    private static Leadership leadership(SchedulerService service, LeaderAddress leader) {
        if (service == null) {
            return Leadership.none();
        }
        if (service.leads()) {
            return Leadership.own();
        }
        return leader.current().filter(address -> !address.equals(service.address()))
                .map(Leadership::of).orElse(Leadership.none());
    }

    private static SchedulingOptions scheduling(SchedulerOptions options, String address, ZoneId zone) {
        return new SchedulingOptions(options.rest().name(), RestUrls.of(address), options.user(), options.role(), zone,
                options.reconcileInterval(), options.policy());
    }

    /** Returns the registry as it is now. */
    public LiveTree tree() {
        return tree;
    }

    /** Returns the operations, done by this process itself. */
    public SchedulerOperations operations() {
        return operations;
    }

    /** Returns what the cluster tells of its agents and of tasks' files, asked for by this process itself. */
    public ClusterInsight insight() {
        return insight;
    }

    /** Returns the address of the REST server, as it stands in the registry. */
    public String address() {
        return address;
    }

    /** Tells whether this scheduler leads. */
    public boolean leads() {
        return service.leads();
    }

    /** Launches nothing any more, while updates are still dealt with. */
    public void stopLaunching() {
        service.stopLaunching();
    }

    /** Hands over the lead and stops; tasks go on. Returns when everything has stopped. */
    @Override
    public void close() {
        closing.close();
    }
}
