package io.jobdeck.scheduler.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Many items due at once: all jobs have one cron, and the time is from the second it fires to the last ACCEPT. Tasks start
 * 10 ms after their launch and run on, so that their updates come in between. A warm-up job has run on all agents before.
 */
final class ThroughputFigure implements Figure {

    private static final int AGENTS = 500;
    private static final int CPUS = 64;
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String NOT_IN_TIME = "not within " + LIMIT.toSeconds() + " s";
    private static final double LEAST_PER_SECOND = 2000;
    private static final double MOST_GROWTH = 1.5;

    private record Load(int jobs, int items) {

        int total() {
            return jobs * items;
        }
    }

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public List<Row> measure() throws Exception {
        List<Row> rows = new ArrayList<>();
        for (Load load : List.of(new Load(1, 10_000), new Load(100, 100), new Load(10_000, 1))) {
            OptionalLong nanos = nanosFor(load);
            double perSecond = nanos.isPresent() ? load.total() / (nanos.getAsLong() / 1e9) : 0;
            rows.add(Row.of("%,d x %,d items due at once".formatted(load.jobs(), load.items()), ">= 2 000 items/s",
                    nanos.isEmpty() ? NOT_IN_TIME : String.format(Locale.ROOT, "%,.0f items/s", perSecond),
                    perSecond >= LEAST_PER_SECOND, "2.1.5: 400 tasks in 36 s, 1 000 in 175 s (14.4)"));
        }
        rows.add(growth());
        return rows;
    }

    private static Row growth() throws Exception {
        List<String> texts = new ArrayList<>();
        double first = 0;
        double worst = 0;
        for (int items : List.of(1000, 5000, 10_000, 20_000)) {
            OptionalLong nanos = nanosFor(new Load(items / 10, 10));
            double micros = nanos.isPresent() ? nanos.getAsLong() / 1e3 / items : Double.POSITIVE_INFINITY;
            first = first == 0 ? micros : first;
            worst = Math.max(worst, micros);
            texts.add(nanos.isEmpty() ? NOT_IN_TIME : String.format(Locale.ROOT, "%,d: %.0f", items, micros));
        }
        return Row.of("time per item by items waiting (jobs of 10)", "does not grow",
                String.join("; ", texts) + " µs", worst <= first * MOST_GROWTH, "2.1.5: 44 ms at 50, 38 ms at 400 tasks");
    }

    /** Returns the time from the firing to the last ACCEPT; empty if that was not sent in time. */
    private static OptionalLong nanosFor(Load load) throws Exception {
        try (Cluster cluster = Cluster.start(AGENTS, CPUS, 10);
                BenchScheduler scheduler = BenchScheduler.start(cluster)) {
            Estate estate = new Estate(scheduler.registry());
            estate.createApp();
            warmUp(scheduler, estate);
            int ahead = 5 + load.jobs() / 500;
            Instant fires = Estate.in(ahead);
            estate.createJobs("job", load.jobs(), load.items(), number -> Estate.once(fires), "simulate=10m");
            scheduler.wire().reset();
            long due = Wait.nanosOf(fires);
            try {
                Wait.until("launched", LIMIT, () -> scheduler.wire().launched() >= load.total());
            } catch (ConditionTimeoutException e) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(scheduler.wire().lastAccept() - due);
        }
    }

    private static void warmUp(BenchScheduler scheduler, Estate estate) throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            scheduler.wire().reset();
            Instant fires = Estate.in(3);
            estate.createJobs("warm" + round + "-", 10, 100, number -> Estate.once(fires), "simulate=1ms");
            Wait.until("warm-up has ended", LIMIT, () -> scheduler.wire().finished() >= 1000);
        }
        Wait.pause(Duration.ofSeconds(2));
    }
}
