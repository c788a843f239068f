package io.jobdeck.scheduler.bench;

import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** From the second at which one cron fires to the last of the ready entries of its 10 000 jobs; nothing fits the agent. */
final class OneCronFigure implements Figure {

    private static final int JOBS = 10_000;
    private static final int ROUNDS = 3;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "onecron";
    }

    @Override
    public List<Row> measure() throws Exception {
        Samples samples = new Samples();
        for (int round = 0; round < ROUNDS; round++) {
            samples.add(round());
        }
        long median = samples.percentile(0.5);
        return List.of(Row.of("10 000 jobs on one cron: queued after its firing (%d)".formatted(ROUNDS), "<= 1 s",
                "%s, worst %s".formatted(Samples.millis(median), Samples.millis(samples.percentile(1))),
                median <= TimeUnit.SECONDS.toNanos(1), "2.1.5: 2 requests and more per job, one after the other"));
    }

    private static long round() throws Exception {
        try (Cluster cluster = Cluster.start(1, 1, 10); BenchScheduler scheduler = BenchScheduler.start(cluster)) {
            AtomicInteger queued = new AtomicInteger();
            AtomicLong last = new AtomicLong();
            scheduler.tree().listen(event -> {
                if (event instanceof TreeEvent.Put put && put.node().path().startsWith(RegistryPaths.READY + "/")) {
                    last.set(System.nanoTime());
                    queued.incrementAndGet();
                }
            });
            Estate estate = new Estate(scheduler.registry());
            estate.createApp();
            Instant fires = Estate.in(20);
            long due = Wait.nanosOf(fires);
            estate.createJobs("job", JOBS, 2, number -> Estate.once(fires), "");
            Wait.until("queued", LIMIT, () -> queued.get() >= JOBS);
            return last.get() - due;
        }
    }
}
