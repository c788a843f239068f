package io.jobdeck.desktop;

import io.jobdeck.desktop.about.AboutInfo;
import io.jobdeck.desktop.about.Diagnostics;
import io.jobdeck.desktop.about.Redaction;
import io.jobdeck.desktop.bridge.UiExecutor;
import io.jobdeck.desktop.dialog.DialogService;
import io.jobdeck.desktop.dialog.Notice;
import io.jobdeck.desktop.dialog.ProgressHandle;
import io.jobdeck.desktop.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells about the program, and writes the file for whoever helps. Files are read and written in the background. */
final class HelpDesk {

    private static final Logger LOG = LoggerFactory.getLogger(HelpDesk.class);

    private final Texts texts;
    private final UiExecutor ui;
    private final DialogService dialogs;
    private final Places places;
    private final Supplier<Collection<String>> secrets;

    /**
     * Where files are.
     *
     * @param logs directory of the log
     * @param settings files of settings
     */
    record Places(Path logs, List<Path> settings) { }

    /** @param secrets gives the secrets that are in use; called on the interface thread */
    HelpDesk(Texts texts, UiExecutor ui, DialogService dialogs, Places places, Supplier<Collection<String>> secrets) {
        this.texts = texts;
        this.ui = ui;
        this.dialogs = dialogs;
        this.places = places;
        this.secrets = secrets;
    }

    /** Shows what the program is. */
    void about() {
        inBackground(() -> {
            AboutInfo info = AboutInfo.ofThisProgram();
            ui.run(() -> dialogs.about(info));
        });
    }

    /** Writes the file about the program's state. */
    void saveDiagnostics(Path target) {
        Diagnostics diagnostics = new Diagnostics(places.logs(), places.settings(), new Redaction(secrets.get()),
                Clock.systemUTC());
        ProgressHandle progress = dialogs.progress(texts.get("diagnostics.progress"));
        inBackground(() -> {
            Notice notice;
            try {
                diagnostics.write(target);
                notice = Notice.success(texts.get("diagnostics.saved", target));
            } catch (IOException unwritable) {
                LOG.warn("The diagnostics cannot be written to {}: {}", target, unwritable.toString());
                notice = Notice.failure(texts.get("diagnostics.failed", target, unwritable.toString()));
            }
            Notice outcome = notice;
            ui.run(() -> {
                progress.close();
                dialogs.notice(outcome);
            });
        });
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "jobdeck-help");
        thread.setDaemon(true);
        thread.start();
    }
}
