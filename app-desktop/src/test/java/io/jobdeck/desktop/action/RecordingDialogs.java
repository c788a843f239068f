package io.jobdeck.desktop.action;

import io.jobdeck.desktop.bulk.BulkModel;
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
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Dialogs that show nothing, write down what they were to show, and answer questions as told. */
final class RecordingDialogs implements DialogService {

    final List<Confirmation> questions = new CopyOnWriteArrayList<>();
    final List<BulkModel> bulks = new CopyOnWriteArrayList<>();
    final List<TriggerModel> triggerForms = new CopyOnWriteArrayList<>();
    final List<DisableModel> disableForms = new CopyOnWriteArrayList<>();
    final List<Notice> notices = new CopyOnWriteArrayList<>();
    final List<String> progress = new CopyOnWriteArrayList<>();
    final List<String> openProgress = new CopyOnWriteArrayList<>();
    final List<EditorModel> editors = new CopyOnWriteArrayList<>();
    final List<ImportModel> imports = new CopyOnWriteArrayList<>();
    final List<String> suggestedNames = new CopyOnWriteArrayList<>();
    boolean answer = true;
    /** What is chosen when a file is asked for. */
    Path file;

    @Override
    public void confirm(Confirmation question, Runnable onConfirmed) {
        questions.add(question);
        if (answer) {
            onConfirmed.run();
        }
    }

    @Override
    public void bulk(BulkModel model) {
        bulks.add(model);
    }

    @Override
    public void trigger(TriggerModel model) {
        triggerForms.add(model);
    }

    @Override
    public void disable(DisableModel model) {
        disableForms.add(model);
    }

    @Override
    public void notice(Notice notice) {
        notices.add(notice);
    }

    @Override
    public ProgressHandle progress(String text) {
        progress.add(text);
        openProgress.add(text);
        return new ProgressHandle() {

            @Override
            public void at(int done, int total) {
                progress.add(done + "/" + total);
            }

            @Override
            public void close() {
                openProgress.remove(text);
            }
        };
    }

    @Override
    public void importDocuments(ImportModel model) {
        imports.add(model);
    }

    @Override
    public void chooseFileToSave(String suggestedName, Consumer<Path> onChosen) {
        suggestedNames.add(suggestedName);
        onChosen.accept(file);
    }

    @Override
    public void chooseFileToOpen(Consumer<Path> onChosen) {
        onChosen.accept(file);
    }

    @Override
    public void edit(EditorModel model) {
        editors.add(model);
    }

    @Override
    public void about(AboutInfo info) {
        throw new UnsupportedOperationException("Actions do not tell about the program");
    }

    @Override
    public void editProfile(ProfileEditorModel model) {
        throw new UnsupportedOperationException("No action connects");
    }
}
