package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.operations.Samples.app;
import static io.jobdeck.scheduler.operations.Samples.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.operations.OperationException.Kind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Triggering jobs (spec section 4, without the defects of sections 14.3 and 14.7). */
class TriggeringTest extends OperationsSpec {

    @BeforeEach
    void registered() {
        operations.registerApp(app(), ALICE);
    }

    @Test
    void withoutMisfireOneRunWaitsAtMost() {
        operations.registerJob(job(), ALICE);
        operations.triggerJob("t1", ALICE);
        operations.triggerJob("t1", ALICE);

        assertThat(registry.text("/state/ready/t1")).isEqualTo("1");
    }

    @Test
    void withMisfireEveryTriggerCounts() {
        operations.registerJob(job("misfire", "true"), ALICE);
        operations.triggerJob("t1", ALICE);
        operations.triggerJob("t1", ALICE);
        operations.triggerJob("t1", ALICE);

        assertThat(registry.text("/state/ready/t1")).isEqualTo("3");
    }

    @Test
    void of400AtOnceNoneIsLost() throws InterruptedException, ExecutionException {
        operations.registerJob(job("misfire", "true"), ALICE);
        SchedulerOperations elsewhere = new RegistryOperations(registry, Clock.systemUTC());
        ExecutorService clients = Executors.newFixedThreadPool(16);
        try {
            List<Future<?>> triggers = new ArrayList<>();
            for (int index = 0; index < 400; index++) {
                SchedulerOperations target = index % 2 == 0 ? operations : elsewhere;
                triggers.add(clients.submit(() -> target.triggerJob("t1", ALICE)));
            }
            for (Future<?> trigger : triggers) {
                trigger.get();
            }
        } finally {
            clients.shutdownNow();
        }
        assertThat(registry.text("/state/ready/t1")).isEqualTo("400");
    }

    @Test
    void whatMayNotRunIsNotQueuedAndTheAnswerNamesWhatForbidsIt() {
        operations.registerJob(job(), ALICE);
        operations.registerJob(job("jobName", "\"d\"", "jobExecutionType", "\"DAEMON\""), ALICE);
        assertRefused(Kind.CONFLICT, "Daemon job 'd' cannot be triggered", () -> operations.triggerJob("d", ALICE));
        assertRefused(Kind.NOT_FOUND, "There is no job 'no'", () -> operations.triggerJob("no", ALICE));

        operations.disableJob("t1", ALICE);
        assertRefused(Kind.CONFLICT, "Job 't1' is disabled", () -> operations.triggerJob("t1", ALICE));
        operations.enableJob("t1", ALICE);
        operations.disableApp("foo_app", ALICE);
        assertRefused(Kind.CONFLICT, "App 'foo_app' of job 't1' is disabled", () -> operations.triggerJob("t1", ALICE));
        assertThat(registry.text("/state/ready/t1")).isNull();

        registry.put("/config/job/t1", "{");
        assertRefused(Kind.CONFLICT, "stored config of job 't1' cannot be read", () -> operations.triggerJob("t1", ALICE));
    }
}
