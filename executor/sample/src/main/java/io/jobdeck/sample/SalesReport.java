package io.jobdeck.sample;

import io.jobdeck.executor.job.ShardingContext;
import io.jobdeck.executor.job.SimpleJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sums up the orders of one region per sharding item; the item's parameter is the region. Reads
 * {@code data/orders-REGION.csv} and writes {@code results/sales-REGION-TIME.txt}, both in the sandbox. The newest reports
 * stay.
 */
public final class SalesReport implements SimpleJob {

    private static final Logger LOG = LoggerFactory.getLogger(SalesReport.class);
    private static final DateTimeFormatter FILE_TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");
    private static final int ORDERS_PER_BATCH = 10;
    private static final int REPORTS_KEPT = 50;

    /** A real order system takes its time to answer, too. */
    private static final Duration TIME_PER_BATCH = Duration.ofMillis(100);

    private final Path directory;

    public SalesReport() {
        this(Path.of(""));
    }

    SalesReport(Path directory) {
        this.directory = directory;
    }

    @Override
    public void execute(ShardingContext context) throws IOException, InterruptedException {
        String region = region(context);
        List<Order> orders = Order.readAll(directory.resolve("data/orders-" + region + ".csv"));
        SalesSummary summary = new SalesSummary(region);
        for (int start = 0; start < orders.size(); start += ORDERS_PER_BATCH) {
            if (context.cancellation().await(TIME_PER_BATCH)) {
                LOG.info("Told to stop after {} of {} orders of {}", start, orders.size(), region);
                return;
            }
            orders.subList(start, Math.min(start + ORDERS_PER_BATCH, orders.size())).forEach(summary::add);
        }
        LOG.info("{} orders of {} summed up in {}", orders.size(), region, write(region, summary));
        removeOldReports(region);
    }

    private static String region(ShardingContext context) {
        if (context.shardingParameter().isEmpty()) {
            throw new IllegalArgumentException("item %d of %s has no region; set sharding item parameters like 0=north,1=south"
                    .formatted(context.shardingItem(), context.jobName()));
        }
        return context.shardingParameter();
    }

    private Path write(String region, SalesSummary summary) throws IOException {
        Path results = Files.createDirectories(directory.resolve("results"));
        Path report = results.resolve("sales-%s-%s.txt".formatted(region, FILE_TIME.format(LocalDateTime.now())));
        return Files.writeString(report, summary.toText());
    }

    /** The job runs every few seconds, perhaps for weeks. */
    private void removeOldReports(String region) throws IOException {
        try (Stream<Path> reports = Files.list(directory.resolve("results"))) {
            List<Path> newestFirst = reports
                    .filter(report -> report.getFileName().toString().startsWith("sales-" + region + "-"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path old : newestFirst.subList(Math.min(REPORTS_KEPT, newestFirst.size()), newestFirst.size())) {
                Files.deleteIfExists(old);
            }
        }
    }
}
