package io.jobdeck.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import io.jobdeck.desktop.action.Samples;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.ExecutionType;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpdateEffectsTest {

    private JobLoad load = new JobLoad(true, List.of(0, 1, 2), 12, List.of(2));
    private AppLoad appLoad = new AppLoad(2, 3, 1);

    @Test
    void aNewDescriptionRestartsNothing() {
        assertThat(effects(ExecutionType.TRANSIENT, "description", new JsonPrimitive("new")))
                .containsExactly("Restarts nothing.");
        assertThat(effects(ExecutionType.DAEMON, "description", new JsonPrimitive("new")))
                .containsExactly("Restarts nothing.");
    }

    @Test
    void aNewCronIsRescheduledAndADaemonStartsAgain() {
        assertThat(effects(ExecutionType.TRANSIENT, "cron", new JsonPrimitive("0 0 3 * * ?")))
                .containsExactly("Reschedules the cron: it fires next at 2026-11-23 03:00:00 (UTC).");
        assertThat(effects(ExecutionType.DAEMON, "cron", new JsonPrimitive("0 0 3 * * ?")))
                .containsExactly("Starts 3 running tasks again.");
    }

    @Test
    void fewerItemsKillWhatRunsOfThoseThatAreGone() {
        load = new JobLoad(true, List.of(0, 1, 2), 0, List.of(2));
        assertThat(effects(ExecutionType.TRANSIENT, "shardingTotalCount", new JsonPrimitive(1)))
                .containsExactly("Drops items 1 and 2.", "Kills 2 running tasks.", "Drops 1 entry of the failover queue.",
                        "1 running task goes on as it began; the next run has the new values.");
    }

    @Test
    void moreItemsAreAdded() {
        load = new JobLoad(true, List.of(), 0, List.of());
        assertThat(effects(ExecutionType.TRANSIENT, "shardingTotalCount", new JsonPrimitive(5)))
                .containsExactly("Adds items 3 and 4.");
    }

    @Test
    void misfireSwitchedOffCutsTheBacklog() {
        Document on = document(ExecutionType.TRANSIENT).with(List.of("misfire"), Optional.of(new JsonPrimitive(true)), List.of());
        assertThat(of(on, document(ExecutionType.TRANSIENT))).containsExactly("Cuts the backlog of 12 runs to 1.");
    }

    @Test
    void anotherKindOfExecutionKillsAndDrops() {
        assertThat(effects(ExecutionType.TRANSIENT, "jobExecutionType", new JsonPrimitive("DAEMON"))).containsExactly(
                "Turns the job into a daemon: its tasks start and stay up.", "Kills 3 running tasks.",
                "Drops a backlog of 12 runs.", "Drops 1 entry of the failover queue.");
    }

    @Test
    void ofADisabledJobIsSaidThatNothingOfThisRuns() {
        load = new JobLoad(false, List.of(), 0, List.of());
        assertThat(effects(ExecutionType.TRANSIENT, "cron", new JsonPrimitive("0 0 3 * * ?"))).last().asString()
                .isEqualTo("The job is disabled: nothing of this runs until it is enabled.");
    }

    @Test
    void anAppsExecutorsAreReplacedOnlyForWhatTheyWereStartedWith() {
        Document app = Document.parse(Codecs.APP_REST.write(Samples.app("billing_app"))).orElseThrow();
        Document sampled = app.with(List.of("eventTraceSamplingCount"), Optional.of(new JsonPrimitive(5)), List.of());
        Document bigger = app.with(List.of("memoryMB"), Optional.of(new JsonPrimitive(512)), List.of());

        assertThat(updateEffects().of(DocumentKind.APP, Optional.of(app), sampled)).containsExactly("Restarts nothing.");
        assertThat(updateEffects().of(DocumentKind.APP, Optional.of(app), bigger)).containsExactly(
                "Replaces 2 running executors once their tasks have ended.",
                "3 running tasks finish in the old executors first.", "Starts 1 daemon task again in the new executor.");
    }

    private List<String> effects(ExecutionType execution, String member, JsonElement value) {
        Document before = document(execution);
        return of(before, before.with(List.of(member), Optional.of(value), List.of()));
    }

    private List<String> of(Document before, Document after) {
        return updateEffects().of(DocumentKind.JOB, Optional.of(before), after);
    }

    private UpdateEffects updateEffects() {
        return new UpdateEffects(new Texts(Language.ENGLISH), new Loads() {
            @Override
            public JobLoad job(String name) {
                return load;
            }

            @Override
            public AppLoad app(String name) {
                return appLoad;
            }
        }, Clock.fixed(EditorFixture.NOW, ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private static Document document(ExecutionType execution) {
        return Document.parse(Codecs.JOB.write(Samples.job("invoices", execution))).orElseThrow();
    }
}
