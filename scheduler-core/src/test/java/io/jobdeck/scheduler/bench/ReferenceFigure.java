package io.jobdeck.scheduler.bench;

import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.CuratorRegistry;
import io.jobdeck.scheduler.registry.RegistryOptions;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TransactionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** What ZooKeeper does on this machine, so that the other figures can be read as ratios. */
final class ReferenceFigure implements Figure {

    private static final int WARM_UP = 300;
    private static final int SAMPLES = 1000;
    private static final int NODES = 20_000;
    private static final int NODES_PER_TRANSACTION = 500;

    @Override
    public String name() {
        return "reference";
    }

    @Override
    public List<Row> measure() throws Exception {
        try (Cluster cluster = Cluster.start(1, 1, 10);
                CuratorRegistry registry = CuratorRegistry.connect(RegistryOptions.of(cluster.zookeeper(), "reference"))) {
            registry.commit(Transaction.of(new Change.Create("/one", "")));
            Samples samples = new Samples();
            for (int i = 0; i < WARM_UP + SAMPLES; i++) {
                long begin = System.nanoTime();
                registry.commit(Transaction.of(new Change.Set("/one", "value " + i)));
                if (i >= WARM_UP) {
                    samples.add(System.nanoTime() - begin);
                }
            }
            double perSecond = createMany(registry);
            return List.of(
                    Row.info("ZooKeeper here: one write, on disk (%d)".formatted(SAMPLES), samples.summary(), ""),
                    Row.info("ZooKeeper here: %d nodes of 200 B, %d a write".formatted(NODES, NODES_PER_TRANSACTION),
                            String.format(Locale.ROOT, "%,.0f nodes/s", perSecond), ""));
        }
    }

    private static double createMany(CuratorRegistry registry) {
        registry.commit(Transaction.of(new Change.Create("/many", "")));
        String text = "x".repeat(200);
        long begin = System.nanoTime();
        List<CompletableFuture<TransactionResult>> results = new ArrayList<>();
        for (int from = 0; from < NODES; from += NODES_PER_TRANSACTION) {
            List<Change> changes = new ArrayList<>();
            for (int number = from; number < from + NODES_PER_TRANSACTION; number++) {
                changes.add(new Change.Create("/many/" + number, text));
            }
            results.add(registry.submit(new Transaction(changes)));
        }
        results.forEach(CompletableFuture::join);
        return NODES / ((System.nanoTime() - begin) / 1e9);
    }
}
