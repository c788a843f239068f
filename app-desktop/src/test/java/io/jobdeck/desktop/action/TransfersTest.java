package io.jobdeck.desktop.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.desktop.dialog.Notice;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.transfer.ImportItem;
import io.jobdeck.desktop.transfer.ImportModel;
import io.jobdeck.desktop.transfer.TransferFile;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.operations.OperationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransfersTest {

    @TempDir
    private Path directory;

    private final SampleCluster cluster = new SampleCluster();
    private final RecordingDialogs dialogs = new RecordingDialogs();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final OperationRunner runner = new OperationRunner(Runnable::run, dialogs, texts);
    private final ActionCatalog actions = new ActionContext(cluster.connection, cluster.model,
            Rules.ofServer(Clock.fixed(SampleCluster.START, ZoneOffset.UTC)), dialogs, runner, texts).catalog();

    @BeforeEach
    void chooseAFile() {
        dialogs.file = directory.resolve("estate.json");
    }

    @AfterEach
    void stop() {
        runner.close();
    }

    @Test
    void anAppIsExportedWithItsJobs() throws IOException {
        actions.bound(ActionFace.APP_EXPORT, new Target.App("billing_app")).fire();

        await().until(() -> !dialogs.notices.isEmpty());
        assertThat(dialogs.suggestedNames).containsExactly("billing_app.json");
        assertThat(TransferFile.read(Files.readString(dialogs.file))).extracting(TransferFile.Entry::name)
                .containsExactly("billing_app", "archive", "invoices", "reminders");
        assertThat(dialogs.notices).containsExactly(Notice.success("Exported 4 documents to estate.json."));
    }

    @Test
    void aFileThatCannotBeWrittenIsSaid() {
        dialogs.file = directory.resolve("missing/estate.json");

        actions.bound(ActionFace.JOB_EXPORT, new Target.Job("invoices")).fire();

        await().until(() -> !dialogs.notices.isEmpty());
        assertThat(dialogs.notices.get(0).kind()).isEqualTo(Notice.Kind.FAILURE);
        assertThat(dialogs.notices.get(0).text()).contains("cannot be written");
    }

    @Test
    void whatWasExportedAndNotChangedIsUnchanged() {
        actions.bound(ActionFace.APP_EXPORT, new Target.App("billing_app")).fire();
        await().until(() -> !dialogs.notices.isEmpty());

        assertThat(imported().items()).extracting(item -> item.stateProperty().get())
                .containsOnly(ImportItem.State.UNCHANGED);
    }

    @Test
    void eachDocumentIsNewChangedUnchangedOrInvalidAndWhatIsChosenIsStored() throws IOException {
        write(job("invoices").replace("Sends the invoices of the day", "Changed"), job("reminders"), job("fresh"),
                job("broken").replace("0/5 * * * * ?", "every day"), job("lost").replace("billing_app", "no_such_app"),
                job("fresh"));
        ImportModel model = imported();
        assertThat(model.items()).extracting(item -> item.name() + " " + item.stateProperty().get()).containsExactly(
                "invoices CHANGED", "reminders UNCHANGED", "fresh NEW", "broken INVALID", "lost INVALID", "fresh INVALID");
        assertThat(model.items().get(0).differences()).extracting(difference -> difference.path())
                .containsExactly("description");
        assertThat(model.chosenProperty().get()).isEqualTo(2);

        model.start();

        await().until(() -> !model.runningProperty().get());
        assertThat(cluster.operations.calls()).containsExactly("updateJob invoices", "registerJob fresh");
        assertThat(cluster.operations.lastBasis()).isPresent();
        assertThat(model.count(ImportItem.State.SAVED)).isEqualTo(2);
    }

    @Test
    void whatFailsIsSaidKeepsNothingElseFromBeingStoredAndCanBeTriedAgain() throws IOException {
        write(job("one"), job("two"));
        cluster.operations.refuse("one", OperationException.conflict("The leader is busy."));
        ImportModel model = imported();

        model.start();
        await().until(() -> !model.runningProperty().get());
        assertThat(model.items().get(0).failure()).isEqualTo("The leader is busy.");
        assertThat(model.items().get(1).stateProperty().get()).isEqualTo(ImportItem.State.SAVED);
        assertThat(model.chosenProperty().get()).isEqualTo(1);

        cluster.operations.accept("one");
        model.start();
        await().until(() -> !model.runningProperty().get());
        assertThat(model.count(ImportItem.State.SAVED)).isEqualTo(2);
    }

    @Test
    void stoppingLeavesTheRestAsItWas() throws IOException {
        write(job("one"), job("two"));
        var gate = cluster.operations.hold();
        ImportModel model = imported();
        model.start();

        model.cancel();
        gate.countDown();

        await().until(() -> !model.runningProperty().get());
        assertThat(model.items()).extracting(item -> item.stateProperty().get())
                .containsExactly(ImportItem.State.SAVED, ImportItem.State.NEW);
    }

    @Test
    void aFileThatHoldsSomethingElseIsSaid() throws IOException {
        Files.writeString(dialogs.file, "{\"jobs\": [1]}");

        actions.bound(ActionFace.CLUSTER_IMPORT).fire();

        await().until(() -> !dialogs.notices.isEmpty());
        assertThat(dialogs.notices.get(0).text()).contains("estate.json cannot be imported").contains("number 1 of jobs");
        assertThat(dialogs.imports).isEmpty();
    }

    private ImportModel imported() {
        actions.bound(ActionFace.CLUSTER_IMPORT).fire();
        await().until(() -> !dialogs.imports.isEmpty());
        return dialogs.imports.get(0);
    }

    private static String job(String name) {
        return Codecs.JOB.write(Samples.job(name, ExecutionType.TRANSIENT));
    }

    private void write(String... jobs) throws IOException {
        Files.writeString(dialogs.file, "[" + String.join(",", jobs) + "]");
    }
}
