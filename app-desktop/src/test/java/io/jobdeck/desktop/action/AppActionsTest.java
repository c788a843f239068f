package io.jobdeck.desktop.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.desktop.apps.AppRow;
import io.jobdeck.desktop.fold.AppState;
import io.jobdeck.desktop.fold.JobState;
import io.jobdeck.desktop.jobs.JobRow;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppActionsTest {

    private final AppRow enabled = Samples.row("billing_app", AppState.ENABLED, 2, 3, 2);
    private final AppRow disabled = Samples.row("old_app", AppState.DISABLED, 0, 0, 0);
    private final List<JobRow> jobs = List.of(
            Samples.row("invoices", JobState.ENABLED, 2, 30), Samples.row("reminders", JobState.ENABLED, 1, 10));

    private final Texts texts = new Texts(Language.ENGLISH);
    private final RecordingOperations operations = new RecordingOperations();
    private final RecordingDialogs dialogs = new RecordingDialogs();
    private final OperationRunner runner = new OperationRunner(Runnable::run, dialogs, texts);
    private final Inventory inventory = Samples.inventory(List.of(enabled, disabled), jobs);
    private final Rules rules = new Rules(app -> List.of(), job -> List.of());
    private final AppActions actions =
            new AppActions(Samples.connection(operations), inventory, rules, dialogs, runner, texts);

    @AfterEach
    void stop() {
        runner.close();
    }

    @Test
    void enableAndDisableFollowTheState() {
        assertThat(actions.enable().enabledFor(List.of(enabled))).isFalse();
        assertThat(actions.enable().enabledFor(List.of(enabled, disabled))).isTrue();
        assertThat(actions.disable().enabledFor(List.of(disabled))).isFalse();
        assertThat(actions.disable().enabledFor(List.of(enabled, disabled))).isTrue();
        assertThat(actions.registerJob().enabledFor(List.of(enabled, disabled))).isFalse();
    }

    @Test
    void disableCountsTheJobsOfTheApp() {
        actions.disable().run(List.of(enabled));

        assertThat(dialogs.questions.get(0).title()).isEqualTo("Disable billing_app?");
        assertThat(dialogs.questions.get(0).text())
                .isEqualTo("Disables 1 app, stops 2 jobs, kills 3 running tasks, drops a backlog of 40.");
        await().until(() -> operations.calls().contains("disableApp billing_app"));
    }

    @Test
    void deregisterCountsTheExecutorsToo() {
        actions.deregister().run(List.of(enabled));

        assertThat(dialogs.questions.get(0).text()).isEqualTo("Deregisters 1 app, deregisters 2 jobs, kills 3 running "
                + "tasks, drops a backlog of 40, stops 2 executors. This cannot be undone.");
        await().until(() -> operations.calls().contains("deregisterApp billing_app"));
    }

    @Test
    void anAppThatDoesNothingLosesNothing() {
        actions.deregister().run(List.of(disabled));

        assertThat(dialogs.questions.get(0).text()).isEqualTo("Deregisters 1 app. This cannot be undone.");
    }

    @Test
    void aJobIsRegisteredForTheAppSelected() {
        actions.registerJob().run(List.of(enabled));

        assertThat(dialogs.jobForms.get(0).appNameProperty().get()).isEqualTo("billing_app");
    }

    @Test
    void anAppIsRegisteredAndUpdatedThroughItsForm() {
        actions.register().run(List.of());
        dialogs.appForms.get(0).appNameProperty().set("fresh_app");
        dialogs.appForms.get(0).save();
        await().until(() -> dialogs.appForms.get(0).savedProperty().get());

        actions.update().run(List.of(enabled));
        dialogs.appForms.get(1).memoryMbProperty().set("512");
        dialogs.appForms.get(1).save();
        await().until(() -> dialogs.appForms.get(1).savedProperty().get());

        assertThat(operations.calls()).containsExactly("registerApp fresh_app", "updateApp billing_app");
        assertThat(operations.lastApp().memoryMb()).isEqualTo(512);
        assertThat(operations.lastApp().unknown().get("costCentre").getAsInt()).isEqualTo(4711);
    }

    @Test
    void everyActionExistsOnceAndIsFoundInAMenu() {
        JobActions jobActions = new JobActions(Samples.connection(operations), inventory, rules, dialogs, runner, texts);

        Stream<String> inMenus = Stream.concat(jobActions.all().stream().map(Action::id),
                actions.all().stream().map(Action::id));

        assertThat(inMenus).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(ActionFace.values()).map(ActionFace::id).toList());
    }
}
