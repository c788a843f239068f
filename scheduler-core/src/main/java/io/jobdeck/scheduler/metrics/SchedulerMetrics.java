package io.jobdeck.scheduler.metrics;

import io.jobdeck.scheduler.mesos.MesosConnector;
import io.jobdeck.scheduler.mesos.ObservedConnector;
import io.jobdeck.scheduler.registry.Epoch;
import io.jobdeck.scheduler.scheduling.Census;
import io.jobdeck.scheduler.scheduling.Instruments;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * All that is measured of one scheduler. Counters and timers are written where the work is done, without locks; what the
 * scheduler holds is looked up when somebody asks. Safe on any thread.
 */
public final class SchedulerMetrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
    private final LoopInstruments instruments = new LoopInstruments(registry);
    private final MesosMeters mesos = new MesosMeters(registry);
    private final EpochMeters epoch = new EpochMeters(registry);
    private volatile Census census = Census.EMPTY;

    public SchedulerMetrics() {
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        garbageCollection.bindTo(registry);
        queue("ready", Census::readyJobs);
        queue("running", Census::running);
        queue("failover", Census::failover);
        queue("disabled", Census::disabled);
        ofCensus("jobdeck.ready.runs", "Runs in the ready queue; a job may have several", Census::readyRuns);
        ofCensus("jobdeck.offers.held", "Offers of Mesos held just now", Census::offers);
        Gauge.builder("jobdeck.offers.oldest.age", () -> seconds(census.oldestOffer())).baseUnit("seconds")
                .description("Age of the oldest offer held").register(registry);
    }

    private void queue(String name, ToDoubleFunction<Census> count) {
        Gauge.builder("jobdeck.queue.length", () -> count.applyAsDouble(census)).tag("queue", name)
                .description("Jobs (ready, disabled), tasks (running) or items (failover); 0 on a standby").register(registry);
    }

    private void ofCensus(String name, String description, ToDoubleFunction<Census> count) {
        Gauge.builder(name, () -> count.applyAsDouble(census)).description(description).register(registry);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** Shows what is asked for at the moment of each look; none of it may block. */
    public void observe(BooleanSupplier leads, BooleanSupplier registryInSync, Supplier<Duration> loopLag) {
        Gauge.builder("jobdeck.leader", () -> leads.getAsBoolean() ? 1 : 0)
                .description("1 on the scheduler that leads, 0 on a standby").register(registry);
        Gauge.builder("jobdeck.zookeeper.connected", () -> registryInSync.getAsBoolean() ? 1 : 0)
                .description("1 while the registry is in sync, 0 while ZooKeeper is out of reach").register(registry);
        Gauge.builder("jobdeck.loop.lag", () -> seconds(loopLag.get())).baseUnit("seconds")
                .description("How long the oldest event has been waiting for the scheduling loop").register(registry);
    }

    /** Returns what the scheduling loop writes to. */
    public Instruments instruments() {
        return instruments;
    }

    /** Returns the same connector, whose drivers' calls and events are counted. */
    public MesosConnector measured(MesosConnector connector) {
        return new ObservedConnector(connector, mesos);
    }

    /** Returns the same epoch, whose transactions are timed. */
    public Epoch measured(Epoch term) {
        return new MeasuredEpoch(term, epoch);
    }

    /** Returns whether Mesos takes calls from this scheduler just now. */
    public boolean subscribed() {
        return mesos.subscribed();
    }

    /**
     * A call over HTTP has been answered.
     *
     * @param method HTTP method
     * @param route path of the route with its parameters in braces; the same for all unknown paths
     * @param status HTTP status
     * @param took time until the answer
     */
    public void answered(String method, String route, int status, Duration took) {
        Timer.builder("jobdeck.http.requests").description("Calls over HTTP and how long they took")
                .tags("method", method, "route", route, "status", Integer.toString(status)).register(registry).record(took);
    }

    /**
     * Returns all of it.
     *
     * @param now what the scheduler holds
     * @param contentType one that {@code Accept} names, for the form; the plain one is {@code text/plain}
     */
    public String scrape(Census now, String contentType) {
        census = now;
        return registry.scrape(contentType);
    }

    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }
}
