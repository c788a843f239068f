package io.jobdeck.desktop.action;

import com.google.gson.JsonObject;
import io.jobdeck.desktop.connection.Connection;
import io.jobdeck.desktop.dialog.DialogService;
import io.jobdeck.desktop.dialog.Notice;
import io.jobdeck.desktop.editor.AppEditorModel;
import io.jobdeck.desktop.editor.EditorMode;
import io.jobdeck.desktop.editor.JobEditorModel;
import io.jobdeck.desktop.editor.KnownNames;
import io.jobdeck.desktop.fold.AppFacts;
import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.desktop.form.DocumentSink;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.JobType;
import io.jobdeck.scheduler.model.LaunchPolicy;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Opens the forms of apps and jobs and sends what is saved in them to the cluster. */
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

    Forms(ActionContext context) {
        this.connection = context.connection();
        this.inventory = context.inventory();
        this.rules = context.rules();
        this.dialogs = context.dialogs();
        this.runner = context.runner();
        this.texts = context.texts();
    }

    void registerApp() {
        AppConfig fresh = new AppConfig("", "", "", NEW_APP_CPUS, NEW_APP_MEMORY_MB, true, 0, ExecutorKind.JOBDECK,
                new JsonObject());
        editApp(EditorMode.REGISTER, fresh, "app.register",
                app -> connection.operations().registerApp(app, connection.caller()));
    }

    /** Opens the form of the app as it is now; nothing if it has gone. */
    void updateApp(String name) {
        new StoredConfigs(connection.tree()).app(name).ifPresent(stored ->
                editApp(EditorMode.UPDATE, stored.config(), "app.update", changed ->
                        connection.operations().updateApp(changed, Optional.of(stored.version()), connection.caller())));
    }

    private void editApp(EditorMode mode, AppConfig app, String action, Consumer<AppConfig> operation) {
        List<String> taken = inventory.apps().stream().map(AppFacts::name).toList();
        dialogs.editApp(new AppEditorModel(mode, app, rules.app(), taken::contains,
                sink(action, operation, AppConfig::appName), texts));
    }

    /** Opens the form of a new job, for the app of that name or none chosen yet. */
    void registerJob(String app) {
        JobConfig fresh = new JobConfig("", app, "", JobType.SIMPLE, ExecutionType.TRANSIENT, "", 1, "", "", false, false,
                "", new JsonObject(), false, null, NEW_JOB_CPUS, NEW_JOB_MEMORY_MB, null, null, LaunchPolicy.STANDARD,
                new JsonObject());
        editJob(EditorMode.REGISTER, fresh, "job.register",
                job -> connection.operations().registerJob(job, connection.caller()));
    }

    /** Opens the form of the job as it is now; nothing if it has gone. */
    void updateJob(String name) {
        new StoredConfigs(connection.tree()).job(name).ifPresent(stored ->
                editJob(EditorMode.UPDATE, stored.config(), "job.update", changed ->
                        connection.operations().updateJob(changed, Optional.of(stored.version()), connection.caller())));
    }

    private void editJob(EditorMode mode, JobConfig job, String action, Consumer<JobConfig> operation) {
        KnownNames names = KnownNames.of(inventory.apps().stream().map(AppFacts::name).toList(),
                inventory.jobs().stream().map(JobFacts::name).toList());
        dialogs.editJob(new JobEditorModel(mode, job, rules.job(), names, inventory.cronZone(),
                sink(action, operation, JobConfig::jobName), texts));
    }

    private <C> DocumentSink<C> sink(String action, Consumer<C> operation, Function<C, String> name) {
        return (document, onSaved, onRefused) -> {
            String progress = texts.get("action." + action + ".progress", 1, name.apply(document));
            runner.run(new Batch<>(progress, List.of(document), operation), result -> {
                if (result.failed().isEmpty()) {
                    onSaved.run();
                    dialogs.notice(Notice.success(texts.get("action." + action + ".done", 1, name.apply(document))));
                } else {
                    onRefused.accept(result.failed().get(0).why());
                }
            });
        };
    }
}
