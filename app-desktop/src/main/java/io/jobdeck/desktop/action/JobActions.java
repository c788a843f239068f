package io.jobdeck.desktop.action;

import io.jobdeck.desktop.connection.Connection;
import io.jobdeck.desktop.dialog.DialogService;
import io.jobdeck.desktop.fold.JobState;
import io.jobdeck.desktop.jobs.JobRow;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** What can be done to jobs of one cluster. Interface thread only. */
public final class JobActions {

    private final Action<JobRow> register;
    private final Action<JobRow> update;
    private final Action<JobRow> trigger;
    private final Action<JobRow> enable;
    private final Action<JobRow> disable;
    private final Action<JobRow> deregister;

    public JobActions(Connection connection, Inventory inventory, Rules rules, DialogService dialogs,
            OperationRunner runner, Texts texts) {
        Forms forms = new Forms(connection, inventory, rules, dialogs, runner, texts);
        Consequences consequences = new Consequences(texts, inventory);
        SchedulerOperations operations = connection.operations();
        Caller caller = connection.caller();
        Bulk bulk = (face, appliesTo, said, operation) -> new BulkAction<>(face, new BulkAction.Rule<>(appliesTo, said),
                new BulkAction.Work<>(JobRow::name, operation), dialogs, runner, texts);
        register = new FormAction<>(ActionFace.JOB_REGISTER, selection -> true, selection -> forms.registerJob(""));
        update = new FormAction<>(ActionFace.JOB_UPDATE, JobActions::isOneThatCanBeRead,
                selection -> selection.get(0).config().ifPresent(forms::updateJob));
        trigger = bulk.action(ActionFace.JOB_TRIGGER, JobActions::canBeTriggered, rows -> "",
                job -> operations.triggerJob(job, caller));
        enable = bulk.action(ActionFace.JOB_ENABLE, JobActions::isDisabled, rows -> "",
                job -> operations.enableJob(job, caller));
        disable = bulk.action(ActionFace.JOB_DISABLE, job -> !isDisabled(job), consequences::ofDisablingJobs,
                job -> operations.disableJob(job, caller));
        deregister = bulk.action(ActionFace.JOB_DEREGISTER, job -> true, consequences::ofDeregisteringJobs,
                job -> operations.deregisterJob(job, caller));
    }

    private static boolean isOneThatCanBeRead(List<JobRow> selection) {
        return selection.size() == 1 && selection.get(0).config().isPresent();
    }

    private static boolean canBeTriggered(JobRow job) {
        return job.stateProperty().get() == JobState.ENABLED
                && job.executionTypeProperty().get() == ExecutionType.TRANSIENT;
    }

    private static boolean isDisabled(JobRow job) {
        return job.stateProperty().get() == JobState.DISABLED;
    }

    /** Returns all of them in the order of a menu. */
    public List<Action<JobRow>> all() {
        return List.of(register, update, trigger, enable, disable, deregister);
    }

    public Action<JobRow> register() {
        return register;
    }

    public Action<JobRow> update() {
        return update;
    }

    public Action<JobRow> trigger() {
        return trigger;
    }

    public Action<JobRow> enable() {
        return enable;
    }

    public Action<JobRow> disable() {
        return disable;
    }

    public Action<JobRow> deregister() {
        return deregister;
    }

    @FunctionalInterface
    private interface Bulk {

        Action<JobRow> action(ActionFace face, Predicate<JobRow> appliesTo, Function<List<JobRow>, String> said,
                Consumer<String> operation);
    }
}
