package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.operations.Samples.app;
import static io.jobdeck.scheduler.operations.Samples.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.LaunchType;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.Request;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.operations.OperationException.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Killing tasks in flight: a request for each, which the leader carries out. */
class KillingTest extends OperationsSpec {

    @BeforeEach
    void registered() {
        operations.registerApp(app(), ALICE);
        operations.registerJob(job(), ALICE);
    }

    @Test
    void aTaskWithARecordGetsARequest() {
        TaskId task = running(0);
        TaskId other = running(1);

        operations.killTask(task, ALICE);

        assertThat(Codecs.REQUEST.read(registry.text("/jobdeck/kill/" + task))).isEqualTo(new Request("alice", NOW));
        assertThat(registry.text("/jobdeck/kill/" + other)).isNull();
    }

    @Test
    void aDaemonTaskThatOnly215ToldOfGetsOneToo() {
        TaskId task = id(0, "u");
        registry.put("/state/running/t1/t1@-@0", task.toString());

        operations.killTask(task, ALICE);

        assertThat(registry.text("/jobdeck/kill/" + task)).isNotNull();
    }

    @Test
    void askedForAgainTheRequestStaysAsItIs() {
        TaskId task = running(0);
        operations.killTask(task, ALICE);

        assertThat(transactionsOf(() -> operations.killTask(task, new Caller("bob", "x")))).isZero();
    }

    @Test
    void aTaskThatIsNotInFlightIsNotFound() {
        running(0);

        assertRefused(Kind.NOT_FOUND, "There is no task 't1@-@0@-@READY@-@S1@-@gone' in flight",
                () -> operations.killTask(id(0, "gone"), ALICE));
        assertRefused(Kind.NOT_FOUND, "There is no job 'no'", () -> operations.killTasks("no", ALICE));
    }

    @Test
    void allTasksOfAJobAreKilledAndCounted() {
        for (int item = 0; item < 1200; item++) {
            registry.put("/state/running/t1/t1@-@" + item, id(item, "u").toString());
        }
        operations.killTask(id(3, "u"), ALICE);

        assertThat(operations.killTasks("t1", ALICE)).isEqualTo(1200);

        assertThat(registry.snapshot().keySet()).filteredOn(path -> path.startsWith("/jobdeck/kill/")).hasSize(1200);
        operations.registerJob(job("jobName", "\"idle\""), ALICE);
        assertThat(operations.killTasks("idle", ALICE)).isZero();
    }

    @Test
    void aTaskThatEndsJustThenLeavesNoRequestBehind() {
        TaskId task = id(0, "u");
        registry.put("/state/running/t1/t1@-@0", task.toString());
        registry.beforeNext(() -> registry.remove("/state/running/t1/t1@-@0"));

        assertRefused(Kind.NOT_FOUND, "There is no task", () -> operations.killTask(task, ALICE));
        assertThat(registry.text("/jobdeck/kill/" + task)).isNull();
    }

    @Test
    void aKillWhoseAnswerIsLostIsAskedForOnce() {
        TaskId task = running(0);
        registry.loseAnswerOfNext();

        operations.killTask(task, ALICE);

        assertThat(registry.text("/jobdeck/kill/" + task)).isNotNull();
    }

    private TaskId running(int item) {
        TaskId id = id(item, "u");
        Samples.putTask(registry, id);
        return id;
    }

    private static TaskId id(int item, String unique) {
        return new TaskId(new MetaInfo("t1", item), LaunchType.READY, "S1", unique);
    }
}
