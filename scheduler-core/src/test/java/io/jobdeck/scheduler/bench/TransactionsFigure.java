package io.jobdeck.scheduler.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What ZooKeeper is asked from just before a cron fires until the last ACCEPT is sent: its own counts, so nothing is
 * missed. Tasks take 5 s to start, so that no status update falls into that time. Each job has run once before, so the
 * executors are there.
 */
final class TransactionsFigure implements Figure {

    private static final int AGENTS = 100;
    private static final int CPUS = 128;
    private static final long START_MILLIS = 5000;
    private static final int MOST_TRANSACTIONS = 2;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "transactions";
    }

    @Override
    public List<Row> measure() throws Exception {
        List<Row> rows = new ArrayList<>();
        for (int items : List.of(1, 100, 10_000)) {
            rows.addAll(measure(items));
        }
        return rows;
    }

    private static List<Row> measure(int items) throws Exception {
        try (Cluster cluster = Cluster.start(AGENTS, CPUS, START_MILLIS);
                BenchScheduler scheduler = BenchScheduler.start(cluster)) {
            Estate estate = new Estate(scheduler.registry());
            estate.createApp();
            estate.createJobs("warm", 1, items, number -> Estate.once(Estate.in(4)), "simulate=1ms");
            awaitEnd(scheduler, items);
            Instant fires = Estate.in(5);
            estate.createJobs("job", 1, items, number -> Estate.once(fires), "simulate=1ms");
            scheduler.wire().reset();
            Wait.until("a moment before the firing", LIMIT, () -> Instant.now().isAfter(fires.minusMillis(300)));
            Cluster.Work before = cluster.zooKeeperWork();
            Wait.until("launched", LIMIT, () -> scheduler.wire().launched() >= items);
            Cluster.Work launch = cluster.zooKeeperWork().since(before);
            awaitEnd(scheduler, items);
            Cluster.Work run = cluster.zooKeeperWork().since(before);
            long reads = launch.requests() - launch.writes();
            return List.of(
                    Row.of("ZooKeeper per launched job of %,d items".formatted(items), "<= 2 writes, 0 reads",
                            "%d writes, %d other".formatted(launch.writes(), reads),
                            launch.writes() <= MOST_TRANSACTIONS && reads <= 1,
                            items == 1 ? "2.1.5: 3 requests per task and more (14.4); one ping may be among the others"
                                    : items == 100 ? "2.1.5: 6 455 requests for 100 tasks" : "2.1.5: n²/2"),
                    Row.info("its whole run, to the record of its end", "%d writes, %d other".formatted(run.writes(),
                            run.requests() - run.writes()), ""));
        }
    }

    private static void awaitEnd(BenchScheduler scheduler, int items) throws InterruptedException {
        Wait.until("all have ended", LIMIT, () -> scheduler.wire().finished() >= items);
        Wait.pause(Duration.ofSeconds(1));
    }
}
