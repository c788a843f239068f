package io.jobdeck.desktop.action;

import io.jobdeck.desktop.apps.AppRow;
import io.jobdeck.desktop.connection.Connection;
import io.jobdeck.desktop.dialog.DialogService;
import io.jobdeck.desktop.fold.AppState;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** What can be done to apps of one cluster. Interface thread only. */
public final class AppActions {

    private final Action<AppRow> register;
    private final Action<AppRow> update;
    private final Action<AppRow> registerJob;
    private final Action<AppRow> enable;
    private final Action<AppRow> disable;
    private final Action<AppRow> deregister;

    public AppActions(Connection connection, Inventory inventory, Rules rules, DialogService dialogs,
            OperationRunner runner, Texts texts) {
        Forms forms = new Forms(connection, inventory, rules, dialogs, runner, texts);
        Consequences consequences = new Consequences(texts, inventory);
        SchedulerOperations operations = connection.operations();
        Caller caller = connection.caller();
        Bulk bulk = (face, appliesTo, said, operation) -> new BulkAction<>(face, new BulkAction.Rule<>(appliesTo, said),
                new BulkAction.Work<>(AppRow::name, operation), dialogs, runner, texts);
        register = new FormAction<>(ActionFace.APP_REGISTER, selection -> true, selection -> forms.registerApp());
        update = new FormAction<>(ActionFace.APP_UPDATE,
                selection -> selection.size() == 1 && selection.get(0).config().isPresent(),
                selection -> selection.get(0).config().ifPresent(forms::updateApp));
        registerJob = new FormAction<>(ActionFace.APP_REGISTER_JOB, selection -> selection.size() == 1,
                selection -> forms.registerJob(selection.get(0).name()));
        enable = bulk.action(ActionFace.APP_ENABLE, AppActions::isDisabled, rows -> "",
                app -> operations.enableApp(app, caller));
        disable = bulk.action(ActionFace.APP_DISABLE, app -> !isDisabled(app), consequences::ofDisablingApps,
                app -> operations.disableApp(app, caller));
        deregister = bulk.action(ActionFace.APP_DEREGISTER, app -> true, consequences::ofDeregisteringApps,
                app -> operations.deregisterApp(app, caller));
    }

    private static boolean isDisabled(AppRow app) {
        return app.stateProperty().get() == AppState.DISABLED;
    }

    /** Returns all of them in the order of a menu. */
    public List<Action<AppRow>> all() {
        return List.of(register, update, registerJob, enable, disable, deregister);
    }

    public Action<AppRow> register() {
        return register;
    }

    public Action<AppRow> update() {
        return update;
    }

    public Action<AppRow> registerJob() {
        return registerJob;
    }

    public Action<AppRow> enable() {
        return enable;
    }

    public Action<AppRow> disable() {
        return disable;
    }

    public Action<AppRow> deregister() {
        return deregister;
    }

    @FunctionalInterface
    private interface Bulk {

        Action<AppRow> action(ActionFace face, Predicate<AppRow> appliesTo, Function<List<AppRow>, String> said,
                Consumer<String> operation);
    }
}
