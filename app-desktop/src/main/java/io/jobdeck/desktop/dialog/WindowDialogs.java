package io.jobdeck.desktop.dialog;

import io.jobdeck.desktop.connection.ConnectController;
import io.jobdeck.desktop.connection.ConnectModel;
import io.jobdeck.desktop.editor.AppEditorController;
import io.jobdeck.desktop.editor.AppEditorModel;
import io.jobdeck.desktop.editor.EditorMode;
import io.jobdeck.desktop.editor.JobEditorController;
import io.jobdeck.desktop.editor.JobEditorModel;
import io.jobdeck.desktop.form.FormModel;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Real windows. A form's question whether to leave it stands over the form, everything else over the main window. */
public final class WindowDialogs implements DialogService {

    private final Supplier<Window> mainWindow;
    private final NoticeArea notices;
    private final Texts texts;
    private final Appearance appearance;
    private final Clock clock;

    /**
     * @param mainWindow window to stand over; may give null as long as there is none
     * @param notices part of the main window
     * @param clock what the next fire times of a cron are reckoned from
     */
    public WindowDialogs(Supplier<Window> mainWindow, NoticeArea notices, Texts texts, Appearance appearance, Clock clock) {
        this.mainWindow = mainWindow;
        this.notices = notices;
        this.texts = texts;
        this.appearance = appearance;
        this.clock = clock;
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
    public void report(FailureReport report) {
        new ReportWindow(mainWindow.get(), report, texts, appearance).open();
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
    public void editApp(AppEditorModel model) {
        boolean fresh = model.mode() == EditorMode.REGISTER;
        FormWindow.Words words = fresh
                ? new FormWindow.Words(texts.get("form.app.register-title"), texts.get("form.app.register-subtitle"),
                        texts.get("form.app.register-verb"))
                : new FormWindow.Words(texts.get("form.app.update-title", model.appNameProperty().get()),
                        texts.get("form.app.update-subtitle"), texts.get("form.app.update-verb"));
        open(model, AppEditorModel.class.getResource("app-editor.fxml"), new AppEditorController(model, texts), words);
    }

    @Override
    public void editJob(JobEditorModel model) {
        boolean fresh = model.mode() == EditorMode.REGISTER;
        FormWindow.Words words = fresh
                ? new FormWindow.Words(texts.get("form.job.register-title"), texts.get("form.job.register-subtitle"),
                        texts.get("form.job.register-verb"))
                : new FormWindow.Words(texts.get("form.job.update-title", model.jobNameProperty().get()),
                        texts.get("form.job.update-subtitle"), texts.get("form.job.update-verb"));
        open(model, JobEditorModel.class.getResource("job-editor.fxml"),
                new JobEditorController(model, texts, clock), words);
    }

    @Override
    public void connect(ConnectModel model) {
        open(model, ConnectModel.class.getResource("connect.fxml"), new ConnectController(model),
                new FormWindow.Words(texts.get("form.connect.title"), texts.get("form.connect.subtitle"),
                        texts.get("form.connect.verb")));
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
