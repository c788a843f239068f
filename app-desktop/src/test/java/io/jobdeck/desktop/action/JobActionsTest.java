package io.jobdeck.desktop.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.desktop.dialog.Confirmation;
import io.jobdeck.desktop.dialog.Notice;
import io.jobdeck.desktop.editor.EditorModel;
import io.jobdeck.desktop.editor.Page;
import io.jobdeck.desktop.fold.Estate;
import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.operations.FieldProblem;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobActionsTest {

    private static final Target ENABLED = new Target.Job("invoices");
    private static final Target OTHER = new Target.Job("reminders");
    private static final Target DISABLED = new Target.Job("archive");
    private static final Target DAEMON = new Target.Job("listener");
    private static final Target OF_DISABLED_APP = new Target.Job("exports");
    private static final Target UNREADABLE = new Target.Job("broken");

    private final SampleCluster cluster = new SampleCluster();
    private final RecordingOperations operations = cluster.operations;
    private final Texts texts = new Texts(Language.ENGLISH);
    private final RecordingDialogs dialogs = new RecordingDialogs();
    private final OperationRunner runner = new OperationRunner(Runnable::run, dialogs, texts);
    private final ActionCatalog actions = new ActionContext(cluster.connection, cluster.model,
            new Rules(app -> List.of(), job -> List.of()), dialogs, runner, texts).catalog();

    @BeforeEach
    void estate() {
        cluster.job("listener", ExecutionType.DAEMON, 3, 0);
        cluster.job(Estate.job("exports", SampleCluster.OLD, ExecutionType.TRANSIENT, Estate.EVERY_FIVE_SECONDS, 1), 0, 0);
        cluster.job(Estate.job("old-listener", SampleCluster.LEGACY, ExecutionType.DAEMON, Estate.EVERY_FIVE_SECONDS, 1), 0, 0);
        cluster.put(Estate.node(RegistryPaths.configJob("broken"), "{"));
        cluster.look();
    }

    @AfterEach
    void stop() {
        runner.close();
    }

    @Test
    void enableIsForSelectionsWithSomethingDisabled() {
        assertThat(enabled(ActionFace.JOB_ENABLE, ENABLED, DISABLED)).isTrue();
        assertThat(enabled(ActionFace.JOB_ENABLE, ENABLED, OF_DISABLED_APP)).isFalse();
        assertThat(enabled(ActionFace.JOB_ENABLE)).isFalse();
    }

    @Test
    void disableIsForSelectionsWithSomethingNotDisabled() {
        assertThat(enabled(ActionFace.JOB_DISABLE, DISABLED)).isFalse();
        assertThat(enabled(ActionFace.JOB_DISABLE, DISABLED, DAEMON)).isTrue();
        assertThat(enabled(ActionFace.JOB_DISABLE, OF_DISABLED_APP)).isTrue();
    }

    @Test
    void triggerIsForEnabledJobsAndForDaemonsWhoseExecutorTakesTheOrder() {
        assertThat(enabled(ActionFace.JOB_TRIGGER, ENABLED)).isTrue();
        assertThat(enabled(ActionFace.JOB_TRIGGER, DAEMON)).isTrue();
        assertThat(enabled(ActionFace.JOB_TRIGGER, DISABLED, OF_DISABLED_APP, UNREADABLE)).isFalse();
        assertThat(reason(ActionFace.JOB_TRIGGER, new Target.Job("old-listener")))
                .isEqualTo("The app legacy_app of daemon old-listener embeds the executor of Elastic-Job-Cloud 2.1.5, "
                        + "which takes no order to fire.");
    }

    @Test
    void anActionThatCannotBeDoneSaysWhy() {
        assertThat(reason(ActionFace.JOB_TRIGGER)).isEqualTo("Select a job first.");
        assertThat(reason(ActionFace.JOB_TRIGGER, DISABLED)).isEqualTo("archive is disabled; enable it first.");
        assertThat(reason(ActionFace.JOB_ENABLE, OF_DISABLED_APP))
                .isEqualTo("Not exports but its app old_app is disabled; enable the app.");
        assertThat(reason(ActionFace.JOB_UPDATE, ENABLED, OTHER)).isEqualTo("This can be done to one at a time only.");
        assertThat(reason(ActionFace.JOB_ADD_RUN, DAEMON))
                .isEqualTo("listener is a daemon: its tasks are always up, nothing is queued.");
        assertThat(reason(ActionFace.JOB_KILL, DISABLED)).isEqualTo("No task of archive is running.");
        assertThat(reason(ActionFace.JOB_CLEAR_FAILOVER, ENABLED)).isEqualTo("No item of invoices is in the failover queue.");
        assertThat(reason(ActionFace.JOB_DISABLE, new Target.Job("gone"))).isEqualTo("Job gone is no longer registered.");
        assertThat(reason(ActionFace.JOB_DISABLE, ENABLED)).isEmpty();
    }

    @Test
    void aReadOnlyConnectionChangesNothing() {
        cluster.connection.readOnlyProperty().set(true);

        assertThat(Arrays.stream(ActionFace.values()).filter(ActionFace::changes)).allSatisfy(face ->
                assertThat(actions.bound(face, ENABLED).reasonProperty().get()).isEqualTo("This connection is read-only."));
    }

    @Test
    void updateIsForOneJobAlsoOneWhoseConfigCannotBeReadAndCopyIsNot() {
        assertThat(enabled(ActionFace.JOB_UPDATE, DISABLED)).isTrue();
        assertThat(enabled(ActionFace.JOB_UPDATE, ENABLED, OTHER)).isFalse();
        assertThat(enabled(ActionFace.JOB_UPDATE, UNREADABLE)).isTrue();
        assertThat(enabled(ActionFace.JOB_COPY, UNREADABLE)).isFalse();
        assertThat(enabled(ActionFace.JOB_DEREGISTER, UNREADABLE)).isTrue();
    }

    @Test
    void disableSaysInNumbersWhatItWillDoToThoseItAppliesTo() {
        dialogs.answer = false;

        run(ActionFace.JOB_DISABLE, ENABLED, OTHER, DISABLED);

        Confirmation question = dialogs.questions.get(0);
        assertThat(question.title()).isEqualTo("Disable 2 jobs?");
        assertThat(question.text()).isEqualTo("Disables 2 jobs, kills 3 running tasks, drops a backlog of 40.");
        assertThat(question.names()).containsExactly("invoices", "reminders");
        assertThat(question.verb()).isEqualTo("Disable 2 jobs");
    }

    @Test
    void theQuestionIsAskedInTheLanguageChosen() {
        dialogs.answer = false;
        texts.setLanguage(Language.SIMPLIFIED_CHINESE);

        run(ActionFace.JOB_DEREGISTER, ENABLED);

        assertThat(dialogs.questions.get(0).title()).isEqualTo("注销 invoices？");
        assertThat(dialogs.questions.get(0).text()).contains("2 个运行中的任务", "30 次");
    }

    @Test
    void noMeansThatNothingHappens() {
        dialogs.answer = false;

        run(ActionFace.JOB_DEREGISTER, ENABLED);

        assertThat(operations.calls()).isEmpty();
        assertThat(dialogs.notices).isEmpty();
    }

    @Test
    void yesDoesItBehindTheWindowInThePersonsNameAndSaysSo() {
        run(ActionFace.JOB_DISABLE, ENABLED);

        await().until(() -> !dialogs.notices.isEmpty());
        assertThat(operations.calls()).containsExactly("disableJob invoices");
        assertThat(operations.lastCaller()).isEqualTo(Samples.CALLER);
        assertThat(operations.lastThread()).startsWith("jobdeck-operation-");
        assertThat(dialogs.notices).containsExactly(Notice.success("Disabled invoices."));
    }

    @Test
    void whatIsNotDangerousDoesNotAsk() {
        run(ActionFace.JOB_TRIGGER, ENABLED, OF_DISABLED_APP);
        await().until(() -> dialogs.notices.size() == 1);
        run(ActionFace.JOB_ENABLE, DISABLED);
        await().until(() -> dialogs.notices.size() == 2);

        assertThat(dialogs.questions).isEmpty();
        assertThat(operations.calls()).containsExactly("triggerJob invoices", "enableJob archive");
    }

    @Test
    void aSingleRefusalIsANoticeWithItsReason() {
        operations.refuse("invoices", OperationException.conflict("Daemon jobs cannot be triggered."));

        run(ActionFace.JOB_TRIGGER, ENABLED);

        await().until(() -> !dialogs.notices.isEmpty());
        assertThat(dialogs.notices).containsExactly(Notice.failure("Daemon jobs cannot be triggered."));
    }

    @Test
    void refusalsAmongSeveralAreReportedEachAndCanBeTriedAgain() {
        operations.refuse("reminders", OperationException.unavailable("The leader did not answer.", null));

        run(ActionFace.JOB_DISABLE, ENABLED, OTHER);

        await().until(() -> !dialogs.reports.isEmpty());
        assertThat(dialogs.reports.get(0).title()).isEqualTo("Could not disable reminders");
        assertThat(dialogs.reports.get(0).summary()).isEqualTo("Disabled invoices.");
        assertThat(dialogs.reports.get(0).items()).singleElement()
                .satisfies(item -> assertThat(item.reason()).isEqualTo("The leader did not answer."));

        operations.accept("reminders");
        dialogs.reports.get(0).retry().run();

        await().until(() -> !dialogs.notices.isEmpty());
        assertThat(operations.calls()).containsExactly("disableJob invoices", "disableJob reminders",
                "disableJob reminders");
    }

    @Test
    void anUnexpectedErrorIsToldWithoutItsInsides() {
        operations.refuse("invoices", new IllegalStateException("null at 0x17"));

        run(ActionFace.JOB_TRIGGER, ENABLED);

        await().until(() -> !dialogs.notices.isEmpty());
        assertThat(dialogs.notices.get(0).text()).doesNotContain("0x17").contains("log");
    }

    @Test
    void whatTakesLongShowsProgressUntilItIsDone() {
        CountDownLatch gate = operations.hold();

        run(ActionFace.JOB_DISABLE, ENABLED, OTHER);
        await().until(() -> dialogs.openProgress.contains("Disabling 2 jobs"));
        gate.countDown();

        await().until(() -> !dialogs.notices.isEmpty());
        assertThat(dialogs.openProgress).isEmpty();
    }

    @Test
    void whatIsQuickShowsNoProgress() {
        run(ActionFace.JOB_DISABLE, ENABLED);

        await().until(() -> !dialogs.notices.isEmpty());
        assertThat(dialogs.progress).isEmpty();
    }

    @Test
    void registerOpensAnEmptyFormAndUpdateTheJobAsItIs() {
        run(ActionFace.JOB_REGISTER);
        run(ActionFace.JOB_UPDATE, ENABLED);

        assertThat(dialogs.editors.get(0).text("jobName").get()).isEmpty();
        assertThat(dialogs.editors.get(1).document().text()).isEqualTo(
                Codecs.JOB.write(cluster.model.job("invoices").flatMap(JobFacts::config).orElseThrow()));
    }

    @Test
    void aCopyHasEverythingButTheName() {
        run(ActionFace.JOB_COPY, ENABLED);

        EditorModel copy = dialogs.editors.get(0);
        assertThat(copy.text("jobName").get()).isEmpty();
        assertThat(copy.document().named(copy.kind(), "invoices").text()).isEqualTo(
                Codecs.JOB.write(cluster.model.job("invoices").flatMap(JobFacts::config).orElseThrow()));
    }

    @Test
    void savingUpdatesTheJobFromTheStateItWasOpenedInAndARefusalLandsAtItsField() {
        run(ActionFace.JOB_UPDATE, ENABLED);
        EditorModel editor = dialogs.editors.get(0);
        operations.refuse("invoices", OperationException.invalid(
                List.of(new FieldProblem("cron", "never fires.", "0/5 * * * * ?"))));
        editor.text("cron").set("0 0 0 1 1 ? 1999");

        editor.save();
        editor.confirm();
        await().until(() -> !editor.problems().isEmpty());
        assertThat(editor.problems().get("cron").message()).isEqualTo("never fires.");
        assertThat(editor.pageProperty().get()).isEqualTo(Page.EDIT);

        operations.accept("invoices");
        editor.text("cron").set("0 0 0 1 1 ?");
        editor.save();
        editor.confirm();
        await().until(() -> editor.savedProperty().get());
        assertThat(operations.lastJob().cron()).isEqualTo("0 0 0 1 1 ?");
        assertThat(operations.lastBasis()).isPresent();
        assertThat(dialogs.notices).containsExactly(Notice.success("Updated invoices."));
    }

    private boolean enabled(ActionFace face, Target... targets) {
        return actions.bound(face, targets).enabledProperty().get();
    }

    private String reason(ActionFace face, Target... targets) {
        return actions.bound(face, targets).reasonProperty().get();
    }

    private void run(ActionFace face, Target... targets) {
        actions.bound(face, targets).fire();
    }
}
