package io.jobdeck.scheduler.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * From the return of {@code triggerJob} to the hand-over of ACCEPT to the driver, and the same from before the call. A
 * trigger that found no offer at hand, so that offers had to be asked for, is counted apart.
 */
final class LatencyFigure implements Figure {

    private static final int AGENTS = 100;
    private static final int CPUS = 16;
    private static final int JOBS = 400;
    private static final int WARM_UP = 1500;
    private static final int SAMPLES = 3000;
    private static final Duration PACE = Duration.ofMillis(20);
    private static final long LOOK_NANOS = 200_000;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long MOST_MEDIAN = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long MOST_P99 = TimeUnit.MILLISECONDS.toNanos(50);

    private final Samples accepted = new Samples();
    private final Samples called = new Samples();
    private final Samples withoutOffer = new Samples();

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public List<Row> measure() throws Exception {
        try (Cluster cluster = Cluster.start(AGENTS, CPUS, 10);
                BenchScheduler scheduler = BenchScheduler.start(cluster)) {
            Estate estate = new Estate(scheduler.registry());
            estate.createApp();
            estate.createJobs("job", JOBS, 1, number -> Estate.NEVER, "simulate=20ms");
            for (int i = 0; i < WARM_UP + SAMPLES; i++) {
                long next = System.nanoTime() + PACE.toNanos();
                trigger(scheduler, "job" + i % JOBS, i >= WARM_UP);
                TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
            }
        }
        boolean met = accepted.percentile(0.5) < MOST_MEDIAN && accepted.percentile(0.99) < MOST_P99;
        return List.of(
                Row.of("accepted trigger to ACCEPT, offer at hand (%d)".formatted(accepted.count()),
                        "p50 < 10 ms, p99 < 50 ms", accepted.summary(), met, "2.1.5: 5 s on average (14.5)"),
                Row.info("the same from the call of the trigger", called.summary(), "2.1.5: p50 6.3 s, p95 9.5 s to start"),
                Row.info("no offer at hand, asked for first (%d)".formatted(withoutOffer.count()),
                        withoutOffer.count() == 0 ? "-" : withoutOffer.summary(), ""));
    }

    private void trigger(BenchScheduler scheduler, String job, boolean measured) {
        Wire wire = scheduler.wire();
        wire.takeAcceptOf(job);
        int revives = wire.revives();
        long call = System.nanoTime();
        scheduler.operations().triggerJob(job, Estate.CALLER);
        long answered = System.nanoTime();
        long[] accept = new long[1];
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (accept[0] == 0) {
            Long seen = wire.takeAcceptOf(job);
            accept[0] = seen == null ? 0 : seen;
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("job " + job + " was not launched within " + LIMIT.toSeconds() + " s");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        if (measured && wire.revives() == revives) {
            accepted.add(Math.max(0, accept[0] - answered));
            called.add(accept[0] - call);
        } else if (measured) {
            withoutOffer.add(Math.max(0, accept[0] - answered));
        }
    }
}
