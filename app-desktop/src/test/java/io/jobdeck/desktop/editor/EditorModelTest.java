package io.jobdeck.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import io.jobdeck.desktop.difference.FieldDifference;
import io.jobdeck.desktop.form.Refusal;
import io.jobdeck.desktop.json.JsonFault;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.ConfigUpdate;
import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditorModelTest {

    private final EditorFixture fixture = new EditorFixture();

    @Test
    void aChangeInTheFormIsAtOnceInTheJsonAndNothingElseChanges() {
        EditorModel editor = fixture.update();

        editor.text("description").set("Sends them all");

        assertThat(editor.jsonProperty().get()).contains("\"description\": \"Sends them all\"");
        assertThat(FieldDifference.between(Document.parse(Codecs.JOB.write(fixture.job)).orElseThrow().members(),
                editor.document().members())).extracting(FieldDifference::path).containsExactly("description");
    }

    @Test
    void aChangeInTheJsonIsAtOnceInTheForm() {
        EditorModel editor = fixture.update();

        editor.jsonProperty().set(editor.jsonProperty().get().replace("\"shardingTotalCount\": 3", "\"shardingTotalCount\": 4")
                .replace("\"failover\": true", "\"failover\": false"));

        assertThat(editor.text("shardingTotalCount").get()).isEqualTo("4");
        assertThat(editor.flag("failover").get()).isFalse();
        assertThat(editor.dirtyProperty().get()).isTrue();
    }

    @Test
    void malformedJsonKeepsTheFormAsItWasAndIsToldWithItsPlace() {
        EditorModel editor = fixture.update();

        editor.jsonProperty().set("{\n  \"jobName\": \"invoices\"\n  \"cron\": \"x\"\n}");
        editor.validate();

        assertThat(editor.text("cron").get()).isEqualTo(fixture.job.cron());
        assertThat(editor.fault()).map(JsonFault::line).contains(3);
        assertThat(editor.allProblems().countProperty().get()).isEqualTo(1);
        editor.save();
        assertThat(fixture.sent).isEmpty();
    }

    @Test
    void unknownMembersStayAndCanBeChangedInTheJson() {
        EditorModel editor = fixture.update();
        editor.jsonProperty().set(editor.jsonProperty().get().replace("\"ownerTeam\": \"billing\"", "\"ownerTeam\": \"sales\""));

        editor.text("cron").set("0 0 3 * * ?");

        assertThat(editor.document().text("ownerTeam")).isEqualTo("sales");
    }

    @Test
    void whatIsLeftOutOfTheJsonButKeptByTheServerIsNotShownAsAChange() {
        EditorModel editor = fixture.update();
        editor.jsonProperty().set(editor.document().with(List.of("ownerTeam"), Optional.empty(), List.of()).pretty());
        assertThat(editor.dirtyProperty().get()).isTrue();

        editor.save();

        assertThat(editor.pageProperty().get()).isEqualTo(Page.EDIT);
        assertThat(editor.failureProperty().get()).isEqualTo("Nothing differs from what is stored.");
    }

    @Test
    void anOptionalFieldThatIsEmptyHasNoMember() {
        EditorModel editor = fixture.update();
        editor.text("failoverMaxAttempts").set("5");
        assertThat(editor.jsonProperty().get()).contains("\"failoverMaxAttempts\": 5");

        editor.text("failoverMaxAttempts").set("");

        assertThat(editor.jsonProperty().get()).doesNotContain("failoverMaxAttempts");
        assertThat(editor.dirtyProperty().get()).isFalse();
    }

    @Test
    void problemsAreFoundByTheServersRulesAsOneTypes() {
        EditorModel editor = fixture.update();
        editor.text("cron").set("every day");
        editor.text("shardingTotalCount").set("three");
        editor.text("cpuCount").set("");

        editor.validate();

        assertThat(editor.problems()).containsOnlyKeys("cron", "shardingTotalCount", "cpuCount");
        assertThat(editor.problems().get("cron").message()).contains("has 2 fields");
        assertThat(editor.allProblems().countProperty().get()).isEqualTo(3);
    }

    @Test
    void aNewDocumentCountsWhatIsMissingAndNamesItOnceSavingWasTried() {
        EditorModel editor = fixture.register("{\"jobName\":\"\",\"appName\":\"\",\"jobType\":\"SIMPLE\",\"cron\":\"\","
                + "\"jobExecutionType\":\"TRANSIENT\",\"shardingTotalCount\":1,\"cpuCount\":1,\"memoryMB\":1}");
        List<String> turnedTo = new ArrayList<>();
        editor.setOnWrongField(turnedTo::add);
        assertThat(editor.allProblems().countProperty().get()).isEqualTo(4);
        assertThat(editor.problems()).isEmpty();

        editor.save();

        assertThat(editor.problems()).containsOnlyKeys("jobName", "appName", "cron", "jobClass");
        assertThat(turnedTo).containsExactly("jobName");
    }

    @Test
    void aNameThatIsTakenAnAppThatIsMissingAndANewNameForWhatIsStoredAreProblems() {
        EditorModel copy = fixture.register(Codecs.JOB.write(fixture.job).replace("billing_app", "no_such_app"));
        copy.save();
        assertThat(copy.problems()).containsOnlyKeys("jobName", "appName");

        EditorModel renamed = fixture.update();
        renamed.text("jobName").set("bills");
        renamed.validate();
        assertThat(renamed.problems()).containsOnlyKeys("jobName");
    }

    @Test
    void whatBelongsToAnotherTypeGoesAndComesBack() {
        EditorModel editor = fixture.update();
        editor.text("jobType").set("SCRIPT");
        assertThat(editor.shows("scriptCommandLine")).isTrue();
        assertThat(editor.shows("jobClass")).isFalse();
        editor.text("scriptCommandLine").set("echo hello");
        assertThat(editor.document().text("scriptCommandLine")).isEqualTo("echo hello");

        editor.text("jobType").set("SIMPLE");

        assertThat(editor.document().members().has("scriptCommandLine")).isFalse();
        assertThat(editor.document().text("jobClass")).isEqualTo(fixture.job.jobClass());
        assertThat(editor.dirtyProperty().get()).isFalse();
    }

    @Test
    void savingShowsWhatChangesFirstAndThenSendsTheVersionItBeganFrom() {
        EditorModel editor = fixture.update();
        editor.text("cron").set("0 0 3 * * ?");

        editor.save();
        assertThat(fixture.sent).isEmpty();
        assertThat(editor.pageProperty().get()).isEqualTo(Page.REVIEW);
        assertThat(editor.currentReview()).hasValueSatisfying(review -> {
            assertThat(review.fields()).extracting(FieldDifference::path).containsExactly("cron");
            assertThat(review.lines()).isNotEmpty();
            assertThat(review.effects()).containsExactly("Restarts nothing.");
        });

        editor.confirm();
        assertThat(fixture.sent).singleElement().satisfies(request -> {
            assertThat(request.basis()).contains(new ConfigVersion("v1"));
            assertThat(Codecs.JOB.read(request.text()).cron()).isEqualTo("0 0 3 * * ?");
        });
        fixture.onSaved.run();
        assertThat(editor.savedProperty().get()).isTrue();
        assertThat(fixture.followed).isFalse();
    }

    @Test
    void confirmingTwiceSendsOnce() {
        EditorModel editor = fixture.update();
        editor.text("cron").set("0 0 3 * * ?");
        editor.save();

        editor.confirm();
        editor.confirm();

        assertThat(fixture.sent).hasSize(1);
    }

    @Test
    void aRefusalStandsAtItsFieldUntilTheFieldIsChanged() {
        EditorModel editor = fixture.update();
        editor.text("cron").set("0 0 3 * * ?");
        editor.save();
        editor.confirm();

        fixture.onRefused.accept(new Refusal("cron: no.", List.of(new FieldProblem("cron", "no.", "0 0 1 * * ?"))));
        assertThat(editor.pageProperty().get()).isEqualTo(Page.EDIT);
        assertThat(editor.problems().get("cron").message()).isEqualTo("no.");

        editor.text("cron").set("0 0 1 * * ?");
        editor.validate();
        assertThat(editor.problems()).isEmpty();
    }

    @Test
    void whatSomebodyElseStoresIsToldAtOnceAndEachFieldIsChosen() {
        EditorModel editor = fixture.update();
        editor.text("cron").set("0 0 3 * * ?");
        editor.text("description").set("Mine");
        fixture.storedBy("ben", changed("Theirs", 512), new ConfigUpdate.Field("description", Optional.empty(), Optional.empty()));
        assertThat(editor.isStale()).isTrue();

        editor.save();
        assertThat(editor.pageProperty().get()).isEqualTo(Page.CONFLICT);
        ConflictModel conflict = editor.currentConflict().orElseThrow();
        assertThat(conflict.fields()).extracting(ConflictModel.Field::name).containsExactly("cron", "description", "memoryMB");
        assertThat(conflict.fields()).extracting(field -> field.choiceProperty().get()).containsExactly(
                ConflictModel.Side.MINE, null, ConflictModel.Side.THEIRS);
        assertThat(conflict.fields().get(1).update()).map(ConfigUpdate::by).contains("ben");
        assertThat(conflict.decidedProperty().get()).isFalse();
        editor.takeResolution();
        assertThat(editor.pageProperty().get()).isEqualTo(Page.CONFLICT);

        conflict.fields().get(1).choiceProperty().set(ConflictModel.Side.MINE);
        editor.takeResolution();
        assertThat(editor.isStale()).isFalse();
        editor.save();
        assertThat(editor.currentReview().orElseThrow().fields()).extracting(FieldDifference::path)
                .containsExactly("cron", "description");
        editor.confirm();

        JobConfig saved = Codecs.JOB.read(fixture.sent.get(0).text());
        assertThat(saved.description()).isEqualTo("Mine");
        assertThat(saved.memoryMb()).isEqualTo(512);
        assertThat(fixture.sent.get(0).basis()).contains(new ConfigVersion("v2"));
    }

    @Test
    void aRefusalAsStaleWaitsForWhatWasStoredToArrive() {
        EditorModel editor = fixture.update();
        editor.text("description").set("Mine");
        editor.save();
        editor.confirm();

        fixture.onRefused.accept(new Refusal("Job 'invoices' was changed.", List.of(), true));
        assertThat(editor.failureProperty().get()).isEqualTo("Job 'invoices' was changed.");

        fixture.storedBy("ben", changed("Theirs", 256));
        assertThat(editor.pageProperty().get()).isEqualTo(Page.CONFLICT);
    }

    @Test
    void takingAllOfTheirsLeavesNothingToSave() {
        EditorModel editor = fixture.update();
        editor.text("description").set("Mine");
        fixture.storedBy("ben", changed("Theirs", 512));
        editor.resolve();
        editor.currentConflict().orElseThrow().takeAll(ConflictModel.Side.THEIRS);

        editor.takeResolution();
        editor.save();

        assertThat(editor.text("description").get()).isEqualTo("Theirs");
        assertThat(editor.failureProperty().get()).isEqualTo("Nothing differs from what is stored.");
    }

    @Test
    void whatWasDeregisteredMeanwhileCanBeRegisteredAgain() {
        EditorModel editor = fixture.update();
        fixture.removed();
        assertThat(editor.isStale()).isTrue();

        editor.registerAgain();

        assertThat(editor.mode()).isEqualTo(EditorMode.REGISTER);
        assertThat(editor.isStale()).isFalse();
    }

    @Test
    void whatIsStoredAndCannotBeReadIsShownAsItIsAndCanBeMended() {
        EditorModel editor = fixture.updateOf("{\"jobName\":\"invoices\",");
        assertThat(editor.fault()).map(JsonFault::kind).contains(JsonFault.Kind.NAME_MISSING);

        editor.jsonProperty().set(Codecs.JOB.write(fixture.job));
        editor.save();

        assertThat(editor.pageProperty().get()).isEqualTo(Page.REVIEW);
    }

    private JobConfig changed(String description, double memory) {
        Document theirs = Document.parse(Codecs.JOB.write(fixture.job)).orElseThrow();
        return Codecs.JOB.read(theirs
                .with(List.of("description"), Optional.of(new JsonPrimitive(description)), List.of())
                .with(List.of("memoryMB"), Optional.of(new JsonPrimitive(memory)), List.of()).text());
    }
}
