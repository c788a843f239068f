package io.jobdeck.desktop.dialog;

import io.jobdeck.desktop.about.AboutInfo;
import io.jobdeck.desktop.bulk.BulkModel;
import io.jobdeck.desktop.editor.EditorModel;
import io.jobdeck.desktop.options.DisableModel;
import io.jobdeck.desktop.options.TriggerModel;
import io.jobdeck.desktop.profile.ProfileEditorModel;
import io.jobdeck.desktop.transfer.ImportModel;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Everything the console asks or tells in a window of its own or over its window. Interface thread only; never blocks. */
public interface DialogService {

    /** Asks; {@code onConfirmed} runs if the answer is yes, nothing if it is no. */
    void confirm(Confirmation question, Runnable onConfirmed);

    /**
     * Shows an operation on many things: how far it is, with a way to stop it, then what became of each, with a way to try
     * again what failed. Does not keep anyone from using the console.
     */
    void bulk(BulkModel model);

    /** Shows a short message. */
    void notice(Notice notice);

    /** Shows that something is going on until the handle is closed. */
    ProgressHandle progress(String text);

    /** Opens the editor of an app or a job, or brings the one that is open for it to the front. */
    void edit(EditorModel model);

    /** Opens the form of a run with a parameter or items of its own. */
    void trigger(TriggerModel model);

    /** Opens the form of how something is to be disabled. */
    void disable(DisableModel model);

    /** Says which program this is. */
    void about(AboutInfo info);

    /** Shows what a file would change and lets one choose what is stored of it. */
    void importDocuments(ImportModel model);

    /** Asks for a file to write; nothing follows if none is chosen. */
    void chooseFileToSave(String suggestedName, Consumer<Path> onChosen);

    /** Asks for a file to read; nothing follows if none is chosen. */
    void chooseFileToOpen(Consumer<Path> onChosen);

    /** Opens the form of a connection. */
    void editProfile(ProfileEditorModel model);
}
