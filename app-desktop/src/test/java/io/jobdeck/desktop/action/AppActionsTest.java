package io.jobdeck.desktop.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppActionsTest {

    private static final Target ENABLED = new Target.App(SampleCluster.BILLING);
    private static final Target DISABLED = new Target.App(SampleCluster.OLD);

    private final SampleCluster cluster = new SampleCluster();
    private final RecordingOperations operations = cluster.operations;
    private final Texts texts = new Texts(Language.ENGLISH);
    private final RecordingDialogs dialogs = new RecordingDialogs();
    private final OperationRunner runner = new OperationRunner(Runnable::run, dialogs, texts);
    private final ActionCatalog actions = new ActionContext(cluster.connection, cluster.model,
            new Rules(app -> List.of(), job -> List.of()), dialogs, runner, texts).catalog();

    @AfterEach
    void stop() {
        runner.close();
    }

    @Test
    void enableAndDisableFollowTheState() {
        assertThat(enabled(ActionFace.APP_ENABLE, ENABLED)).isFalse();
        assertThat(enabled(ActionFace.APP_ENABLE, ENABLED, DISABLED)).isTrue();
        assertThat(enabled(ActionFace.APP_DISABLE, DISABLED)).isFalse();
        assertThat(enabled(ActionFace.APP_DISABLE, ENABLED, DISABLED)).isTrue();
        assertThat(enabled(ActionFace.APP_REGISTER_JOB, ENABLED, DISABLED)).isFalse();
    }

    @Test
    void disableCountsTheJobsOfTheApp() {
        run(ActionFace.APP_DISABLE, ENABLED);

        assertThat(dialogs.questions.get(0).title()).isEqualTo("Disable billing_app?");
        assertThat(dialogs.questions.get(0).text().getValue())
                .isEqualTo("Disables 1 app, stops 3 jobs, kills 3 running tasks, drops a backlog of 40.");
        await().until(() -> operations.calls().contains("disableApp billing_app"));
    }

    @Test
    void deregisterCountsTheExecutorsToo() {
        run(ActionFace.APP_DEREGISTER, ENABLED);

        assertThat(dialogs.questions.get(0).text().getValue()).isEqualTo("Deregisters 1 app, deregisters 3 jobs, kills 3 running "
                + "tasks, drops a backlog of 40, stops 2 executors. This cannot be undone.");
        await().until(() -> operations.calls().contains("deregisterApp billing_app"));
    }

    @Test
    void anAppThatDoesNothingLosesNothing() {
        run(ActionFace.APP_DEREGISTER, DISABLED);

        assertThat(dialogs.questions.get(0).text().getValue()).isEqualTo("Deregisters 1 app. This cannot be undone.");
    }

    @Test
    void aJobIsRegisteredForTheAppSelected() {
        run(ActionFace.APP_REGISTER_JOB, ENABLED);

        assertThat(dialogs.editors.get(0).text("appName").get()).isEqualTo("billing_app");
    }

    @Test
    void anAppIsRegisteredAndUpdatedThroughItsForm() {
        run(ActionFace.APP_REGISTER);
        dialogs.editors.get(0).text("appName").set("fresh_app");
        dialogs.editors.get(0).save();
        await().until(() -> dialogs.editors.get(0).savedProperty().get());

        run(ActionFace.APP_UPDATE, ENABLED);
        dialogs.editors.get(1).text("memoryMB").set("512");
        dialogs.editors.get(1).save();
        dialogs.editors.get(1).confirm();
        await().until(() -> dialogs.editors.get(1).savedProperty().get());

        assertThat(operations.calls()).containsExactly("registerApp fresh_app", "updateApp billing_app");
        assertThat(operations.lastApp().memoryMb()).isEqualTo(512);
        assertThat(operations.lastApp().unknown().get("costCentre").getAsInt()).isEqualTo(4711);
    }

    @Test
    void everyFaceHasOneActionOfItsScope() {
        List<ActionFace> found = Arrays.stream(Scope.values()).flatMap(scope -> actions.of(scope).stream())
                .map(Action::face).toList();

        assertThat(found).containsExactlyInAnyOrder(ActionFace.values());
    }

    private boolean enabled(ActionFace face, Target... targets) {
        return actions.bound(face, targets).enabledProperty().get();
    }

    private void run(ActionFace face, Target... targets) {
        actions.bound(face, targets).fire();
    }
}
