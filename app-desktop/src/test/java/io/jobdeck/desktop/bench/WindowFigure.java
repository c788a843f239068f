package io.jobdeck.desktop.bench;

import io.jobdeck.scheduler.bench.BusyCluster;
import io.jobdeck.scheduler.bench.Figure;
import io.jobdeck.scheduler.bench.Row;
import io.jobdeck.scheduler.bench.Wait;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * The window over 10 000 jobs and 100 000 tasks, first calm, then while a thousand jobs fire every five seconds, with a
 * person who looks, scrolls, filters and sorts. Frames are counted on the interface thread; the cluster works in a process
 * beside this one, on the same processors.
 */
final class WindowFigure implements Figure {

    private static final Duration FIRST_ROWS = Duration.ofSeconds(2);
    private static final Duration FRAME = Duration.ofMillis(20);
    private static final String FRAME_AIM = "99 of 100 <= 20 ms";
    private static final Duration LOOK = Duration.ofSeconds(15);
    private static final Duration SETTLE = Duration.ofSeconds(3);
    private static final Duration STEP = Duration.ofMillis(250);
    private static final int ROWS_PER_STEP = 15;
    private static final String[] TYPED = {"f", "fi", "fir", "firi", "firing", "firing9", "firing99", "firing", ""};
    private static final double MIB = 1024.0 * 1024;

    @Override
    public String name() {
        return "window";
    }

    @Override
    public List<Row> measure() throws Exception {
        List<Row> rows = new ArrayList<>();
        Path data = Files.createTempDirectory("jobdeck-bench-console");
        data.toFile().deleteOnExit();
        try (BusyCluster cluster = BusyCluster.start()) {
            DrivenWindow window = DrivenWindow.open("--zk_servers=" + cluster.zookeeper(),
                    "--zk_namespace=" + cluster.namespace(), "--data-dir=" + data);
            long first = window.awaitRows("jobs");
            rows.add(Row.of("first rows, 10 000 jobs, 100 000 tasks", "<= 2 s",
                    String.format(Locale.ROOT, "%.0f ms after the window is open", first / 1e6),
                    first <= FIRST_ROWS.toNanos(), "plain client: 7.6 s for 100 000 nodes"));
            Wait.until("all jobs are shown", Duration.ofMinutes(1), () -> window.rows() >= 9000);
            rows.add(frames(window, "frames, jobs, calm", step -> { }));
            cluster.becomeBusy();
            rows.add(frames(window, "frames, jobs, 5 000 changes in bursts", step -> { }));
            rows.add(frames(window, "frames, jobs, bursts, scrolling", step -> window.scroll(step * ROWS_PER_STEP)));
            rows.add(frames(window, "frames, jobs, bursts, typing a filter",
                    step -> window.filter(TYPED[step % TYPED.length])));
            window.filter("");
            rows.add(frames(window, "frames, jobs, bursts, sorting", step -> window.orderBy(step / 8 % 5)));
            window.show("tasks");
            rows.add(frames(window, "frames, 100 000 tasks, bursts", step -> { }));
            rows.add(frames(window, "frames, 100 000 tasks, bursts, scrolling",
                    step -> window.scroll(step * ROWS_PER_STEP)));
            window.show("overview");
            rows.add(frames(window, "frames, overview, bursts", step -> { }));
            rows.add(heap());
        }
        return rows;
    }

    private static Row frames(DrivenWindow window, String figure, IntConsumer person) throws InterruptedException {
        Wait.pause(SETTLE);
        window.frames();
        long end = System.nanoTime() + LOOK.toNanos();
        for (int step = 0; System.nanoTime() < end; step++) {
            person.accept(step);
            Wait.pause(STEP);
        }
        Frames frames = window.frames();
        return Row.of(figure, FRAME_AIM, frames.toString(), frames.mostlyWithin(FRAME), "60 frames a second: 16.7 ms");
    }

    private static Row heap() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            System.gc();
            TimeUnit.SECONDS.sleep(1);
            least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return Row.of("its heap in use after a collection", "< 1 GB", String.format(Locale.ROOT, "%.0f MB of at most %.0f MB",
                least / MIB, Runtime.getRuntime().maxMemory() / MIB), least < 1024 * MIB, "");
    }
}
