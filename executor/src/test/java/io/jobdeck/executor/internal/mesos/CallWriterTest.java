package io.jobdeck.executor.internal.mesos;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallWriterTest {

    private static final UUID ID = UUID.fromString("2154e92a-2145-47a2-b9d4-4018e48c66aa");

    private final CallWriter calls = new CallWriter("f-1", "ex-1");

    @Test
    void theFirstSubscribeIsEmpty() {
        assertThat(calls.subscribe(List.of(), List.of())).isEqualTo(json("""
                {"executor_id":{"value":"ex-1"},"framework_id":{"value":"f-1"},"type":"SUBSCRIBE","subscribe":{}}"""));
    }

    @Test
    void aLaterSubscribeCarriesWhatIsNotAcknowledged() {
        JsonObject info = json("{\"name\":\"n\",\"task_id\":{\"value\":\"t-2\"}}");
        StatusUpdate finished = new StatusUpdate(
                "t-1", UpdateState.TASK_FINISHED, "", new byte[0], ID, Instant.parse("2026-11-22T10:00:00.5Z"));

        assertThat(calls.subscribe(List.of(info), List.of(finished))).isEqualTo(json("""
                {"executor_id":{"value":"ex-1"},"framework_id":{"value":"f-1"},"type":"SUBSCRIBE","subscribe":{
                "unacknowledged_tasks":[{"name":"n","task_id":{"value":"t-2"}}],
                "unacknowledged_updates":[{"status":{"task_id":{"value":"t-1"},"state":"TASK_FINISHED",
                "source":"SOURCE_EXECUTOR","executor_id":{"value":"ex-1"},"uuid":"IVTpKiFFR6K51EAY5Ixmqg==",
                "timestamp":1795341600.5}}]}}"""));
    }

    @Test
    void anUpdateCarriesMessageAndData() {
        StatusUpdate update = new StatusUpdate("t", UpdateState.TASK_RUNNING, "BEGIN", "x".getBytes(), ID, Instant.EPOCH);

        assertThat(calls.update(update)).isEqualTo(json("""
                {"executor_id":{"value":"ex-1"},"framework_id":{"value":"f-1"},"type":"UPDATE","update":{"status":{
                "task_id":{"value":"t"},"state":"TASK_RUNNING","message":"BEGIN","source":"SOURCE_EXECUTOR","data":"eA==",
                "executor_id":{"value":"ex-1"},"uuid":"IVTpKiFFR6K51EAY5Ixmqg==","timestamp":0.0}}}"""));
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
