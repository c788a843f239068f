package io.jobdeck.desktop.action;

import io.jobdeck.desktop.dialog.Notice;
import io.jobdeck.desktop.editor.DocumentKind;
import io.jobdeck.desktop.editor.Documents;
import io.jobdeck.desktop.editor.StoredDocument;
import io.jobdeck.desktop.editor.TreeDocuments;
import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.transfer.ImportAnalysis;
import io.jobdeck.desktop.transfer.ImportItem;
import io.jobdeck.desktop.transfer.ImportModel;
import io.jobdeck.desktop.transfer.TransferFile;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.operations.OperationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Writes apps and jobs to files, and reads them from files to have them stored. Interface thread only. */
final class Transfers {

    /** Far more than 10 000 jobs take. */
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final ActionContext context;
    private final Texts texts;
    private final Documents documents;
    private final Forms forms;

    Transfers(ActionContext context, Forms forms) {
        this.context = context;
        this.texts = context.texts();
        this.documents = new TreeDocuments(context.connection().tree(), context.runner().ui());
        this.forms = forms;
    }

    void exportJobs(List<Target.Job> jobs) {
        export(jobs.size() == 1 ? jobs.get(0).name() : "jobs", entries(DocumentKind.JOB, jobs.stream().map(Target.Job::name)));
    }

    /** Writes apps with all their jobs. */
    void exportApps(List<Target.App> apps) {
        List<TransferFile.Entry> entries = new ArrayList<>(
                entries(DocumentKind.APP, apps.stream().map(Target.App::name)));
        List<String> names = apps.stream().map(Target.App::name).toList();
        entries.addAll(entries(DocumentKind.JOB, context.inventory().jobs().stream()
                .filter(job -> job.config().filter(config -> names.contains(config.appName())).isPresent())
                .map(JobFacts::name).sorted()));
        export(apps.size() == 1 ? names.get(0) : "apps", entries);
    }

    private List<TransferFile.Entry> entries(DocumentKind kind, Stream<String> names) {
        return names.map(name -> documents.find(kind, name)).flatMap(Optional::stream)
                .map(StoredDocument::document).flatMap(Optional::stream)
                .map(document -> new TransferFile.Entry(kind, document)).toList();
    }

    private void export(String name, List<TransferFile.Entry> entries) {
        context.dialogs().chooseFileToSave(name + ".json", file -> context.runner().run(
                new Batch<>(texts.get("transfer.progress"), List.of(file), Path::toString,
                        Work.each(path -> write(path, TransferFile.write(entries)))),
                result -> context.dialogs().notice(result.failed().isEmpty()
                        ? Notice.success(texts.get("transfer.done", entries.size(), file.getFileName()))
                        : Notice.failure(result.failed().get(0).why().message()))));
    }

    private void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw OperationException.conflict(texts.get("transfer.failed", file, reason(e)));
        }
    }

    void importFile() {
        context.dialogs().chooseFileToOpen(this::importFile);
    }

    private void importFile(Path file) {
        AtomicReference<List<ImportItem>> items = new AtomicReference<>(List.of());
        context.runner().run(new Batch<>(texts.get("import.reading"), List.of(file), Path::toString,
                Work.each(path -> items.set(read(path)))),
                result -> {
                    if (result.failed().isEmpty()) {
                        context.dialogs().importDocuments(
                                new ImportModel(file.getFileName().toString(), items.get(), forms::saveQuietly));
                    } else {
                        context.dialogs().notice(Notice.failure(result.failed().get(0).why().message()));
                    }
                });
    }

    private List<ImportItem> read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw OperationException.conflict(texts.get("import.too-large", file));
            }
            List<TransferFile.Entry> entries = TransferFile.read(Files.readString(file));
            if (entries.isEmpty()) {
                throw OperationException.conflict(texts.get("import.empty", file));
            }
            return new ImportAnalysis(documents, (kind, text) -> context.rules().of(kind).apply(text), texts).look(entries);
        } catch (IOException e) {
            throw OperationException.conflict(texts.get("import.unreadable", file, reason(e)));
        } catch (MalformedTextException e) {
            throw OperationException.conflict(texts.get("import.malformed", file, e.getMessage()));
        }
    }

    private static String reason(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
