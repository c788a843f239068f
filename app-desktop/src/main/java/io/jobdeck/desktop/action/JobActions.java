package io.jobdeck.desktop.action;

import io.jobdeck.desktop.editor.DocumentKind;
import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.operations.TriggerOptions;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/** What can be done to jobs of one cluster. Interface thread only. */
final class JobActions {

    private static final TriggerOptions ADDED =
            new TriggerOptions(true, Optional.empty(), Collections.emptySortedSet());

    private final ActionContext context;
    private final Reasons reasons;
    private final Consequences consequences;
    private final Forms forms;

    JobActions(ActionContext context) {
        this.context = context;
        this.reasons = new Reasons(context.inventory(), context.texts());
        this.consequences = new Consequences(context.texts(), context.inventory());
        this.forms = new Forms(context);
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
                soft(ActionFace.JOB_TRIGGER, reasons::cannotRun, job -> operations.triggerJob(job, caller)),
                soft(ActionFace.JOB_ADD_RUN, reasons::cannotQueue, job -> operations.triggerJob(job, ADDED, caller)),
                soft(ActionFace.JOB_ENABLE, reasons::notDisabled, job -> operations.enableJob(job, caller)),
                asking(ActionFace.JOB_DISABLE, reasons::disabled, jobs -> consequences.ofDisablingJobs(jobs, false),
                        job -> operations.disableJob(job, caller)),
                asking(ActionFace.JOB_KILL, reasons::nothingRuns, consequences::ofKillingTasksOf,
                        job -> operations.killTasks(job, caller)),
                asking(ActionFace.JOB_CLEAR_READY, reasons::nothingReady, consequences::ofClearingReady,
                        job -> operations.removeReady(job, OptionalInt.empty(), caller)),
                asking(ActionFace.JOB_CLEAR_FAILOVER, reasons::nothingToFailOver, consequences::ofClearingFailover,
                        job -> operations.removeFailover(job, OptionalInt.empty(), caller)),
                asking(ActionFace.JOB_DEREGISTER, job -> Optional.empty(), consequences::ofDeregisteringJobs,
                        job -> operations.deregisterJob(job, caller)));
    }

    private Action soft(ActionFace face, Function<JobFacts, Optional<String>> whyNot, Consumer<String> operation) {
        return asking(face, whyNot, jobs -> "", operation);
    }

    private Action asking(ActionFace face, Function<JobFacts, Optional<String>> whyNot,
            Function<List<Target.Job>, String> said, Consumer<String> operation) {
        return new BulkAction<>(face, Target.Job.class, context, new BulkAction.Rule<>(reasons.job(whyNot), said),
                job -> operation.accept(job.name()));
    }
}
