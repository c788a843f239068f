package io.jobdeck.desktop;

import io.jobdeck.desktop.bulk.BulkModel;
import io.jobdeck.desktop.bulk.ItemResult;
import io.jobdeck.desktop.dialog.Confirmation;
import io.jobdeck.desktop.dialog.DialogService;
import io.jobdeck.desktop.dialog.Notice;
import io.jobdeck.desktop.dialog.ProgressHandle;
import io.jobdeck.desktop.about.AboutInfo;
import io.jobdeck.desktop.editor.EditorModel;
import io.jobdeck.desktop.options.DisableModel;
import io.jobdeck.desktop.options.TriggerModel;
import io.jobdeck.desktop.profile.ProfileEditorModel;
import io.jobdeck.desktop.transfer.ImportModel;
import io.jobdeck.desktop.window.LastError;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;

/** Dialogs whose failures also stand in the status bar, where they are still found when the notice is gone. */
final class LastErrorDialogs implements DialogService {

    private final DialogService dialogs;
    private final LastError lastError;

    LastErrorDialogs(DialogService dialogs, LastError lastError) {
        this.dialogs = dialogs;
        this.lastError = lastError;
    }

    @Override
    public void confirm(Confirmation question, Runnable onConfirmed) {
        dialogs.confirm(question, onConfirmed);
    }

    @Override
    public void bulk(BulkModel model) {
        ChangeListener<BulkModel.State> onEnd = (property, before, now) -> reportFailures(model);
        model.stateProperty().addListener(onEnd);
        reportFailures(model);
        dialogs.bulk(model);
    }

    private void reportFailures(BulkModel model) {
        model.results().stream().filter(result -> result.outcome() == ItemResult.Outcome.FAILED).findFirst()
                .ifPresent(first -> lastError.report(model.title() + ": " + first.name() + ": " + first.detail()));
    }

    @Override
    public void notice(Notice notice) {
        if (notice.kind() == Notice.Kind.FAILURE) {
            lastError.report(notice.text());
        }
        dialogs.notice(notice);
    }

    @Override
    public ProgressHandle progress(String text) {
        return dialogs.progress(text);
    }

    @Override
    public void importDocuments(ImportModel model) {
        dialogs.importDocuments(model);
    }

    @Override
    public void chooseFileToSave(String suggestedName, Consumer<Path> onChosen) {
        dialogs.chooseFileToSave(suggestedName, onChosen);
    }

    @Override
    public void chooseFileToOpen(Consumer<Path> onChosen) {
        dialogs.chooseFileToOpen(onChosen);
    }

    @Override
    public void edit(EditorModel model) {
        dialogs.edit(model);
    }

    @Override
    public void trigger(TriggerModel model) {
        dialogs.trigger(model);
    }

    @Override
    public void disable(DisableModel model) {
        dialogs.disable(model);
    }

    @Override
    public void about(AboutInfo info) {
        dialogs.about(info);
    }

    @Override
    public void editProfile(ProfileEditorModel model) {
        dialogs.editProfile(model);
    }
}
