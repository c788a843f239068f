package io.jobdeck.scheduler.mesos.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Message;
import io.jobdeck.scheduler.mesos.captures.Captures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every JSON body of the recorded scheduler and executor traffic is read, and written as Mesos wrote it. */
class MesosJsonCaptureTest {

    private static final String NOT_JSON = "Failed to parse body into JSON: ";
    private static final String NOT_A_CALL = "Failed to convert JSON into Call protobuf: ";

    private static final Pattern TIMESTAMP = Pattern.compile("\\b\\d{10}\\.\\d+\\b");

    private final MesosJson json = new MesosJson();

    @Test
    void writesEveryRecordedEventByteForByte() {
        Captures captures = Captures.orSkip();
        int compared = 0;
        for (Path file : captures.files(".response.jsonrec")) {
            Message.Builder event = messageFor(file, "Event");
            if (event != null) {
                for (byte[] record : Captures.records(file)) {
                    String recorded = new String(record, StandardCharsets.UTF_8);
                    assertThat(sameTimes(json.write(json.merge(recorded, event.clone()).build())))
                            .as(captures.name(file)).isEqualTo(sameTimes(recorded));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    /**
     * Timestamps that read as the same number are taken for the same: Mesos' writer does not always choose the fewest
     * digits, nor those nearest to the number.
     */
    private static String sameTimes(String text) {
        return TIMESTAMP.matcher(text).replaceAll(match -> Double.toHexString(Double.parseDouble(match.group())));
    }

    @Test
    void readsEveryRecordedCallAndWritesItBackWithNothingLostOrRefusesItInMesosWords() {
        Captures captures = Captures.orSkip();
        int read = 0;
        int refused = 0;
        for (Path file : captures.files(".request.json")) {
            Message.Builder call = messageFor(file, "Call");
            String answer = answerTo(file);
            if (call != null && (answer.startsWith(NOT_JSON) || answer.startsWith(NOT_A_CALL))) {
                assertRefused(captures.name(file), Captures.text(file), call, answer);
                refused++;
            } else if (call != null) {
                assertReadAndWrittenBack(captures.name(file), Captures.text(file), call);
                read++;
            }
        }
        assertThat(read).isGreaterThan(700);
        assertThat(refused).isGreaterThanOrEqualTo(6);
    }

    private void assertRefused(String name, String body, Message.Builder call, String answer) {
        assertThatExceptionOfType(MesosJsonException.class).as(name)
                .isThrownBy(() -> json.merge(body, call))
                .satisfies(refusal -> assertThat(prefix(refusal.kind()) + refusal.getMessage()).isEqualTo(answer));
    }

    private static String prefix(MesosJsonException.Kind kind) {
        return kind == MesosJsonException.Kind.NOT_JSON ? NOT_JSON : NOT_A_CALL;
    }

    private void assertReadAndWrittenBack(String name, String body, Message.Builder call) {
        Message message = json.merge(body, call.clone()).build();
        String written = json.write(message);
        assertThat(json.write(json.merge(written, call.clone()).build())).as(name).isEqualTo(written);
        // The recorder wrote calls of its own making in any order, some with members Mesos does not know.
        if (!name.startsWith("13-")) {
            assertHolds(name, JsonParser.parseString(written), JsonParser.parseString(body));
        }
    }

    /** Asserts that all of {@code part} but empty lists is in {@code whole}, which may have more members (the defaults). */
    private void assertHolds(String where, JsonElement whole, JsonElement part) {
        if (part.isJsonObject()) {
            JsonObject object = whole.getAsJsonObject();
            for (Map.Entry<String, JsonElement> member : part.getAsJsonObject().entrySet()) {
                if (!member.getValue().equals(new JsonArray())) {
                    assertThat(object.has(member.getKey())).as(where + "." + member.getKey()).isTrue();
                    assertHolds(where + "." + member.getKey(), object.get(member.getKey()), member.getValue());
                }
            }
        } else if (part.isJsonArray()) {
            JsonArray array = part.getAsJsonArray();
            assertThat(whole.getAsJsonArray()).as(where).hasSameSizeAs(array);
            for (int i = 0; i < array.size(); i++) {
                assertHolds(where + "[" + i + "]", whole.getAsJsonArray().get(i), array.get(i));
            }
        } else {
            assertThat(whole).as(where).isEqualTo(part);
        }
    }

    private static String answerTo(Path request) {
        Path answer = Captures.sibling(request, ".response.txt");
        return Files.exists(answer) ? Captures.text(answer) : "";
    }

    /** Returns null for the operator API and other end points. */
    private static Message.Builder messageFor(Path file, String kind) {
        List<String> head = Captures.text(Captures.sibling(file, ".headers.txt")).lines().toList();
        boolean call = kind.equals("Call");
        if (head.get(0).contains("/api/v1/executor")) {
            return call ? org.apache.mesos.v1.executor.Protos.Call.newBuilder()
                    : org.apache.mesos.v1.executor.Protos.Event.newBuilder();
        }
        if (head.get(0).contains("/api/v1/scheduler")) {
            return call ? org.apache.mesos.v1.scheduler.Protos.Call.newBuilder()
                    : org.apache.mesos.v1.scheduler.Protos.Event.newBuilder();
        }
        return null;
    }
}
