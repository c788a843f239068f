package io.jobdeck.executor.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.executor.testing.Payloads;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireTest {

    @Test
    void aPayloadComesBackAsItWasSent() {
        TaskPayload payload = Payloads.script("t", "run 'a b' <&> \u4e2d");

        assertThat(TaskPayload.fromBytes(payload.toBytes())).isEqualTo(payload);
    }

    @Test
    void aPayloadOfANewerSchedulerCanBeRead() {
        TaskPayload payload = TaskPayload.fromBytes("""
                {"taskId":"t","jobName":"j","jobType":"SIMPLE","attempt":2}""".getBytes(StandardCharsets.UTF_8));

        assertThat(payload.jobName()).isEqualTo("j");
        assertThat(payload.isDaemon()).isFalse();
    }

    @Test
    void whatIsNoPayloadIsRefused() {
        assertRefused("{\"taskId\":\"t\"}", "it has no jobName");
        assertRefused("{\"taskId\":\"t\",\"jobName\":\"j\",\"jobType\":null}", "it has no jobType");
        assertRefused("{\"taskId\":{},\"jobName\":\"j\",\"jobType\":\"SIMPLE\"}", "cannot be read");
        assertRefused("[]", "cannot be read");
        assertRefused("", "is empty");
    }

    @Test
    void aFiringResultComesBackAsItWasSent() {
        FiringResult failed = new FiringResult(false, "java.lang.IllegalStateException: <x>");

        assertThat(FiringResult.fromBytes(failed.toBytes())).isEqualTo(failed);
    }

    @Test
    void anUpdateWithoutDataIsASuccess() {
        assertThat(FiringResult.fromBytes(new byte[0])).isEqualTo(new FiringResult(true, ""));
    }

    @Test
    void whatIsNoFiringResultIsRefused() {
        assertThatThrownBy(() -> FiringResult.fromBytes("?".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FiringResult.fromBytes("null".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOrderToFireComesBackAsItWasSent() {
        FireNow order = new FireNow("trigger-1", List.of("t-1", "t-2"), null);
        FireNow withParameter = new FireNow("trigger-1", List.of("t-1"), "<a>");

        assertThat(FireNow.fromBytes(bytes(order.toText()))).contains(order);
        assertThat(FireNow.fromBytes(bytes(withParameter.toText()))).contains(withParameter);
    }

    @Test
    void otherMessagesAreNoOrderToFire() {
        for (String text : List.of(Messages.STOP, "", "[]", "{}", "{\"message\":\"FIRE_NOW\"}",
                "{\"triggerId\":\"x\",\"taskIds\":[]}", "{\"message\":\"FIRE_NOW\",\"triggerId\":{},\"taskIds\":[]}")) {
            assertThat(FireNow.fromBytes(bytes(text))).as(text).isEmpty();
        }
    }

    @Test
    void aConfirmationComesBackAsItWasSentAndNothingElseIsTakenForOne() {
        assertThat(TriggerTaken.fromBytes(new TriggerTaken("trigger-1").toBytes())).contains(new TriggerTaken("trigger-1"));
        assertThat(TriggerTaken.fromBytes(new byte[0])).isEmpty();
        assertThat(TriggerTaken.fromBytes(new FiringResult(false, "x").toBytes())).isEmpty();
        assertThat(TriggerTaken.fromBytes(bytes("not JSON"))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(String text, String why) {
        assertThatThrownBy(() -> TaskPayload.fromBytes(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }
}
