package io.jobdeck.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.JobType;
import io.jobdeck.scheduler.model.PlacementStrategy;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever document goes into an editor comes out of it unchanged unless it is edited. */
class RoundTripTest {

    private static final List<String> EDITABLE = List.of("description", "cron", "shardingTotalCount", "memoryMB",
            "failoverMaxAttempts", "jobParameter");

    @Property(tries = 60)
    void whatIsNotEditedComesOutAsItWentIn(@ForAll("jobs") JobConfig job) {
        EditorModel editor = new EditorFixture().updateOf(Codecs.JOB.write(job));

        assertThat(Codecs.JOB.read(editor.document().text())).isEqualTo(job);
        assertThat(editor.dirtyProperty().get()).isFalse();
    }

    @Property(tries = 60)
    void whatIsEditedAndPutBackIsAsItWas(@ForAll("jobs") JobConfig job, @ForAll("fields") String field) {
        EditorModel editor = new EditorFixture().updateOf(Codecs.JOB.write(job));
        String before = editor.text(field).get();

        editor.text(field).set("7");
        editor.text(field).set(before);

        assertThat(Codecs.JOB.read(editor.document().text())).isEqualTo(job);
        assertThat(editor.dirtyProperty().get()).isFalse();
    }

    @Property(tries = 60)
    void oneFieldEditedChangesThatFieldOnly(@ForAll("jobs") JobConfig job) {
        EditorModel editor = new EditorFixture().updateOf(Codecs.JOB.write(job));

        editor.text("jobParameter").set("edited");

        assertThat(Codecs.JOB.read(editor.document().text())).isEqualTo(job.withJobParameter("edited"));
    }

    @Property(tries = 60)
    void theJsonTypedAgainIsTheSameDocument(@ForAll("jobs") JobConfig job) {
        EditorModel editor = new EditorFixture().updateOf(Codecs.JOB.write(job));
        String text = editor.jsonProperty().get();

        editor.jsonProperty().set("");
        editor.jsonProperty().set(text);

        assertThat(Codecs.JOB.read(editor.document().text())).isEqualTo(job);
        assertThat(editor.dirtyProperty().get()).isFalse();
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of(EDITABLE);
    }

    @Provide
    Arbitrary<JobConfig> jobs() {
        return Combinators.combine(texts(), Arbitraries.of(JobType.class), Arbitraries.of(ExecutionType.class),
                Arbitraries.integers().between(1, 50), Arbitraries.doubles().between(0.001, 4096).ofScale(3),
                members(), members(), Arbitraries.integers().between(0, 15)).as(RoundTripTest::job);
    }

    private static JobConfig job(String text, JobType type, ExecutionType execution, int items, double size,
            JsonObject unknown, JsonObject properties, int policy) {
        JsonObject object = new JsonObject();
        object.addProperty("jobName", "invoices");
        object.addProperty("appName", "billing_app");
        object.addProperty("jobType", type.name());
        object.addProperty("jobExecutionType", execution.name());
        object.addProperty("jobClass", "com.example.Job");
        object.addProperty("cron", "0/5 * * * * ?");
        object.addProperty("shardingTotalCount", items);
        object.addProperty("cpuCount", size);
        object.addProperty("memoryMB", size);
        object.addProperty("description", text);
        object.addProperty("jobParameter", text);
        object.addProperty("scriptCommandLine", text);
        object.addProperty("streamingProcess", items % 2 == 0);
        object.add("jobProperties", properties);
        if ((policy & 1) != 0) {
            object.addProperty("failoverMaxAttempts", items);
        }
        if ((policy & 2) != 0) {
            object.addProperty("unreachableLimitSeconds", items);
        }
        if ((policy & 4) != 0) {
            object.addProperty("placement", PlacementStrategy.PACK.name());
        }
        if ((policy & 8) != 0) {
            object.addProperty("partialLaunch", true);
        }
        unknown.entrySet().forEach(member -> object.add("x" + member.getKey(), member.getValue()));
        return Codecs.JOB.read(object.toString());
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().all().excludeChars('\0').ofMaxLength(12)
                .filter(text -> text.chars().noneMatch(c -> Character.isSurrogate((char) c)));
    }

    private static Arbitrary<JsonObject> members() {
        Arbitrary<JsonElement> values = Arbitraries.oneOf(texts().map(JsonPrimitive::new),
                Arbitraries.integers().map(JsonPrimitive::new), Arbitraries.of(new JsonPrimitive(true), new JsonObject()));
        return Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8), values).ofMaxSize(3)
                .map(RoundTripTest::object);
    }

    private static JsonObject object(Map<String, JsonElement> members) {
        JsonObject object = new JsonObject();
        members.forEach(object::add);
        return object;
    }
}
