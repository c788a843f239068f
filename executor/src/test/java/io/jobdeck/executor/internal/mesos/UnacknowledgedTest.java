package io.jobdeck.executor.internal.mesos;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnacknowledgedTest {

    private final Unacknowledged unacknowledged = new Unacknowledged();
    private final StatusUpdate running = StatusUpdate.now("t", UpdateState.TASK_RUNNING, "");
    private final StatusUpdate finished = StatusUpdate.now("t", UpdateState.TASK_FINISHED, "");

    @Test
    void updatesAreSentOldestFirstAndOnce() {
        unacknowledged.addUpdate(running);
        unacknowledged.addUpdate(finished);

        assertThat(unacknowledged.nextToSend()).contains(running);
        unacknowledged.markSent(running);
        assertThat(unacknowledged.nextToSend()).contains(finished);
        unacknowledged.markSent(finished);
        assertThat(unacknowledged.nextToSend()).isEmpty();
    }

    @Test
    void aLostConnectionMakesAllUpdatesUnsent() {
        unacknowledged.addUpdate(running);
        unacknowledged.markAllSent();
        unacknowledged.addUpdate(finished);
        assertThat(unacknowledged.nextToSend()).contains(finished);

        unacknowledged.markNoneSent();

        assertThat(unacknowledged.nextToSend()).contains(running);
        assertThat(unacknowledged.updates()).containsExactly(running, finished);
    }

    @Test
    void anAcknowledgementForgetsTheUpdateAndTheTask() {
        unacknowledged.addTask("t", new JsonObject());
        unacknowledged.addUpdate(running);
        unacknowledged.addUpdate(finished);

        unacknowledged.acknowledge("t", running.uuid());

        assertThat(unacknowledged.updates()).containsExactly(finished);
        assertThat(unacknowledged.tasks()).isEmpty();
    }

    @Test
    void anAcknowledgementOfSomethingElseChangesNothing() {
        unacknowledged.addTask("t", new JsonObject());
        unacknowledged.addUpdate(running);

        unacknowledged.acknowledge("other", UUID.randomUUID());

        assertThat(unacknowledged.hasUpdates()).isTrue();
        assertThat(unacknowledged.tasks()).hasSize(1);
    }

    @Test
    void theAnswerToAnUpdateThatIsAcknowledgedAlreadyLeavesNothingBehind() {
        unacknowledged.addUpdate(running);
        unacknowledged.acknowledge("t", running.uuid());

        unacknowledged.markSent(running);

        assertThat(unacknowledged.hasUpdates()).isFalse();
    }
}
