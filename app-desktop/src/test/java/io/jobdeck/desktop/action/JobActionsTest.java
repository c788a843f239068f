package io.jobdeck.desktop.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.desktop.bulk.BulkModel;
import io.jobdeck.desktop.bulk.ItemResult;
import io.jobdeck.desktop.dialog.Confirmation;
import io.jobdeck.desktop.dialog.Notice;
import io.jobdeck.desktop.editor.EditorModel;
import io.jobdeck.desktop.editor.Page;
import io.jobdeck.desktop.fold.Estate;
import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.desktop.options.DisableFor;
import io.jobdeck.desktop.options.DisableModel;
import io.jobdeck.desktop.options.TriggerModel;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.operations.FieldProblem;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.TriggerOptions;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
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
        assertThat(question.text().getValue()).isEqualTo("Disables 2 jobs, kills 3 running tasks, drops a backlog of 40.");
        assertThat(question.names()).containsExactly("invoices", "reminders");
        assertThat(question.verb()).isEqualTo("Disable 2 jobs");
    }

    @Test
    void theQuestionIsAskedInTheLanguageChosen() {
        dialogs.answer = false;
        texts.setLanguage(Language.SIMPLIFIED_CHINESE);

        run(ActionFace.JOB_DEREGISTER, ENABLED);

        assertThat(dialogs.questions.get(0).title()).isEqualTo("注销 invoices？");
        assertThat(said(0)).contains("2 个运行中的任务", "30 次");
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
    void refusalsAmongSeveralAreListedEachAndCanBeTriedAgain() {
        operations.refuse("reminders", OperationException.unavailable("The leader did not answer.", null));

        run(ActionFace.JOB_DISABLE, ENABLED, OTHER);

        await().until(() -> !dialogs.bulks.isEmpty());
        BulkModel list = dialogs.bulks.get(0);
        assertThat(list.results()).containsExactly(new ItemResult("invoices", ItemResult.Outcome.SUCCEEDED, ""),
                new ItemResult("reminders", ItemResult.Outcome.FAILED, "The leader did not answer."));
        assertThat(list.asText()).isEqualTo("invoices\tSUCCEEDED\t\nreminders\tFAILED\tThe leader did not answer.\n");
        assertThat(dialogs.notices).isEmpty();

        operations.accept("reminders");
        list.retry();

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

        run(ActionFace.JOB_DISABLE, ENABLED);
        await().until(() -> dialogs.openProgress.contains("Disabling invoices"));
        gate.countDown();

        await().until(() -> !dialogs.notices.isEmpty());
        assertThat(dialogs.openProgress).isEmpty();
    }

    @Test
    void whatTakesLongOnManyShowsHowFarItIsAndEndsInAList() {
        CountDownLatch gate = operations.hold();

        run(ActionFace.JOB_DISABLE, ENABLED, OTHER);
        await().until(() -> !dialogs.bulks.isEmpty());
        BulkModel shown = dialogs.bulks.get(0);
        assertThat(shown.title()).isEqualTo("Disabling 2 jobs");
        assertThat(shown.currentProperty().get()).isEqualTo("invoices");
        assertThat(shown.stateProperty().get()).isEqualTo(BulkModel.State.RUNNING);
        gate.countDown();

        await().until(() -> shown.stateProperty().get() == BulkModel.State.ENDED);
        assertThat(shown.doneProperty().get()).isEqualTo(2);
        assertThat(dialogs.bulks).hasSize(1);
    }

    @Test
    void stoppingBeginsNoFurtherOnesAndSaysWhichWereNotDone() {
        CountDownLatch gate = operations.hold();
        run(ActionFace.JOB_DISABLE, ENABLED, OTHER);
        await().until(() -> !dialogs.bulks.isEmpty());
        BulkModel shown = dialogs.bulks.get(0);

        shown.stop();
        gate.countDown();

        await().until(() -> shown.stateProperty().get() == BulkModel.State.ENDED);
        assertThat(shown.results()).extracting(ItemResult::outcome)
                .containsExactly(ItemResult.Outcome.SUCCEEDED, ItemResult.Outcome.NOT_DONE);
        assertThat(operations.calls()).containsExactly("disableJob invoices");

        shown.retry();
        await().until(() -> operations.calls().contains("disableJob reminders"));
    }

    @Test
    void manyJobsAreDealtWithInCallsOnMany() {
        Target[] many = IntStream.range(0, 100).mapToObj(i -> "job-" + i).map(Target.Job::new).toArray(Target[]::new);
        for (Target job : many) {
            cluster.job(job.name(), ExecutionType.TRANSIENT, 0, 0);
        }
        cluster.look();

        run(ActionFace.JOB_TRIGGER, many);

        await().until(() -> !dialogs.notices.isEmpty());
        assertThat(dialogs.notices.get(0).text()).isEqualTo("Queued a run of 100 jobs each.");
        assertThat(operations.calls()).hasSize(100).allMatch(call -> call.startsWith("onJobs "));
    }

    @Test
    void theQuestionFollowsTheClusterWhileItStands() {
        dialogs.answer = false;
        run(ActionFace.JOB_DISABLE, ENABLED);
        String before = said(0);

        cluster.put(Estate.taskNode(cluster.task("invoices", 2)), Estate.readyNode("invoices", 31));
        cluster.look();

        assertThat(before).isEqualTo("Disables 1 job, kills 2 running tasks, drops a backlog of 30.");
        assertThat(said(0)).isEqualTo("Disables 1 job, kills 3 running tasks, drops a backlog of 31.");
    }

    @Test
    void killingSaysHowManyTasksOfHowManyJobsAndThatDaemonsComeBack() {
        dialogs.answer = false;
        run(ActionFace.JOB_KILL, ENABLED, OTHER, DAEMON);

        assertThat(said(0)).isEqualTo("Kills 6 running tasks of 3 jobs. 1 of the jobs is a daemon; its items are launched "
                + "again. Disable a daemon to keep it from running.");
    }

    @Test
    void aRunIsTriggeredWithAParameterAndItemsOfItsOwn() {
        run(ActionFace.JOB_TRIGGER_WITH, ENABLED);
        TriggerModel form = dialogs.triggerForms.get(0);
        form.jobParameterProperty().set("month=last");
        form.itemsProperty().set("0, 2");
        form.save();

        await().until(() -> !dialogs.notices.isEmpty());
        assertThat(operations.lastTrigger())
                .isEqualTo(new TriggerOptions(false, Optional.of("month=last"), new TreeSet<>(Set.of(0, 2))));
    }

    @Test
    void aJobIsDisabledForAWhileWithItsBacklogKept() {
        run(ActionFace.JOB_DISABLE_WITH, ENABLED);
        DisableModel form = dialogs.disableForms.get(0);
        assertThat(form.consequences().get()).isEqualTo("Disables 1 job, kills 2 running tasks.");
        form.keepBacklogProperty().set(false);
        assertThat(form.consequences().get()).isEqualTo("Disables 1 job, kills 2 running tasks, drops a backlog of 30.");
        form.keepBacklogProperty().set(true);
        form.lengthProperty().set(DisableFor.HOUR);
        form.save();

        await().until(() -> !dialogs.notices.isEmpty());
        assertThat(dialogs.questions).isEmpty();
        assertThat(operations.lastDisable().keepBacklog()).isTrue();
        assertThat(operations.lastDisable().until()).hasValueSatisfying(until ->
                assertThat(until).isBetween(Instant.now().plusSeconds(3500), Instant.now().plusSeconds(3601)));
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
        assertThat(dialogs.notices).extracting(Notice::text).containsExactly("Updated invoices.");
    }

    private String said(int question) {
        return dialogs.questions.get(question).text().getValue();
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
