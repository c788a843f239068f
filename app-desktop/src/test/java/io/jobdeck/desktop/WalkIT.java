package io.jobdeck.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

/**
 * The whole chain through the window: embedded cluster, scheduler, executors as child processes, and a person who takes an
 * app and a job through every operation. After each step the row, the tree and the processes are looked at.
 */
class WalkIT extends ApplicationTest {

    private static final String JOBS = "jobs-table";
    private static final String APPS = "apps-table";
    private static final String APP = "shop";
    private static final String JOB = "orders";
    private static final String FAR_OFF = "0 0 0 1 1 ? 2099";
    private static final String OFTEN = "0/2 * * * * ?";
    private static final String TOO_BIG_JOB = "year-end";
    private static final Caller SOMEONE_ELSE = new Caller("alice", "192.0.2.7");
    private static final int STOP_SECONDS = 40;

    @TempDir
    private Path directory;
    private Stage stage;
    private OpenConsole console;
    private Person person;

    @Override
    public void start(Stage primary) {
        stage = primary;
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1280);
        stage.setHeight(800);
        console = new OpenConsole(stage, directory.resolve("data"));
        person = new Person(this, stage);
    }

    @AfterEach
    void everythingEnds() throws InterruptedException {
        person.closesDialogs();
        AtomicReference<CountDownLatch> stopped = new AtomicReference<>();
        interact(() -> stopped.set(console.stop()));
        assertThat(stopped.get().await(STOP_SECONDS, TimeUnit.SECONDS)).as("the console has stopped").isTrue();
        Person.until("no executor is left", () -> executors().isEmpty());
    }

    @Test
    void anAppAndAJobGoThroughEveryOperation() {
        theSampleJobsRun();
        Set<Long> sampleExecutors = executors();
        anAppIsRegistered();
        aJobIsRegistered();
        assertThat(executors()).as("nothing is started before a job runs").isEqualTo(sampleExecutors);

        theJobIsTriggered();
        assertThat(executors()).hasSize(sampleExecutors.size() + 1).containsAll(sampleExecutors);
        Set<Long> bothExecutors = executors();

        theJobIsDisabled();
        theJobIsEnabledFromTheQueueOfTheDisabled();
        whatSomeoneElseDoesShows();
        aBadCronIsNotStored();
        aGoodCronFiresByItself();
        assertThat(executors()).as("all that ran in one executor per app").isEqualTo(bothExecutors);

        theJobIsDeregistered();
        assertThat(executors()).isEqualTo(bothExecutors);
        theAppIsDeregistered();
        Person.until("the app's executor has ended", () -> executors().equals(sampleExecutors));
        person.clicks("#nav-jobs");
        person.sees(JOBS, "inventory", "last-result", "Succeeded");
        person.takesPicture("jobs-at-the-end");
    }

    private void theSampleJobsRun() {
        interact(console::open);
        person.takesPicture("starting");
        person.sees("the jobs of the sample app", () -> {
            assertThat(console.failures()).isEmpty();
            return lookup("#overview-summary").tryQuery().isPresent();
        });
        person.takesPicture("overview");
        person.clicks("#nav-jobs");
        person.sees(JOBS, "sales-report", "running", "3");
        person.sees(JOBS, "sales-report", "last-result", "Succeeded");
        person.sees(JOBS, "sales-report", "running", "0");
        person.sees(JOBS, "price-watcher", "running", "1");
        assertThat(executors()).isNotEmpty();
        person.takesPicture("jobs");
    }

    private void anAppIsRegistered() {
        person.clicks("#nav-apps");
        person.opensMenu(APPS, "sample");
        person.takesPicture("app-menu");
        person.chooses("app.register");
        person.types("appName", APP);
        person.types("appUrl", directory.resolve("data/apps/jobdeck-sample.tar.gz").toUri().toString());
        person.types("bootstrapScript", "bin/start.sh");
        person.takesPicture("app-register");
        person.clicks("#save");

        person.seesNoDialog();
        person.sees(APPS, APP, "state", "Enabled");
        person.takesPicture("apps");
        assertThat(text(RegistryPaths.configApp(APP))).contains("\"bootstrapScript\":\"bin/start.sh\"");
    }

    private void aJobIsRegistered() {
        person.chooses(APPS, APP, "app.register-job");
        person.types("jobName", JOB);
        person.types("jobClass", "io.jobdeck.sample.SalesReport");
        person.types("cron", FAR_OFF);
        person.types("shardingTotalCount", "3");
        person.types("shardingItemParameters", "0=north,1=south,2=west");
        person.types("memoryMb", "16");
        person.takesPicture("job-register");
        person.clicks("#save");

        person.seesNoDialog();
        person.sees(APPS, APP, "jobs", "1");
        person.clicks("#nav-jobs");
        person.sees(JOBS, JOB, "state", "Idle");
        assertThat(person.reads(JOBS, JOB, "app")).isEqualTo(APP);
        assertThat(person.reads(JOBS, JOB, "items")).isEqualTo("3");
        assertThat(person.reads(JOBS, JOB, "last-result")).isEmpty();
        assertThat(text(RegistryPaths.configJob(JOB))).contains("\"cron\":\"" + FAR_OFF + "\"",
                "\"shardingTotalCount\":3");
    }

    private void theJobIsTriggered() {
        person.opensMenu(JOBS, JOB);
        person.takesPicture("job-menu");
        person.chooses("job.trigger");

        person.sees(JOBS, JOB, "running", "3");
        assertThat(traces(JOB)).anyMatch(path -> path.startsWith(RegistryPaths.jobStatus(JOB) + "/"));
        person.takesPicture("jobs-running");
        person.clicks("#nav-queues");
        person.clicks("#running-tab");
        person.takesPicture("queues-running");
        person.clicks("#nav-jobs");
        person.sees(JOBS, JOB, "last-result", "Succeeded");
        person.sees(JOBS, JOB, "running", "0");
        assertThat(lastResult().map(RunResult::outcome)).contains(RunResult.Outcome.SUCCEEDED);
        person.takesPicture("jobs-succeeded");
    }

    private void theJobIsDisabled() {
        person.chooses(JOBS, JOB, "job.disable");
        assertThat(person.readsLabel("#confirm-title")).isEqualTo("Disable orders?");
        person.takesPicture("job-disable");
        person.clicks("#confirm");

        person.sees(JOBS, JOB, "state", "Disabled");
        assertThat(person.reads(JOBS, JOB, "next-fire")).isEmpty();
        assertThat(text(RegistryPaths.disabledJob(JOB))).isEqualTo(JOB);
        person.takesPicture("jobs-disabled");
    }

    private void theJobIsEnabledFromTheQueueOfTheDisabled() {
        person.clicks("#nav-queues");
        person.clicks("#disabled-tab");
        person.sees("disabled-table", JOB, "by", OpenConsole.USER);
        person.takesPicture("queues-disabled");
        person.chooses("disabled-table", JOB, "job.enable");

        person.sees("no row for the job", () -> !person.seesRow("disabled-table", JOB));
        person.clicks("#nav-jobs");
        person.sees(JOBS, JOB, "state", "Idle");
        assertThat(text(RegistryPaths.disabledJob(JOB))).isNull();
    }

    /** Of a job that needs more than the agent has, so that it also shows what waits. */
    private void whatSomeoneElseDoesShows() {
        operations().registerJob(Codecs.JOB.read("""
                {"jobName":"%s","appName":"sample","jobClass":"io.jobdeck.sample.SalesReport","jobType":"SIMPLE",
                "jobExecutionType":"TRANSIENT","cron":"%s","shardingTotalCount":1,"shardingItemParameters":"0=north",
                "cpuCount":4096,"memoryMB":16}""".formatted(TOO_BIG_JOB, FAR_OFF)), SOMEONE_ELSE);
        person.sees(JOBS, TOO_BIG_JOB, "state", "Idle");
        operations().triggerJob(TOO_BIG_JOB, SOMEONE_ELSE);
        person.sees(JOBS, TOO_BIG_JOB, "ready", "1");

        person.clicks("#nav-queues");
        person.clicks("#failover-tab");
        person.takesPicture("queues-failover");
        person.clicks("#ready-tab");
        person.sees("why it waits", () -> person.reads("ready-table", TOO_BIG_JOB, "reason").contains("4096"));
        person.takesPicture("queues-ready");
        operations().deregisterJob(TOO_BIG_JOB, SOMEONE_ELSE);
        person.sees("nothing is ready", () -> !person.seesRow("ready-table", TOO_BIG_JOB));
        person.clicks("#nav-jobs");
        person.sees("no row for the job", () -> !person.seesRow(JOBS, TOO_BIG_JOB));
    }

    private void aBadCronIsNotStored() {
        String before = text(RegistryPaths.configJob(JOB));
        person.chooses(JOBS, JOB, "job.update");
        person.types("cron", "every two seconds");
        person.clicks("#save");

        assertThat(person.field("cron").problemText()).isNotBlank();
        assertThat(person.field("cron").exampleText()).isNotBlank();
        person.takesPicture("job-bad-cron");
        assertThat(text(RegistryPaths.configJob(JOB))).isEqualTo(before);
    }

    private void aGoodCronFiresByItself() {
        Instant triggered = lastResult().orElseThrow().at();
        person.types("cron", OFTEN);
        person.takesPicture("job-update");
        person.clicks("#save");
        person.takesPicture("job-update-review");
        person.clicks("#confirm-save");

        person.seesNoDialog();
        person.sees(JOBS, JOB, "cron", OFTEN);
        person.sees(JOBS, JOB, "running", "3");
        person.takesPicture("jobs-fired-by-cron");
        Person.until("a run by cron has succeeded", () -> lastResult().filter(result ->
                result.at().isAfter(triggered) && result.outcome() == RunResult.Outcome.SUCCEEDED).isPresent());
        person.sees(JOBS, JOB, "last-result", "Succeeded");
    }

    private void theJobIsDeregistered() {
        person.chooses(JOBS, JOB, "job.deregister");
        person.takesPicture("job-deregister");
        person.clicks("#confirm");

        person.sees("no row for the job", () -> !person.seesRow(JOBS, JOB));
        Person.until("no trace of the job", () -> traces(JOB).isEmpty());
    }

    private void theAppIsDeregistered() {
        person.clicks("#nav-apps");
        person.chooses(APPS, APP, "app.deregister");
        person.takesPicture("app-deregister");
        person.clicks("#confirm");

        person.sees("no row for the app", () -> !person.seesRow(APPS, APP));
        Person.until("no trace of the app", () -> traces(APP).isEmpty());
    }

    private LiveTree tree() {
        return console.connection().tree();
    }

    private SchedulerOperations operations() {
        return console.connection().operations();
    }

    private String text(String path) {
        return Optional.ofNullable(tree().nodes().get(path)).map(TreeNode::text).orElse(null);
    }

    private Optional<RunResult> lastResult() {
        return Optional.ofNullable(text(RegistryPaths.jobStatus(JOB))).filter(text -> !text.isEmpty())
                .map(Codecs.RUN_RESULT::read);
    }

    /** Returns every path that names the job or app. */
    private List<String> traces(String name) {
        return tree().nodes().keySet().stream()
                .filter(path -> Arrays.stream(path.split("/"))
                        .anyMatch(part -> part.equals(name) || part.startsWith(name + "@-@")))
                .sorted()
                .toList();
    }

    /** Returns the executors that the agent of this test has started. */
    private static Set<Long> executors() {
        return ProcessHandle.current().descendants()
                .filter(process -> process.info().commandLine().orElse("").endsWith("io.jobdeck.sample.SampleApp"))
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }
}
