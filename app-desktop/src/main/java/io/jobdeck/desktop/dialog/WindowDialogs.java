package io.jobdeck.desktop.dialog;

import io.jobdeck.desktop.bulk.BulkModel;
import io.jobdeck.desktop.editor.EditorMemory;
import io.jobdeck.desktop.editor.EditorMode;
import io.jobdeck.desktop.about.AboutInfo;
import io.jobdeck.desktop.editor.EditorModel;
import io.jobdeck.desktop.editor.EditorWindow;
import io.jobdeck.desktop.form.FormModel;
import io.jobdeck.desktop.options.DisableController;
import io.jobdeck.desktop.options.DisableModel;
import io.jobdeck.desktop.options.TriggerController;
import io.jobdeck.desktop.options.TriggerModel;
import io.jobdeck.desktop.profile.ProfileEditorController;
import io.jobdeck.desktop.profile.ProfileEditorModel;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import io.jobdeck.desktop.transfer.ImportModel;
import io.jobdeck.desktop.transfer.ImportWindow;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Real windows. A form's question whether to leave it stands over the form, everything else over the main window. */
public final class WindowDialogs implements DialogService {

    private final Supplier<Window> mainWindow;
    private final NoticeArea notices;
    private final Texts texts;
    private final Appearance appearance;
    private final Clock clock;
    private final EditorMemory memory;
    private final List<EditorWindow> editors = new ArrayList<>();

    /**
     * @param mainWindow window to stand over; may give null as long as there is none
     * @param notices part of the main window
     * @param clock what the next fire times of a cron are reckoned from, and in whose zone times are told
     * @param memory what editors remember
     */
    public WindowDialogs(Supplier<Window> mainWindow, NoticeArea notices, Texts texts, Appearance appearance, Clock clock,
            EditorMemory memory) {
        this.mainWindow = mainWindow;
        this.notices = notices;
        this.texts = texts;
        this.appearance = appearance;
        this.clock = clock;
        this.memory = memory;
    }

    @Override
    public void confirm(Confirmation question, Runnable onConfirmed) {
        new ConfirmationWindow(front(), question, onConfirmed, texts, appearance).open();
    }

    private Window front() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && window.isFocused())
                .findFirst()
                .orElseGet(mainWindow);
    }

    @Override
    public void bulk(BulkModel model) {
        new BulkWindow(mainWindow.get(), model, texts, appearance).open();
    }

    @Override
    public void notice(Notice notice) {
        notices.show(notice);
    }

    @Override
    public ProgressHandle progress(String text) {
        return notices.showProgress(text);
    }

    @Override
    public void edit(EditorModel model) {
        editors.removeIf(editor -> !editor.isOpen());
        Optional<EditorWindow> open = editors.stream().filter(editor -> isTheSame(editor.model(), model)).findFirst();
        if (open.isPresent()) {
            model.close();
            open.get().toFront();
            return;
        }
        EditorWindow editor = new EditorWindow(model, memory, texts, new EditorWindow.Surroundings(mainWindow.get(),
                appearance, clock, this::discard));
        editors.add(editor);
        editor.open();
        model.savingProperty().addListener((observable, before, saving) -> tellIfLeft(editor));
    }

    /** Documents of two clusters may have the same name. */
    private static boolean isTheSame(EditorModel one, EditorModel other) {
        return one.mode() == EditorMode.UPDATE && one.kind() == other.kind() && one.isOfSameCluster(other)
                && one.originalName().equals(other.originalName());
    }

    private void discard(Runnable close) {
        confirm(new Confirmation(texts.get("form.discard.title"), texts.get("form.discard.text"), List.of(),
                texts.get("form.discard.verb")), close);
    }

    private void tellIfLeft(EditorWindow editor) {
        EditorModel model = editor.model();
        if (!model.savingProperty().get() && !editor.isOpen() && !model.savedProperty().get()) {
            notice(Notice.failure(model.refusalText()));
        }
    }

    @Override
    public void trigger(TriggerModel model) {
        open(model, TriggerModel.class.getResource("trigger.fxml"), new TriggerController(model, texts),
                new FormWindow.Words(texts.get("form.trigger.title", model.job().jobName()),
                        texts.get(model.job().isDaemon() ? "form.trigger.subtitle-daemon" : "form.trigger.subtitle"),
                        texts.get("form.trigger.verb")));
    }

    @Override
    public void disable(DisableModel model) {
        open(model, DisableModel.class.getResource("disable.fxml"), new DisableController(model, texts),
                new FormWindow.Words(model.subject().title(), "", model.subject().verb()));
    }

    @Override
    public void about(AboutInfo info) {
        new AboutWindow(mainWindow.get(), info, texts, appearance).open();
    }

    @Override
    public void importDocuments(ImportModel model) {
        new ImportWindow(model, texts, appearance, mainWindow.get()).open();
    }

    @Override
    public void chooseFileToSave(String suggestedName, Consumer<Path> onChosen) {
        FileChooser chooser = chooser("transfer.choose");
        chooser.setInitialFileName(suggestedName);
        Optional.ofNullable(chooser.showSaveDialog(mainWindow.get())).map(File::toPath).ifPresent(onChosen);
    }

    @Override
    public void chooseFileToOpen(Consumer<Path> onChosen) {
        Optional.ofNullable(chooser("import.choose-file").showOpenDialog(mainWindow.get())).map(File::toPath)
                .ifPresent(onChosen);
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get(title));
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("JSON", "*.json"),
                new FileChooser.ExtensionFilter(texts.get("import.any-file"), "*"));
        return chooser;
    }

    @Override
    public void editProfile(ProfileEditorModel model) {
        String title = model.isFresh() ? texts.get("form.profile.new-title")
                : texts.get("form.profile.edit-title", model.nameProperty().get());
        open(model, ProfileEditorModel.class.getResource("profile-editor.fxml"),
                new ProfileEditorController(model, texts),
                new FormWindow.Words(title, texts.get("form.profile.subtitle"), texts.get("form.profile.verb")));
    }

    private void open(FormModel model, URL form, Object controller, FormWindow.Words words) {
        FXMLLoader loader = new FXMLLoader(Objects.requireNonNull(form, "form"), texts.resources());
        loader.setController(controller);
        try {
            Region body = loader.load();
            new FormWindow(mainWindow.get(), model, body, words, this, texts, appearance).open();
        } catch (IOException e) {
            throw new UncheckedIOException("The form in the program cannot be read: " + form, e);
        }
    }
}
