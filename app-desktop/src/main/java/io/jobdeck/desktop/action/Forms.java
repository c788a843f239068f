package io.jobdeck.desktop.action;

import com.google.gson.JsonObject;
import io.jobdeck.desktop.connection.Connection;
import io.jobdeck.desktop.dialog.DialogService;
import io.jobdeck.desktop.dialog.Notice;
import io.jobdeck.desktop.editor.Document;
import io.jobdeck.desktop.editor.DocumentKind;
import io.jobdeck.desktop.editor.Documents;
import io.jobdeck.desktop.editor.EditorMode;
import io.jobdeck.desktop.editor.EditorModel;
import io.jobdeck.desktop.editor.KnownNames;
import io.jobdeck.desktop.editor.SaveRequest;
import io.jobdeck.desktop.editor.StoredDocument;
import io.jobdeck.desktop.editor.TreeDocuments;
import io.jobdeck.desktop.editor.UpdateEffects;
import io.jobdeck.desktop.fold.AppFacts;
import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.desktop.form.Refusal;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.JobType;
import io.jobdeck.scheduler.model.LaunchPolicy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens the editors of apps and jobs and sends what is saved in them to the cluster. */
final class Forms {

    private static final double NEW_APP_CPUS = 0.1;
    private static final double NEW_APP_MEMORY_MB = 128;
    private static final double NEW_JOB_CPUS = 0.1;
    private static final double NEW_JOB_MEMORY_MB = 64;

    private final Connection connection;
    private final Inventory inventory;
    private final Rules rules;
    private final DialogService dialogs;
    private final OperationRunner runner;
    private final Texts texts;
    private final Documents documents;
    private final UpdateUndo undo;

    Forms(ActionContext context) {
        this.connection = context.connection();
        this.inventory = context.inventory();
        this.rules = context.rules();
        this.dialogs = context.dialogs();
        this.runner = context.runner();
        this.texts = context.texts();
        this.documents = new TreeDocuments(connection.tree(), runner.ui());
        this.undo = new UpdateUndo(inventory, documents);
    }

    void registerApp() {
        open(DocumentKind.APP, Codecs.APP_REST.write(new AppConfig("", "", "", NEW_APP_CPUS, NEW_APP_MEMORY_MB, true, 0,
                ExecutorKind.JOBDECK, new JsonObject())));
    }

    /** Opens the editor of a new job, for the app of that name or none chosen yet. */
    void registerJob(String app) {
        open(DocumentKind.JOB, Codecs.JOB.write(new JobConfig("", app, "", JobType.SIMPLE, ExecutionType.TRANSIENT, "", 1,
                "", "", false, false, "", new JsonObject(), false, null, NEW_JOB_CPUS, NEW_JOB_MEMORY_MB, null, null,
                LaunchPolicy.STANDARD, new JsonObject())));
    }

    private void open(DocumentKind kind, String text) {
        String pretty = Document.parse(text).map(Document::pretty).orElse(text);
        open(new EditorModel.Subject(kind, EditorMode.REGISTER, "", pretty, Optional.empty()));
    }

    /** Opens the editor of what is stored under that name, also if it cannot be read. */
    void update(DocumentKind kind, String name) {
        documents.find(kind, name).ifPresentOrElse(
                stored -> open(new EditorModel.Subject(kind, EditorMode.UPDATE, name, stored.text(), Optional.of(stored))),
                () -> dialogs.notice(Notice.failure(texts.get("editor.gone", name))));
    }

    /** Opens the editor of a new document with everything of an old one but its name. */
    void copy(DocumentKind kind, String name) {
        documents.find(kind, name).flatMap(StoredDocument::document).ifPresentOrElse(
                stored -> open(new EditorModel.Subject(kind, EditorMode.REGISTER, "", stored.named(kind, "").pretty(),
                        Optional.empty())),
                () -> dialogs.notice(Notice.failure(texts.get("editor.gone", name))));
    }

    private void open(EditorModel.Subject subject) {
        KnownNames names = KnownNames.of(inventory.apps().stream().map(AppFacts::name).toList(),
                inventory.jobs().stream().map(JobFacts::name).toList());
        UpdateEffects effects = new UpdateEffects(texts, new InventoryLoads(inventory), Clock.systemUTC(),
                inventory.cronZone());
        dialogs.edit(new EditorModel(subject, new EditorModel.Means(rules.of(subject.kind()), names, inventory.cronZone(),
                documents, (before, after) -> effects.of(subject.kind(), before, after), this::save, texts)));
    }

    private void save(SaveRequest request, Runnable onSaved, Consumer<Refusal> onRefused) {
        String action = "action.%s.%s.".formatted(request.kind().id(),
                request.mode() == EditorMode.REGISTER ? "register" : "update");
        String progress = texts.get(action + "progress", 1, request.name());
        Optional<StoredDocument> before = undo.before(request);
        runner.run(new Batch<>(progress, List.of(request), SaveRequest::name, Work.each(this::send)), result -> {
            if (result.failed().isEmpty()) {
                onSaved.run();
                Notice done = Notice.success(texts.get(action + "done", 1, request.name()));
                dialogs.notice(before.map(state -> done.with(texts.get("undo.verb"), () -> takeBack(request, state)))
                        .orElse(done));
            } else {
                onRefused.accept(result.failed().get(0).why());
            }
        });
    }

    /** Stores a document without a word. */
    void saveQuietly(SaveRequest request, Runnable onSaved, Consumer<Refusal> onRefused) {
        String progress = texts.get("action.%s.%s.progress".formatted(request.kind().id(),
                request.mode() == EditorMode.REGISTER ? "register" : "update"), 1, request.name());
        runner.run(new Batch<>(progress, List.of(request), SaveRequest::name, Work.each(this::send)), result -> {
            if (result.failed().isEmpty()) {
                onSaved.run();
            } else {
                onRefused.accept(result.failed().get(0).why());
            }
        });
    }

    private void takeBack(SaveRequest request, StoredDocument before) {
        undo.back(request, before).ifPresentOrElse(
                back -> runner.run(new Batch<>(texts.get("undo.progress", 1, request.name()), List.of(back),
                        SaveRequest::name, Work.each(this::send)), result -> dialogs.notice(result.failed().isEmpty()
                                ? Notice.success(texts.get("undo.done", 1, request.name()))
                                : Notice.failure(result.failed().get(0).why().message()))),
                () -> dialogs.notice(Notice.failure(texts.get("undo.too-late.changed", request.name()))));
    }

    private void send(SaveRequest request) {
        boolean fresh = request.mode() == EditorMode.REGISTER;
        if (request.kind() == DocumentKind.JOB && fresh) {
            connection.operations().registerJob(Codecs.JOB.read(request.text()), connection.caller());
        } else if (request.kind() == DocumentKind.JOB) {
            connection.operations().updateJob(Codecs.JOB.read(request.text()), request.basis(), connection.caller());
        } else if (fresh) {
            connection.operations().registerApp(Codecs.APP_REST.read(request.text()), connection.caller());
        } else {
            connection.operations().updateApp(Codecs.APP_REST.read(request.text()), request.basis(), connection.caller());
        }
    }
}
