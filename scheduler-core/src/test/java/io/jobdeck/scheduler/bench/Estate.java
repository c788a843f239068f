package io.jobdeck.scheduler.bench;

import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.CuratorRegistry;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TransactionResult;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/** An app and jobs, stored many at once, since registering them one by one is not what is measured. */
final class Estate {

    static final Caller CALLER = new Caller("bench", "bench");
    private static final String APP = "app";
    static final String NEVER = "0 0 0 1 1 ? 2099";
    private static final int JOBS_PER_TRANSACTION = 500;
    private static final DateTimeFormatter ONCE = DateTimeFormatter.ofPattern("s m H d M '?' uuuu")
            .withZone(ZoneId.systemDefault());

    private final CuratorRegistry registry;

    Estate(CuratorRegistry registry) {
        this.registry = registry;
    }

    /** Stores the app that all jobs belong to; its executor takes a tenth of a cpu. */
    void createApp() {
        createApp(APP);
    }

    /** Stores another app of the same kind. */
    void createApp(String name) {
        commit(List.of(
                new Change.Create(RegistryPaths.configApp(name), """
                        {"appName":"%s","appURL":"http://localhost/app.tar.gz","bootstrapScript":"bin/start.sh",\
                        "cpuCount":0.1,"memoryMB":64,"appCacheEnable":true,"eventTraceSamplingCount":0}""".formatted(name)),
                new Change.Create(RegistryPaths.appInfo(name), "{\"executor\":\"JOBDECK\"}")));
    }

    /** Stores jobs {@code prefix0}, {@code prefix1} and so on, of one cpu per item. */
    void createJobs(String prefix, int count, int items, IntFunction<String> cron, String parameter) {
        createJobs(prefix, count, items, cron, parameter, number -> APP);
    }

    /** Stores jobs that belong to several apps. */
    void createJobs(String prefix, int count, int items, IntFunction<String> cron, String parameter,
            IntFunction<String> app) {
        List<CompletableFuture<TransactionResult>> results = new ArrayList<>();
        for (int from = 0; from < count; from += JOBS_PER_TRANSACTION) {
            List<Change> changes = new ArrayList<>();
            for (int number = from; number < Math.min(count, from + JOBS_PER_TRANSACTION); number++) {
                String name = prefix + number;
                changes.add(new Change.Create(RegistryPaths.configJob(name),
                        job(name, app.apply(number), items, cron.apply(number), parameter)));
            }
            results.add(registry.submit(new Transaction(changes)));
        }
        results.forEach(result -> demand(result.join()));
    }

    private static String job(String name, String app, int items, String cron, String parameter) {
        return """
                {"jobName":"%s","appName":"%s","jobClass":"Job","jobType":"SIMPLE","jobExecutionType":"TRANSIENT",\
                "cron":"%s","shardingTotalCount":%d,"shardingItemParameters":"","jobParameter":"%s","failover":false,\
                "misfire":false,"cpuCount":1.0,"memoryMB":16.0}""".formatted(name, app, cron, items, parameter);
    }

    private void commit(List<Change> changes) {
        demand(registry.commit(new Transaction(changes)));
    }

    private static void demand(TransactionResult result) {
        if (!(result instanceof TransactionResult.Committed)) {
            throw new IllegalStateException("the estate was not stored: " + result);
        }
    }

    /** Returns a full second that is so many seconds away. */
    static Instant in(int seconds) {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
    }

    /** Returns a cron that fires at this second only. */
    static String once(Instant second) {
        return ONCE.format(second);
    }
}
