package io.jobdeck.desktop.export;

import io.jobdeck.desktop.bridge.UiExecutor;
import io.jobdeck.desktop.dialog.DialogService;
import io.jobdeck.desktop.dialog.Notice;
import io.jobdeck.desktop.dialog.ProgressHandle;
import io.jobdeck.desktop.text.Texts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clipboard and the disk of this machine. Rows are written by a thread of its own; what the disk says is told. */
public final class DesktopOutput implements SheetOutput, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DesktopOutput.class);

    private static final int CLOSE_SECONDS = 10;

    private final Texts texts;
    private final DialogService dialogs;
    private final UiExecutor ui;
    private final ZoneId zone;
    private final BiFunction<String, SheetFormat, Optional<Path>> chooser;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "export");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Makes one for a window.
     *
     * @param zone zone of the times in names of files
     * @param chooser asks a person for a file, given a name to propose
     */
    public DesktopOutput(Texts texts, DialogService dialogs, UiExecutor ui, ZoneId zone,
            BiFunction<String, SheetFormat, Optional<Path>> chooser) {
        this.texts = texts;
        this.dialogs = dialogs;
        this.ui = ui;
        this.zone = zone;
        this.chooser = chooser;
    }

    @Override
    public void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    @Override
    public void copy(Sheet sheet, SheetFormat format) {
        writer.execute(() -> {
            String text = format.text(sheet);
            ui.run(() -> copy(text));
        });
    }

    @Override
    public void save(Sheet sheet, SheetFormat format) {
        chooser.apply(SheetFile.name(sheet, format, zone), format).ifPresent(file -> write(sheet, format, file));
    }

    private void write(Sheet sheet, SheetFormat format, Path file) {
        ProgressHandle progress = dialogs.progress(texts.get("export.progress", file.getFileName().toString()));
        writer.execute(() -> {
            Notice outcome = outcome(sheet, format, file);
            ui.run(() -> {
                progress.close();
                dialogs.notice(outcome);
            });
        });
    }

    private Notice outcome(Sheet sheet, SheetFormat format, Path file) {
        try {
            SheetFile.write(sheet, format, file);
            return Notice.success(texts.get("export.done", sheet.rows().size(), file.toString()));
        } catch (IOException failure) {
            LOG.warn("Rows were not written to {}", file, failure);
            return Notice.failure(texts.get("export.failed", file.toString(), reason(failure)));
        }
    }

    /** What the system says of a file is often its name only. */
    private String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return texts.get("export.denied");
        }
        if (failure instanceof NoSuchFileException) {
            return texts.get("export.no-folder");
        }
        if (failure instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return String.valueOf(failure.getMessage());
    }

    /** Takes no more, and waits a bounded time for what is being written. Blocks: not for the interface thread. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("An export was not finished within {} s and is left out", CLOSE_SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
