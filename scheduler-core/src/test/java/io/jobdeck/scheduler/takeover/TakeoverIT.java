package io.jobdeck.scheduler.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.scheduler.SchedulerInstance;
import io.jobdeck.scheduler.SchedulerOptions;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.embedded.EmbeddedCluster;
import io.jobdeck.scheduler.embedded.EmbeddedOptions;
import io.jobdeck.scheduler.mesos.master.MasterLocation;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.RegistryView;
import io.jobdeck.scheduler.registry.RegistryOptions;
import io.jobdeck.scheduler.rest.RestAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZKUtil;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A scheduler takes over the tree of a 2.1.5 that has gone, with daemons that run on: a real ZooKeeper, a real agent, and
 * everything in the tree that 2.1.5 and years of operation can have left there.
 */
class TakeoverIT {

    private static final String NAMESPACE = "elastic-job-cloud";
    private static final Caller CALLER = new Caller("test", "here");
    private static final String ELECTION_NODE = "/ha/election/_c_d0e2a5ff-9d3c-4a0d-8c5b-0a8d0a3b7c11-lock-";
    private static final String HANDLERS = """
            "jobProperties":{"job_exception_handler":\
            "com.dangdang.ddframe.job.executor.handler.impl.DefaultJobExceptionHandler","executor_service_handler":\
            "com.dangdang.ddframe.job.executor.handler.impl.DefaultExecutorServiceHandler"}""";

    @TempDir
    private Path directory;
    private Path notes;
    private EmbeddedCluster cluster;
    private ZooKeeper legacy;
    private SchedulerInstance scheduler;

    @BeforeEach
    void start() throws Exception {
        notes = Files.createFile(directory.resolve("notes.txt"));
        cluster = EmbeddedCluster.start(EmbeddedOptions.in(directory.resolve("data")).withResources(8, 8192));
        legacy = new ZooKeeper(cluster.zkConnectString(), 10_000, event -> { });
    }

    @AfterEach
    void stop() throws Exception {
        if (scheduler != null) {
            scheduler.close();
        }
        legacy.close();
        cluster.stopExecutors();
        cluster.close();
    }

    @Test
    void givenTheTreeOf215WithDaemonsRunning_whenItIsTakenOver_thenNothingIsLostOrKilledAndEverythingGoesOn()
            throws Exception {
        Map<String, String> daemons = daemonsThat215HasLeftRunning();
        writeWhat215HasLeft();
        String place = put(ELECTION_NODE, "old.example:8899", CreateMode.EPHEMERAL_SEQUENTIAL);
        String frameworkId = nodes().get("/ha/framework_id").text();

        scheduler = startScheduler();
        assertThat(scheduler.leads()).as("while 2.1.5 holds the first place").isFalse();
        legacy.delete(place, -1);
        soon().until(scheduler::leads);

        soon().untilAsserted(() -> assertThat(lines("script")).as("queued runs, and one item that had failed").hasSize(4));
        soon().untilAsserted(() -> assertThat(nodes()).doesNotContainKeys("/state/ready/script", "/state/ready/numbers",
                "/state/failover/script/script@-@0", "/state/failover/script"));
        soon().untilAsserted(() -> assertThat(runningDaemons()).isEqualTo(daemons));
        assertThat(new RegistryView(scheduler.tree().nodes()).runningTasks())
                .filteredOn(task -> task.id().jobName().equals("daemon"))
                .extracting(task -> task.id().toString()).containsExactlyElementsOf(daemons.values());
        assertThat(lines("cancelled")).isEmpty();
        assertThat(lines("numbers")).hasSize(2);
        assertThat(lines("disabled")).isEmpty();
        assertThat(nodes().get("/ha/framework_id").text()).isEqualTo(frameworkId);
        assertThat(nodes().get("/config/job/broken").text()).isEqualTo("{not JSON");
        assertThat(nodes().get("/config/job/numbers").text()).isEqualTo(oddJob());
        assertThat(nodes()).containsKeys("/config/job/orphan", "/state/disable/job/disabled", "/state/disable/app/old_app");
        assertThat(LegacyTreeRules.problems(nodes())).allMatch(problem ->
                problem.startsWith("/config/job/broken ") || problem.startsWith("/config/job/numbers "));
    }

    @Test
    void givenAJobWithUnknownAndOddMembers_whenItIsUpdated_thenTheyAreKeptAndTheRestIsAs215WritesIt() throws Exception {
        put("/config/app/foo_app", app("foo_app"), CreateMode.PERSISTENT);
        put("/config/job/numbers", oddJob(), CreateMode.PERSISTENT);
        scheduler = startScheduler();
        soon().until(scheduler::leads);

        JobConfig odd = new RegistryView(scheduler.tree().nodes()).job("numbers").orElseThrow();
        scheduler.operations().updateJob(odd.withJobParameter("today"), CALLER);

        assertThat(LegacyTreeRules.problems(nodes())).isEmpty();
        assertThat(nodes().get("/config/job/numbers").text())
                .contains("\"shardingTotalCount\":2,", "\"cpuCount\":0.1,").endsWith("\"owner\":{\"team\":\"x\"}}");
    }

    /** Daemons are started with Jobdeck, and then all that Jobdeck knows beyond 2.1.5 is deleted. */
    private Map<String, String> daemonsThat215HasLeftRunning() throws Exception {
        SchedulerInstance before = startScheduler();
        soon().until(before::leads);
        before.operations().registerApp(Codecs.APP_REST.read(daemonApp()), CALLER);
        before.operations().registerJob(Codecs.JOB.read("""
                {"jobName":"daemon","appName":"foo_app","jobClass":"io.jobdeck.scheduler.endtoend.SlowJobs$NotingJob",
                "jobType":"SIMPLE","jobExecutionType":"DAEMON","cron":"0/1 * * * * ?","shardingTotalCount":2,
                "jobParameter":"%s|1","cpuCount":0.1,"memoryMB":16}""".formatted(notes)), CALLER);
        soon().until(() -> lines("begin").size() >= 2);
        soon().until(() -> runningDaemons().size() == 2);
        before.close();
        ZKUtil.deleteRecursive(legacy, "/" + NAMESPACE + "/jobdeck");
        return runningDaemons();
    }

    private Map<String, String> runningDaemons() throws KeeperException, InterruptedException {
        Map<String, String> running = new TreeMap<>();
        nodes().forEach((path, node) -> {
            if (path.startsWith("/state/running/daemon/")) {
                running.put(path, node.text());
            }
        });
        return running;
    }

    private void writeWhat215HasLeft() throws Exception {
        put("/config/app/old_app", app("old_app"), CreateMode.PERSISTENT);
        put("/config/job/script", script("script", 1, ",\"misfire\":true"), CreateMode.PERSISTENT);
        put("/config/job/numbers", oddJob(), CreateMode.PERSISTENT);
        put("/config/job/disabled", script("disabled", 1, ",\"misfire\":true"), CreateMode.PERSISTENT);
        put("/config/job/orphan", script("orphan", 1, "").replace("foo_app", "no_app"), CreateMode.PERSISTENT);
        put("/config/job/broken", "{not JSON", CreateMode.PERSISTENT);
        put("/state/ready/script", "3", CreateMode.PERSISTENT);
        put("/state/ready/numbers", "1", CreateMode.PERSISTENT);
        put("/state/ready/disabled", "2", CreateMode.PERSISTENT);
        put("/state/ready/orphan", "1", CreateMode.PERSISTENT);
        put("/state/failover/script", "", CreateMode.PERSISTENT);
        put("/state/failover/script/script@-@0", "script@-@0@-@READY@-@gone-S0@-@9f599e8e-9a9e-4cf6-ad35-bd6e61917535",
                CreateMode.PERSISTENT);
        put("/state/running/script", "", CreateMode.PERSISTENT);
        put("/state/disable/job/disabled", "disabled", CreateMode.PERSISTENT);
        put("/state/disable/app/old_app", "old_app", CreateMode.PERSISTENT);
    }

    private String daemonApp() throws IOException {
        Path classPath = Files.writeString(directory.resolve("classpath.args"),
                "-cp \"" + System.getProperty("java.class.path") + "\"");
        Path archive = Files.writeString(directory.resolve("nothing.txt"), "no file is needed");
        return """
                {"appName":"foo_app","appURL":"%s","bootstrapScript":"exec \\"$JAVA_HOME/bin/java\\" -Xmx64m @%s %s",
                "cpuCount":0.1,"memoryMB":64,"appCacheEnable":false,"executor":"JOBDECK"}""".formatted(archive.toUri(),
                classPath, "io.jobdeck.scheduler.endtoend.SlowJobs");
    }

    private static String app(String name) {
        return """
                {"appName":"%s","appURL":"","bootstrapScript":"bin/start.sh","cpuCount":1.0,"memoryMB":128.0,\
                "appCacheEnable":true,"eventTraceSamplingCount":0}""".formatted(name);
    }

    private String script(String name, int items, String more) {
        return """
                {"jobName":"%s","jobClass":"com.dangdang.ddframe.job.api.script.ScriptJob","jobType":"SCRIPT",\
                "cron":"0 0 0 1 1 ? 2099","shardingTotalCount":%d,"shardingItemParameters":"","jobParameter":"",\
                "failover":false,"misfire":%s,"description":"",%s,"scriptCommandLine":"echo %s >> '%s' #",\
                "appName":"foo_app","cpuCount":0.1,"memoryMB":16.0,"jobExecutionType":"TRANSIENT"}""".formatted(name, items,
                more.contains("misfire"), HANDLERS, name, notes);
    }

    /** Numbers as texts, an unknown member, members in another order: all of which 2.1.5 reads. */
    private String oddJob() {
        return """
                {"owner":{"team":"x"},"cpuCount":"0.1","memoryMB":"16","shardingTotalCount":"2","jobName":"numbers",\
                "jobType":"SCRIPT","cron":"0 0 0 1 1 ? 2099","scriptCommandLine":"echo numbers >> '%s' #",\
                "appName":"foo_app","jobExecutionType":"TRANSIENT"}""".formatted(notes);
    }

    private SchedulerInstance startScheduler() throws Exception {
        return SchedulerInstance.start(new SchedulerOptions(RegistryOptions.of(cluster.zkConnectString(), NAMESPACE),
                MasterLocation.parse(cluster.masterAddress()), "", "", RestAddress.loopback(0), Optional.empty()));
    }

    private String put(String path, String text, CreateMode mode) throws KeeperException, InterruptedException {
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            createIfMissing("/" + NAMESPACE + path.substring(0, slash));
        }
        return legacy.create("/" + NAMESPACE + path, text.getBytes(StandardCharsets.UTF_8),
                ZooDefs.Ids.OPEN_ACL_UNSAFE, mode);
    }

    private void createIfMissing(String path) throws KeeperException, InterruptedException {
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            createOne(path.substring(0, slash));
        }
        createOne(path);
    }

    private void createOne(String path) throws KeeperException, InterruptedException {
        if (legacy.exists(path, false) == null) {
            legacy.create(path, new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
        }
    }

    private Map<String, StoredNode> nodes() throws KeeperException, InterruptedException {
        return StoredNode.all(legacy, NAMESPACE);
    }

    private List<String> lines(String word) throws IOException {
        return Files.readAllLines(notes).stream().filter(line -> line.startsWith(word)).toList();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50)).ignoreExceptions();
    }
}
