package io.jobdeck.sample;

import io.jobdeck.executor.job.ShardingContext;
import io.jobdeck.executor.job.SimpleJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the prices of a few products and speaks up when one has moved a lot. Meant as a daemon: one object lives as long
 * as the daemon does, so what it saw at the last firing is still in its fields at the next.
 *
 * <p>The job parameter is the move, in percent, that is worth a word; 3 if there is none.
 */
public final class PriceWatcher implements SimpleJob {

    private static final Logger LOG = LoggerFactory.getLogger(PriceWatcher.class);
    private static final double USUAL_MOVE_PERCENT = 2;
    private static final double PERCENT = 100;

    private final Path file;
    private final Random market = new Random();
    private final Map<String, Double> lastPrices = new TreeMap<>();

    /** @param file the first prices: a heading, and one {@code product,price} per line */
    public PriceWatcher(Path file) {
        this.file = file;
    }

    @Override
    public void execute(ShardingContext context) throws IOException {
        double noteworthy = context.jobParameter().isEmpty() ? 3 : Double.parseDouble(context.jobParameter());
        if (lastPrices.isEmpty()) {
            readFirstPrices();
        }
        lastPrices.replaceAll((product, last) -> compare(product, last, quote(last), noteworthy));
        LOG.info("Prices now: {}", lastPrices);
    }

    private void readFirstPrices() throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            lastPrices.put(fields[0], Double.valueOf(fields[1]));
        }
    }

    /** Stands for a question to a market place. */
    private double quote(double last) {
        double moved = last * (1 + market.nextGaussian() * USUAL_MOVE_PERCENT / PERCENT);
        return Math.round(moved * PERCENT) / PERCENT;
    }

    private static double compare(String product, double last, double now, double noteworthy) {
        double percent = (now - last) / last * PERCENT;
        if (Math.abs(percent) >= noteworthy) {
            LOG.warn("{} moved by {} %: from {} to {}", product, Math.round(percent * 10) / 10.0, last, now);
        }
        return now;
    }
}
