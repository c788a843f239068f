package io.jobdeck.sample;

import io.jobdeck.executor.JobdeckExecutor;
import java.nio.file.Path;

/**
 * The app's executor. A Mesos agent starts it; jobs of this app then run inside this process.
 *
 * <p>{@link SalesReport} needs no word here: it is found by its class name.
 */
public final class SampleApp {

    private SampleApp() {
    }

    public static void main(String[] args) {
        int exitCode = JobdeckExecutor.create()
                .register(PriceWatcher.class.getName(), () -> new PriceWatcher(Path.of("data/prices.csv")))
                .run();
        System.exit(exitCode);
    }
}
