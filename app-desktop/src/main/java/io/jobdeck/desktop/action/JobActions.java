package io.jobdeck.desktop.action;

import io.jobdeck.desktop.editor.DocumentKind;
import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.DisableOptions;
import io.jobdeck.scheduler.operations.JobAction;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.operations.TriggerOptions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/** What can be done to jobs of one cluster. Interface thread only. */
final class JobActions {

    private final ActionContext context;
    private final Reasons reasons;
    private final Consequences consequences;
    private final Forms forms;
    private final JobUndo undo;
    private final OptionForms options;

    JobActions(ActionContext context) {
        this.context = context;
        this.reasons = new Reasons(context.inventory(), context.texts());
        this.consequences = new Consequences(context.texts(), context.inventory());
        this.forms = new Forms(context);
        this.undo = new JobUndo(context);
        this.options = new OptionForms(context);
    }

    /** Returns all of them in the order of a menu. */
    List<Action> all() {
        SchedulerOperations operations = context.connection().operations();
        Caller caller = context.connection().caller();
        return List.of(
                new FormAction<>(ActionFace.JOB_REGISTER, Target.Job.class, context, job -> Optional.empty(),
                        none -> forms.registerJob("")),
                new FormAction<>(ActionFace.JOB_UPDATE, Target.Job.class, context, reasons.job(job -> Optional.empty()),
                        job -> forms.update(DocumentKind.JOB, job.get(0).name())),
                new FormAction<>(ActionFace.JOB_COPY, Target.Job.class, context, reasons.job(reasons::unreadable),
                        job -> forms.copy(DocumentKind.JOB, job.get(0).name())),
                new FormAction<>(ActionFace.JOB_EXPORT, Target.Job.class, context, reasons.job(reasons::unreadable),
                        new Transfers(context, forms)::exportJobs),
                soft(ActionFace.JOB_TRIGGER, reasons::cannotRun,
                        onJobs(job -> operations.triggerJob(job, caller), new JobAction.Trigger(TriggerOptions.STANDARD)),
                        undo::ofTrigger),
                new FormAction<>(ActionFace.JOB_TRIGGER_WITH, Target.Job.class, context, reasons.job(reasons::cannotRun),
                        job -> options.trigger(job.get(0))),
                soft(ActionFace.JOB_ADD_RUN, reasons::cannotQueue,
                        onJobs(job -> operations.triggerJob(job, JobUndo.ONE_MORE, caller),
                                new JobAction.Trigger(JobUndo.ONE_MORE)), undo::ofAddingRun),
                soft(ActionFace.JOB_ENABLE, reasons::notDisabled,
                        onJobs(job -> operations.enableJob(job, caller), new JobAction.Enable()), undo::ofEnabling),
                disable(DisableOptions.STANDARD),
                new FormAction<>(ActionFace.JOB_DISABLE_WITH, Target.Job.class, context,
                        reasons.job(reasons::disabled), jobs -> options.disableJobs(jobs, this::disable)),
                asking(ActionFace.JOB_KILL, reasons::nothingRuns, consequences::ofKillingTasksOf,
                        Work.onJobs(context, job -> operations.killTasks(job, caller), new JobAction.KillTasks()),
                        Undo.none()),
                asking(ActionFace.JOB_CLEAR_READY, reasons::nothingReady, consequences::ofClearingReady,
                        Work.onJobs(context, job -> operations.removeReady(job, OptionalInt.empty(), caller),
                                new JobAction.ClearReady()), undo::ofClearingReady),
                asking(ActionFace.JOB_CLEAR_FAILOVER, reasons::nothingToFailOver, consequences::ofClearingFailover,
                        Work.onJobs(context, job -> operations.removeFailover(job, OptionalInt.empty(), caller),
                                new JobAction.ClearFailover()), Undo.none()),
                asking(ActionFace.JOB_DEREGISTER, job -> Optional.empty(), consequences::ofDeregisteringJobs,
                        onJobs(job -> operations.deregisterJob(job, caller), new JobAction.Deregister()), Undo.none()));
    }

    private BulkAction<Target.Job> disable(DisableOptions how) {
        SchedulerOperations operations = context.connection().operations();
        Caller caller = context.connection().caller();
        return asking(ActionFace.JOB_DISABLE, reasons::disabled,
                jobs -> consequences.ofDisablingJobs(jobs, how.keepBacklog()),
                onJobs(job -> operations.disableJob(job, how, caller), new JobAction.Disable(how)),
                undo.ofDisabling(how.keepBacklog()));
    }

    private Work<Target.Job> onJobs(Consumer<String> operation, JobAction action) {
        return Work.onJobs(context, job -> {
            operation.accept(job);
            return 1;
        }, action);
    }

    private Action soft(ActionFace face, Function<JobFacts, Optional<String>> whyNot, Work<Target.Job> work,
            Undo<Target.Job> way) {
        return asking(face, whyNot, jobs -> "", work, way);
    }

    private BulkAction<Target.Job> asking(ActionFace face, Function<JobFacts, Optional<String>> whyNot,
            Function<List<Target.Job>, String> said, Work<Target.Job> work, Undo<Target.Job> way) {
        return new BulkAction<>(face, Target.Job.class, context, new BulkAction.Rule<>(reasons.job(whyNot), said), work, way);
    }
}
