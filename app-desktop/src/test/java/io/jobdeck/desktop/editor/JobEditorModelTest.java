package io.jobdeck.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.desktop.action.Samples;
import io.jobdeck.desktop.form.Refusal;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.JobType;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class JobEditorModelTest {

    private final JobConfig stored = Samples.job("invoices", ExecutionType.TRANSIENT);
    private final List<JobConfig> sent = new ArrayList<>();
    private final List<String> turnedTo = new ArrayList<>();
    private List<FieldProblem> ruled = List.of();
    private Runnable onSaved;
    private Consumer<Refusal> onRefused;

    private JobEditorModel form(EditorMode mode, JobConfig original) {
        JobEditorModel form = new JobEditorModel(mode, original, job -> ruled,
                KnownNames.of(List.of("billing_app"), List.of("invoices")), ZoneOffset.UTC, (job, saved, refused) -> {
                    sent.add(job);
                    onSaved = saved;
                    onRefused = refused;
                }, new Texts(Language.ENGLISH));
        form.setOnWrongField(turnedTo::add);
        return form;
    }

    @Test
    void whatTheFormDoesNotShowIsKept() {
        JobEditorModel form = form(EditorMode.UPDATE, stored);
        form.descriptionProperty().set("Sends invoices");

        form.save();

        assertThat(sent).singleElement().satisfies(job -> {
            assertThat(job.description()).isEqualTo("Sends invoices");
            assertThat(job.unknown()).isEqualTo(stored.unknown());
            assertThat(job.jobProperties()).isEqualTo(stored.jobProperties());
        });
    }

    @Test
    void anUntouchedFormIsTheStoredDocument() {
        JobEditorModel form = form(EditorMode.UPDATE, stored);

        assertThat(form.document()).isEqualTo(stored);
        assertThat(form.dirtyProperty().get()).isFalse();
    }

    @Test
    void goingBackToWhatWasThereIsNoChange() {
        JobEditorModel form = form(EditorMode.UPDATE, stored);
        form.cronProperty().set("x");
        assertThat(form.dirtyProperty().get()).isTrue();

        form.cronProperty().set(stored.cron());

        assertThat(form.dirtyProperty().get()).isFalse();
    }

    @Test
    void onlyFieldsThatApplyToTheTypeAreShown() {
        JobEditorModel form = form(EditorMode.UPDATE, stored);
        assertThat(form.shows("jobClass")).isTrue();
        assertThat(form.shows("scriptCommandLine")).isFalse();
        assertThat(form.shows("streamingProcess")).isFalse();

        form.jobTypeProperty().set(JobType.SCRIPT);
        assertThat(form.shows("jobClass")).isFalse();
        assertThat(form.shows("beanName")).isFalse();
        assertThat(form.shows("scriptCommandLine")).isTrue();

        form.jobTypeProperty().set(JobType.DATAFLOW);
        assertThat(form.shows("streamingProcess")).isTrue();

        form.executionTypeProperty().set(ExecutionType.DAEMON);
        assertThat(form.shows("misfire")).isFalse();
        assertThat(form.shows("failover")).isFalse();
    }

    @Test
    void aScriptHasItsCommandLineAndOtherTypesHaveNone() {
        JobEditorModel form = form(EditorMode.UPDATE, stored);
        form.jobTypeProperty().set(JobType.SCRIPT);
        form.scriptCommandLineProperty().set("echo hello");
        assertThat(form.document().scriptCommandLine()).isEqualTo("echo hello");

        form.jobTypeProperty().set(JobType.SIMPLE);

        assertThat(form.document().scriptCommandLine()).isNull();
        assertThat(form.document()).isEqualTo(stored);
    }

    @Test
    void aProblemIsShownOnceItsFieldWasChanged() {
        JobEditorModel form = form(EditorMode.UPDATE, stored);
        ruled = List.of(new FieldProblem("cron", "is no cron.", "0/5 * * * * ?"),
                new FieldProblem("jobClass", "is no class.", "com.example.Job"));

        form.cronProperty().set("x");
        form.validate();
        assertThat(form.problems()).containsOnlyKeys("cron");

        form.save();
        assertThat(form.problems()).containsOnlyKeys("cron", "jobClass");
        assertThat(sent).isEmpty();
        assertThat(turnedTo).containsExactly("jobClass");
    }

    @Test
    void aNumberThatIsNoneIsSaidAtItsField() {
        JobEditorModel form = form(EditorMode.UPDATE, stored);
        form.shardingTotalCountProperty().set("three");
        form.cpuCountProperty().set("");
        form.memoryMbProperty().set("1e999");

        form.save();

        assertThat(form.problems()).containsOnlyKeys("shardingTotalCount", "cpuCount", "memoryMB");
        assertThat(form.problems().get("shardingTotalCount").example()).isEqualTo("3");
        assertThat(sent).isEmpty();
    }

    @Test
    void aNameThatIsTakenOrAnAppThatIsMissingIsSaidBeforeAnythingIsSent() {
        JobEditorModel form = form(EditorMode.REGISTER, stored);
        form.appNameProperty().set("no_such_app");

        form.save();

        assertThat(form.problems()).containsOnlyKeys("jobName", "appName");
        assertThat(form.problems().get("appName").example()).isEqualTo("billing_app");
    }

    @Test
    void aRefusalStandsAtItsFieldUntilTheFieldIsChanged() {
        JobEditorModel form = form(EditorMode.UPDATE, stored);
        form.save();
        assertThat(form.savingProperty().get()).isTrue();

        onRefused.accept(new Refusal("cron: never fires.", List.of(new FieldProblem("cron", "never fires.", "0 0 1 * * ?"))));
        assertThat(form.savingProperty().get()).isFalse();
        assertThat(form.problems().get("cron").message()).isEqualTo("never fires.");
        assertThat(turnedTo).containsExactly("cron");

        form.cronProperty().set("0 0 1 * * ?");
        form.validate();
        assertThat(form.problems()).isEmpty();
    }

    @Test
    void aRefusalThatHasToDoWithNoFieldStandsBesideTheButtons() {
        JobEditorModel form = form(EditorMode.UPDATE, stored);
        form.save();

        onRefused.accept(new Refusal("The leader did not answer.", List.of()));

        assertThat(form.failureProperty().get()).isEqualTo("The leader did not answer.");
        assertThat(form.savedProperty().get()).isFalse();
    }

    @Test
    void aProblemOfAFieldNotShownIsToldInWords() {
        JobEditorModel form = form(EditorMode.UPDATE, stored);
        ruled = List.of(new FieldProblem("jobProperties", "must be an object.", "{}"));

        form.save();

        assertThat(form.failureProperty().get()).isEqualTo("jobProperties: must be an object. For example: {}");
    }

    @Test
    void savingTwiceSendsOnce() {
        JobEditorModel form = form(EditorMode.UPDATE, stored);
        form.save();
        form.save();
        assertThat(sent).hasSize(1);

        onSaved.run();

        assertThat(form.savedProperty().get()).isTrue();
    }
}
