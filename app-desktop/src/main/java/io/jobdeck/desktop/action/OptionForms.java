package io.jobdeck.desktop.action;

import io.jobdeck.desktop.dialog.Notice;
import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.desktop.options.DisableModel;
import io.jobdeck.desktop.options.TriggerModel;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.operations.DisableOptions;
import io.jobdeck.scheduler.operations.TriggerOptions;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** Opens the forms in which a person says how something is to be done, and does it so. Interface thread only. */
final class OptionForms {

    private final ActionContext context;
    private final Consequences consequences;
    private final Texts texts;

    OptionForms(ActionContext context) {
        this.context = context;
        this.texts = context.texts();
        this.consequences = new Consequences(texts, context.inventory());
    }

    /** Asks for parameter and items of a run. */
    void trigger(Target.Job target) {
        context.inventory().job(target.name()).flatMap(JobFacts::config).ifPresent(job ->
                context.dialogs().trigger(new TriggerModel(job, texts, options -> trigger(target, options))));
    }

    private void trigger(Target.Job target, TriggerOptions options) {
        Work<Target.Job> work = Work.each(job ->
                context.connection().operations().triggerJob(job.name(), options, context.connection().caller()));
        context.runner().run(new Batch<>(said("job.trigger", "progress", target), List.of(target), Target::name, work),
                result -> context.dialogs().notice(result.failed().isEmpty()
                        ? Notice.success(said("job.trigger", "done", target))
                        : Notice.failure(result.failed().get(0).why().message())));
    }

    private String said(String action, String what, Target target) {
        return texts.get("action." + action + "." + what, 1, target.name());
    }

    /** Asks how jobs are to be disabled, and does it with the action made for that. */
    void disableJobs(List<Target.Job> jobs, Function<DisableOptions, BulkAction<Target.Job>> how) {
        disable("job.disable", jobs, keep -> consequences.ofDisablingJobs(jobs, keep), how);
    }

    /** Asks how apps are to be disabled, and does it with the action made for that. */
    void disableApps(List<Target.App> apps, Function<DisableOptions, BulkAction<Target.App>> how) {
        disable("app.disable", apps, keep -> consequences.ofDisablingApps(apps, keep), how);
    }

    /** The form has said what will happen, so only production asks once more. */
    private <T extends Target> void disable(String action, List<T> targets, DisableModel.Consequence said,
            Function<DisableOptions, BulkAction<T>> how) {
        String title = texts.get("action." + action + ".title", targets.size(), targets.get(0).name());
        String verb = texts.get("action." + action + ".verb", targets.size(), targets.get(0).name());
        context.dialogs().disable(new DisableModel(
                new DisableModel.Subject(title, verb, context.inventory().now(), said),
                Clock.systemDefaultZone(), texts, options -> how.apply(options).performAsked(targets)));
    }
}
