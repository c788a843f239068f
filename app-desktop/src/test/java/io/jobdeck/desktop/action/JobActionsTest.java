package io.jobdeck.desktop.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.desktop.dialog.Confirmation;
import io.jobdeck.desktop.dialog.Notice;
import io.jobdeck.desktop.editor.JobEditorModel;
import io.jobdeck.desktop.fold.AppState;
import io.jobdeck.desktop.fold.JobState;
import io.jobdeck.desktop.jobs.JobRow;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.operations.FieldProblem;
import io.jobdeck.scheduler.operations.OperationException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobActionsTest {

    private final JobRow enabled = Samples.row("invoices", JobState.ENABLED, 2, 30);
    private final JobRow other = Samples.row("reminders", JobState.ENABLED, 1, 10);
    private final JobRow disabled = Samples.row("archive", JobState.DISABLED, 0, 0);
    private final JobRow daemon = Samples.row(Samples.job("listener", ExecutionType.DAEMON), JobState.ENABLED, 3, 0, 0);
    private final JobRow ofDisabledApp = Samples.row("exports", JobState.APP_DISABLED, 0, 0);
    private final JobRow unreadable = Samples.unreadable("broken");

    private final Texts texts = new Texts(Language.ENGLISH);
    private final RecordingOperations operations = new RecordingOperations();
    private final RecordingDialogs dialogs = new RecordingDialogs();
    private final OperationRunner runner = new OperationRunner(Runnable::run, dialogs, texts);
    private final JobActions actions = new JobActions(Samples.connection(operations),
            Samples.inventory(List.of(Samples.row("billing_app", AppState.ENABLED, 3, 3, 1)),
                    List.of(enabled, other, disabled)),
            new Rules(app -> List.of(), job -> List.of()), dialogs, runner, texts);

    @AfterEach
    void stop() {
        runner.close();
    }

    @Test
    void enableIsForSelectionsWithSomethingDisabled() {
        assertThat(actions.enable().enabledFor(List.of(enabled, disabled))).isTrue();
        assertThat(actions.enable().enabledFor(List.of(enabled, ofDisabledApp))).isFalse();
        assertThat(actions.enable().enabledFor(List.of())).isFalse();
    }

    @Test
    void disableIsForSelectionsWithSomethingNotDisabled() {
        assertThat(actions.disable().enabledFor(List.of(disabled))).isFalse();
        assertThat(actions.disable().enabledFor(List.of(disabled, daemon))).isTrue();
        assertThat(actions.disable().enabledFor(List.of(ofDisabledApp))).isTrue();
    }

    @Test
    void triggerIsForEnabledTransientJobs() {
        assertThat(actions.trigger().enabledFor(List.of(enabled))).isTrue();
        assertThat(actions.trigger().enabledFor(List.of(daemon))).isFalse();
        assertThat(actions.trigger().enabledFor(List.of(disabled, ofDisabledApp, unreadable))).isFalse();
    }

    @Test
    void updateIsForOneJobWhoseConfigCanBeRead() {
        assertThat(actions.update().enabledFor(List.of(disabled))).isTrue();
        assertThat(actions.update().enabledFor(List.of(enabled, other))).isFalse();
        assertThat(actions.update().enabledFor(List.of(unreadable))).isFalse();
        assertThat(actions.deregister().enabledFor(List.of(unreadable))).isTrue();
    }

    @Test
    void disableSaysInNumbersWhatItWillDoToThoseItAppliesTo() {
        dialogs.answer = false;

        actions.disable().run(List.of(enabled, other, disabled));

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

        actions.deregister().run(List.of(enabled));

        assertThat(dialogs.questions.get(0).title()).isEqualTo("注销 invoices？");
        assertThat(dialogs.questions.get(0).text()).contains("2 个运行中的任务", "30 次");
    }

    @Test
    void noMeansThatNothingHappens() {
        dialogs.answer = false;

        actions.deregister().run(List.of(enabled));

        assertThat(operations.calls()).isEmpty();
        assertThat(dialogs.notices).isEmpty();
    }

    @Test
    void yesDoesItBehindTheWindowInThePersonsNameAndSaysSo() {
        actions.disable().run(List.of(enabled));

        await().until(() -> !dialogs.notices.isEmpty());
        assertThat(operations.calls()).containsExactly("disableJob invoices");
        assertThat(operations.lastCaller()).isEqualTo(Samples.CALLER);
        assertThat(operations.lastThread()).startsWith("jobdeck-operation-");
        assertThat(dialogs.notices).containsExactly(Notice.success("Disabled invoices."));
    }

    @Test
    void whatIsNotDangerousDoesNotAsk() {
        actions.trigger().run(List.of(enabled, daemon));
        await().until(() -> dialogs.notices.size() == 1);
        actions.enable().run(List.of(disabled));
        await().until(() -> dialogs.notices.size() == 2);

        assertThat(dialogs.questions).isEmpty();
        assertThat(operations.calls()).containsExactly("triggerJob invoices", "enableJob archive");
    }

    @Test
    void aSingleRefusalIsANoticeWithItsReason() {
        operations.refuse("invoices", OperationException.conflict("Daemon jobs cannot be triggered."));

        actions.trigger().run(List.of(enabled));

        await().until(() -> !dialogs.notices.isEmpty());
        assertThat(dialogs.notices).containsExactly(Notice.failure("Daemon jobs cannot be triggered."));
    }

    @Test
    void refusalsAmongSeveralAreReportedEachAndCanBeTriedAgain() {
        operations.refuse("reminders", OperationException.unavailable("The leader did not answer.", null));

        actions.disable().run(List.of(enabled, other));

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

        actions.trigger().run(List.of(enabled));

        await().until(() -> !dialogs.notices.isEmpty());
        assertThat(dialogs.notices.get(0).text()).doesNotContain("0x17").contains("log");
    }

    @Test
    void whatTakesLongShowsProgressUntilItIsDone() {
        CountDownLatch gate = operations.hold();

        actions.disable().run(List.of(enabled, other));
        await().until(() -> dialogs.openProgress.contains("Disabling 2 jobs"));
        gate.countDown();

        await().until(() -> !dialogs.notices.isEmpty());
        assertThat(dialogs.openProgress).isEmpty();
    }

    @Test
    void whatIsQuickShowsNoProgress() {
        actions.disable().run(List.of(enabled));

        await().until(() -> !dialogs.notices.isEmpty());
        assertThat(dialogs.progress).isEmpty();
    }

    @Test
    void registerOpensAnEmptyFormAndUpdateTheJobAsItIs() {
        actions.register().run(List.of());
        actions.update().run(List.of(enabled));

        assertThat(dialogs.jobForms.get(0).jobNameProperty().get()).isEmpty();
        assertThat(dialogs.jobForms.get(1).document()).isEqualTo(enabled.config().orElseThrow());
    }

    @Test
    void savingTheFormUpdatesTheJobAndARefusalLandsAtItsField() {
        actions.update().run(List.of(enabled));
        JobEditorModel form = dialogs.jobForms.get(0);
        operations.refuse("invoices", OperationException.invalid(
                List.of(new FieldProblem("cron", "never fires.", "0/5 * * * * ?"))));
        form.cronProperty().set("0 0 0 1 1 ? 1999");

        form.save();
        await().until(() -> !form.problems().isEmpty());
        assertThat(form.problems().get("cron").message()).isEqualTo("never fires.");

        operations.accept("invoices");
        form.cronProperty().set("0 0 0 1 1 ?");
        form.save();
        await().until(() -> form.savedProperty().get());
        assertThat(operations.lastJob().cron()).isEqualTo("0 0 0 1 1 ?");
        assertThat(dialogs.notices).containsExactly(Notice.success("Updated invoices."));
    }
}
