package io.jobdeck.desktop.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.desktop.dialog.Notice;
import io.jobdeck.desktop.editor.DocumentKind;
import io.jobdeck.desktop.editor.Documents;
import io.jobdeck.desktop.editor.EditorMode;
import io.jobdeck.desktop.editor.SaveRequest;
import io.jobdeck.desktop.editor.StoredDocument;
import io.jobdeck.desktop.editor.TreeDocuments;
import io.jobdeck.desktop.fold.Estate;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.operations.DisableOptions;
import io.jobdeck.scheduler.operations.RegistryOperations;
import io.jobdeck.scheduler.operations.TriggerOptions;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be undone for a few seconds, what cannot, and what is said when it has become too late. */
class UndoTest {

    private static final Target QUIET = new Target.Job("quiet");

    private final SampleCluster cluster = new SampleCluster();
    private final RecordingOperations operations = cluster.operations;
    private final RecordingDialogs dialogs = new RecordingDialogs();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final OperationRunner runner = new OperationRunner(Runnable::run, dialogs, texts);
    private final ActionCatalog actions = new ActionContext(cluster.connection, cluster.model,
            new Rules(app -> List.of(), job -> List.of()), dialogs, runner, texts).catalog();

    @BeforeEach
    void aJobWithNothingToDo() {
        cluster.job("quiet", ExecutionType.TRANSIENT, 0, 0);
        cluster.job("listener", ExecutionType.DAEMON, 0, 0);
        cluster.look();
    }

    @AfterEach
    void stop() {
        runner.close();
    }

    @Test
    void aTriggeredRunIsTakenOutOfTheQueueAgain() {
        Notice notice = after(ActionFace.JOB_TRIGGER, QUIET);

        undo(notice);

        assertThat(operations.calls()).containsExactly("triggerJob quiet", "removeReady quiet");
        assertThat(dialogs.notices.get(1)).isEqualTo(Notice.success("Undone for quiet."));
    }

    @Test
    void aRunThatHasBegunIsLeftAloneAndThatIsSaid() {
        Notice notice = after(ActionFace.JOB_TRIGGER, QUIET);
        cluster.put(Estate.taskNode(cluster.task("quiet", 0)));
        cluster.look();

        undo(notice);

        assertThat(operations.calls()).containsExactly("triggerJob quiet");
        assertThat(dialogs.notices.get(1).text()).startsWith("It is too late: a run of quiet has begun.");
    }

    @Test
    void aRunThatWasLaunchedMeanwhileIsNotThereToTakeOut() {
        Notice notice = after(ActionFace.JOB_TRIGGER, QUIET);
        operations.find(0);

        undo(notice);

        assertThat(dialogs.notices.get(1).text()).startsWith("It is too late: a run of quiet has begun.");
    }

    @Test
    void aTriggerThatAddedNoRunAndOneThatFiredAtOnceOfferNoWayBack() {
        assertThat(after(ActionFace.JOB_TRIGGER, new Target.Job("invoices")).offer()).isEmpty();
        assertThat(after(ActionFace.JOB_TRIGGER, new Target.Job("listener")).offer()).isEmpty();
    }

    @Test
    void anAddedRunIsTakenOutWhateverWaits() {
        undo(after(ActionFace.JOB_ADD_RUN, new Target.Job("invoices")));

        assertThat(operations.calls()).containsExactly("triggerJob invoices", "removeReady invoices");
    }

    @Test
    void aJobThatHadNothingToLoseIsEnabledAgain() {
        undo(after(ActionFace.JOB_DISABLE, QUIET));

        assertThat(operations.calls()).containsExactly("disableJob quiet", "enableJob quiet");
    }

    @Test
    void aJobWhoseTasksWereKilledOffersNoWayBack() {
        assertThat(after(ActionFace.JOB_DISABLE, new Target.Job("invoices")).offer()).isEmpty();
    }

    @Test
    void anEnabledJobIsDisabledAgainAsItWas() {
        Instant until = Instant.parse("2027-01-01T00:00:00Z");
        cluster.put(Estate.node(RegistryPaths.disabledJobInfo("archive"), Codecs.DISABLEMENT.write(
                new Disablement("ben", SampleCluster.START, Optional.of(until), true))));

        undo(after(ActionFace.JOB_ENABLE, new Target.Job("archive")));

        assertThat(operations.calls()).containsExactly("enableJob archive", "disableJob archive");
        assertThat(operations.lastDisable()).isEqualTo(new DisableOptions(true, Optional.of(until)));
    }

    @Test
    void anEnabledJobThatRunsAlreadyIsNotStopped() {
        Notice notice = after(ActionFace.JOB_ENABLE, new Target.Job("archive"));
        cluster.put(Estate.taskNode(cluster.task("archive", 0)));
        cluster.look();

        undo(notice);

        assertThat(operations.calls()).containsExactly("enableJob archive");
    }

    @Test
    void runsTakenOutOfTheReadyQueueAreQueuedAgainAsManyAsThereWere() {
        operations.find(3);

        undo(after(ActionFace.READY_REMOVE_ALL, new Target.Ready("reminders")));

        assertThat(operations.calls()).containsExactly("removeReady reminders", "triggerJob reminders",
                "triggerJob reminders", "triggerJob reminders");
        assertThat(operations.lastTrigger().addRun()).isTrue();
    }

    @Test
    void aRunOfItsOwnIsAskedForAgain() {
        cluster.put(Estate.node(RegistryPaths.run("quiet", "r1"), Codecs.ONE_OFF_RUN.write(new OneOffRun("r1", "quiet",
                Optional.of("month=last"), new TreeSet<>(Set.of(1)), "ann", SampleCluster.START))));

        undo(after(ActionFace.RUN_REMOVE, new Target.Run("quiet", "r1")));

        assertThat(operations.lastTrigger())
                .isEqualTo(new TriggerOptions(true, Optional.of("month=last"), new TreeSet<>(Set.of(1))));
    }

    @Test
    void whatIsGoneForGoodOffersNoWayBack() {
        cluster.put(Estate.failoverNode("invoices", 1));
        cluster.look();

        assertThat(after(ActionFace.JOB_CLEAR_FAILOVER, new Target.Job("invoices")).offer()).isEmpty();
        assertThat(after(ActionFace.JOB_KILL, new Target.Job("invoices")).offer()).isEmpty();
        assertThat(after(ActionFace.JOB_DEREGISTER, QUIET).offer()).isEmpty();
    }

    @Test
    void anAppThatRanNothingIsEnabledAgainAndAnEnabledOneDisabled() {
        undo(after(ActionFace.APP_DISABLE, new Target.App(SampleCluster.LEGACY)));
        undo(after(ActionFace.APP_ENABLE, new Target.App(SampleCluster.OLD)));

        assertThat(operations.calls()).containsExactly("disableApp legacy_app", "enableApp legacy_app",
                "enableApp old_app", "disableApp old_app");
        assertThat(after(ActionFace.APP_DISABLE, new Target.App(SampleCluster.BILLING)).offer()).isEmpty();
    }

    @Test
    void anUpdateIsTakenBackToTheStateBefore() {
        String before = cluster.registry.read(RegistryPaths.configJob("quiet")).orElseThrow().text();
        StoredDocument was = documents().find(DocumentKind.JOB, "quiet").orElseThrow();
        SaveRequest request = new SaveRequest(DocumentKind.JOB, EditorMode.UPDATE, "quiet", before, Optional.of(was.version()));
        UpdateUndo undo = new UpdateUndo(cluster.model, documents());
        assertThat(undo.before(request)).contains(was);

        update("quiet", "0 0 3 * * ?");

        SaveRequest back = undo.back(request, was).orElseThrow();
        assertThat(back.text()).isEqualTo(was.text());
        assertThat(back.basis()).contains(documents().find(DocumentKind.JOB, "quiet").orElseThrow().version());
    }

    @Test
    void anUpdateThatSomebodyElseHasChangedSinceIsLeftAlone() {
        StoredDocument was = documents().find(DocumentKind.JOB, "quiet").orElseThrow();
        SaveRequest request = new SaveRequest(DocumentKind.JOB, EditorMode.UPDATE, "quiet", was.text(),
                Optional.of(was.version()));
        update("quiet", "0 0 3 * * ?");
        update("quiet", "0 0 4 * * ?");

        assertThat(new UpdateUndo(cluster.model, documents()).back(request, was)).isEmpty();
    }

    @Test
    void anUpdateOfADaemonStartsItAnewAndOffersNoWayBack() {
        StoredDocument was = documents().find(DocumentKind.JOB, "listener").orElseThrow();

        assertThat(new UpdateUndo(cluster.model, documents()).before(new SaveRequest(DocumentKind.JOB, EditorMode.UPDATE,
                "listener", was.text(), Optional.of(was.version())))).isEmpty();
    }

    private Documents documents() {
        return new TreeDocuments(cluster.connection.tree(), Runnable::run);
    }

    /** As a scheduler does it, which also writes down what was changed. */
    private void update(String job, String cron) {
        JobConfig changed = Estate.job(job, SampleCluster.BILLING, ExecutionType.TRANSIENT, cron, 3);
        new RegistryOperations(cluster.registry, Clock.systemUTC()).updateJob(changed, Samples.CALLER);
    }

    private Notice after(ActionFace face, Target target) {
        int before = dialogs.notices.size();
        actions.bound(face, target).fire();
        await().until(() -> dialogs.notices.size() > before);
        return dialogs.notices.get(before);
    }

    private void undo(Notice notice) {
        int before = dialogs.notices.size();
        assertThat(notice.offer()).as(notice.text()).isPresent();
        notice.offer().orElseThrow().action().run();
        await().until(() -> dialogs.notices.size() > before);
    }
}
