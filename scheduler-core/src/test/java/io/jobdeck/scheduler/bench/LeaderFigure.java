package io.jobdeck.scheduler.bench;

import com.sun.management.OperatingSystemMXBean;
import io.jobdeck.scheduler.operations.RegistryView;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.Transaction;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A leader with 10 000 jobs of 10 running tasks each. They are launched by one scheduler; then another one in the same
 * process takes the lead while a job waits in the ready queue: the time is from its election to its first ACCEPT. Memory
 * and idleness are those of this process, which has nothing but that scheduler in it.
 */
final class LeaderFigure implements Figure {

    private static final int AGENTS = 1000;
    private static final int CPUS = 128;
    private static final int JOBS = 10_000;
    private static final int ITEMS = 10;
    private static final int BATCHES = 20;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final double QUIET_SHARE = 0.02;
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final double MIB = 1024.0 * 1024;

    @Override
    public String name() {
        return "leader";
    }

    @Override
    public List<Row> measure() throws Exception {
        List<Row> rows = new ArrayList<>();
        try (Cluster cluster = Cluster.start(AGENTS, CPUS, 10)) {
            try (BenchScheduler first = BenchScheduler.start(cluster)) {
                runEverything(first);
            }
            long connecting = System.nanoTime();
            try (BenchScheduler next = BenchScheduler.connect(cluster)) {
                next.registry().commit(Transaction.of(new Change.Create(RegistryPaths.ready("probe0"), "1")));
                Wait.until("the tree is loaded", LIMIT, () -> next.tree().nodes().size() > JOBS);
                long loaded = System.nanoTime();
                int tasks = new RegistryView(next.tree().nodes()).runningTasks().size();
                if (tasks != JOBS * ITEMS) {
                    throw new IllegalStateException("%d tasks have a record, not %d".formatted(tasks, JOBS * ITEMS));
                }
                next.lead();
                Wait.until("the first launch", LIMIT, () -> next.wire().launched() > 0);
                long start = next.wire().firstAccept() - next.elected();
                rows.add(Row.of("leader start: 10 000 jobs, 100 000 tasks, to 1st ACCEPT", "<= 5 s",
                        Samples.millis(start), start <= TimeUnit.SECONDS.toNanos(5),
                        "2.1.5: 44 s from SIGTERM to the next run (14.1)"));
                rows.add(Row.info("before it, as a standby: connect and load the tree", Samples.millis(loaded - connecting),
                        "plain client: 7.6 s for 100 000 nodes"));
                Wait.until("the probe has ended", LIMIT, () -> next.wire().finished() > 0);
                rows.add(Row.info("until every update of a task is acknowledged",
                        Samples.millis(awaitQuiet() - next.elected()), ""));
                rows.add(heap());
                rows.addAll(idle(cluster));
            }
        }
        return rows;
    }

    /** Returns {@link System#nanoTime()} when updates and their acknowledgements are through, which keep it busy till then. */
    private static long awaitQuiet() throws InterruptedException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long end = System.nanoTime() + LIMIT.toNanos();
        long began = System.nanoTime();
        long spent = QUIET.toNanos();
        while (spent > QUIET.toNanos() * QUIET_SHARE && began < end) {
            began = System.nanoTime();
            long cpu = system.getProcessCpuTime();
            Wait.pause(QUIET);
            spent = system.getProcessCpuTime() - cpu;
        }
        return began;
    }

    private static void runEverything(BenchScheduler scheduler) {
        Estate estate = new Estate(scheduler.registry());
        estate.createApp();
        estate.createJobs("probe", 1, 1, number -> Estate.NEVER, "simulate=1ms");
        long begin = System.nanoTime();
        for (int batch = 1; batch <= BATCHES; batch++) {
            Instant fires = Estate.in(4);
            estate.createJobs("job" + batch + "-", JOBS / BATCHES, ITEMS, number -> Estate.once(fires), "simulate=24h");
            int expected = JOBS / BATCHES * ITEMS * batch;
            Wait.until("batch " + batch + " is launched", LIMIT, () -> scheduler.wire().launched() >= expected);
        }
        System.err.printf(Locale.ROOT, "100 000 tasks were launched in %.0f s%n", (System.nanoTime() - begin) / 1e9);
    }

    private static Row heap() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            System.gc();
            Wait.pause(Duration.ofSeconds(1));
            least = Math.min(least, heapUsage().getUsed());
        }
        return Row.of("its heap in use after a collection", "< 512 MB",
                String.format(Locale.ROOT, "%.0f MB of at most %.0f MB", least / MIB, heapUsage().getMax() / MIB),
                least / MIB < 512, "");
    }

    private static MemoryUsage heapUsage() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    }

    private static List<Row> idle(Cluster cluster) throws InterruptedException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Cluster.Work before = cluster.zooKeeperWork();
        long cpu = system.getProcessCpuTime();
        long begin = System.nanoTime();
        Wait.pause(IDLE);
        double share = 100.0 * (system.getProcessCpuTime() - cpu) / (System.nanoTime() - begin);
        Cluster.Work work = cluster.zooKeeperWork().since(before);
        return List.of(
                Row.of("idle with them for a minute: ZooKeeper", "0 writes", "%d writes, %d other (pings)".formatted(
                        work.writes(), work.requests() - work.writes()), work.writes() == 0, ""),
                Row.of("idle with them for a minute: processor", "< 1 % of a core",
                        String.format(Locale.ROOT, "%.2f %%", share), share < 1,
                        "2.1.5: a pass every 10 s, with a master state download"));
    }
}
