package io.jobdeck.scheduler;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The app with which an embedded cluster begins, so that a newcomer sees jobs run. It is registered once in the life of a
 * data directory; whoever removes it does not get it back.
 */
final class SampleApp {

    private static final Logger LOG = LoggerFactory.getLogger(SampleApp.class);

    private static final String ARCHIVE = "jobdeck-sample.tar.gz";
    private static final String RESOURCE = "/io/jobdeck/scheduler/embedded/" + ARCHIVE;
    private static final Caller CALLER = new Caller("jobdeck", "first start");

    private static final String APP = """
            {"appName":"sample","appURL":"%s","bootstrapScript":"bin/start.sh","cpuCount":0.1,"memoryMB":128,
            "appCacheEnable":false,"executor":"JOBDECK"}""";

    private static final List<String> JOBS = List.of("""
            {"jobName":"sales-report","appName":"sample","jobClass":"io.jobdeck.sample.SalesReport","jobType":"SIMPLE",
            "jobExecutionType":"TRANSIENT","cron":"0/5 * * * * ?","shardingTotalCount":3,
            "shardingItemParameters":"0=north,1=south,2=west","cpuCount":0.1,"memoryMB":16,
            "description":"Reads the orders of three regions and writes a sales report for each."}""", """
            {"jobName":"inventory","appName":"sample","jobType":"SCRIPT","scriptCommandLine":"bin/inventory.sh",
            "jobExecutionType":"TRANSIENT","cron":"0/20 * * * * ?","shardingTotalCount":2,
            "shardingItemParameters":"0=east,1=central",
            "cpuCount":0.1,"memoryMB":32,
            "description":"A shell script that lists which articles have to be ordered again."}""", """
            {"jobName":"price-watcher","appName":"sample","jobClass":"io.jobdeck.sample.PriceWatcher",
            "jobType":"SIMPLE","jobExecutionType":"DAEMON","cron":"0/10 * * * * ?","shardingTotalCount":1,
            "cpuCount":0.1,"memoryMB":16,
            "description":"Stays up and looks at the prices every ten seconds."}""");

    private final Path directory;

    /** @param directory where the app's archive and the note that it was registered are kept */
    SampleApp(Path directory) {
        this.directory = directory;
    }

    /**
     * Registers the app and its jobs unless that was done before.
     *
     * @throws IOException if the archive cannot be stored
     * @throws OperationException if the registry cannot be written
     */
    void registerOnce(SchedulerOperations operations) throws IOException {
        Path note = directory.resolve("sample-registered");
        Path archive = storeArchive();
        if (Files.exists(note)) {
            return;
        }
        ignoringConflict(() -> operations.registerApp(Codecs.APP_REST.read(APP.formatted(archive.toUri())), CALLER));
        JOBS.forEach(job -> ignoringConflict(() -> operations.registerJob(Codecs.JOB.read(job), CALLER)));
        Files.createFile(note);
        LOG.info("the sample app and its {} jobs are registered", JOBS.size());
    }

    private Path storeArchive() throws IOException {
        Files.createDirectories(directory);
        Path archive = directory.resolve(ARCHIVE);
        Path fresh = directory.resolve(ARCHIVE + ".new");
        try (InputStream packed = SampleApp.class.getResourceAsStream(RESOURCE)) {
            if (packed == null) {
                throw new IOException("the sample app is not part of this build: " + RESOURCE);
            }
            Files.copy(packed, fresh, StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.move(fresh, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A first start that broke off may have registered some of them already. */
    private static void ignoringConflict(Runnable registration) {
        try {
            registration.run();
        } catch (OperationException e) {
            if (e.kind() != OperationException.Kind.CONFLICT) {
                throw e;
            }
        }
    }
}
