package io.jobdeck.scheduler;

import io.jobdeck.scheduler.metrics.SchedulerMetrics;
import io.jobdeck.scheduler.rest.Monitoring;
import io.jobdeck.scheduler.scheduling.Census;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows on REST what is measured of a scheduler. */
final class SchedulerMonitoring implements Monitoring {

    private static final Logger LOG = LoggerFactory.getLogger(SchedulerMonitoring.class);
    /** A loop that takes longer to count than this shows by its lag, and the other metrics must not wait for it. */
    private static final Duration CENSUS_LIMIT = Duration.ofSeconds(1);

    private final SchedulerMetrics metrics;
    private final Supplier<Optional<Duration>> loopLag;
    private final Supplier<Optional<CompletableFuture<Census>>> census;

    /**
     * @param loopLag of the scheduling loop; empty on a standby
     * @param census asks the loop to count what it holds; empty on a standby
     */
    SchedulerMonitoring(SchedulerMetrics metrics, Supplier<Optional<Duration>> loopLag,
            Supplier<Optional<CompletableFuture<Census>>> census) {
        this.metrics = metrics;
        this.loopLag = loopLag;
        this.census = census;
    }

    @Override
    public Optional<LoopState> loop() {
        return loopLag.get().map(lag -> new LoopState(lag, metrics.subscribed()));
    }

    @Override
    public String metrics(String contentType) {
        return metrics.scrape(census.get().map(SchedulerMonitoring::await).orElse(Census.EMPTY), contentType);
    }

    private static Census await(CompletableFuture<Census> answer) {
        try {
            return answer.get(CENSUS_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Census.EMPTY;
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("the scheduling loop did not count what it holds in time");
            return Census.EMPTY;
        }
    }

    @Override
    public void answered(String method, String route, int status, Duration took) {
        metrics.answered(method, route, status, took);
    }
}
