package io.jobdeck.desktop.action;

import io.jobdeck.desktop.fold.AppFacts;
import io.jobdeck.desktop.fold.AppState;
import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.desktop.fold.JobState;
import io.jobdeck.desktop.fold.Problem;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.JobConfig;
import java.util.Optional;
import java.util.function.Function;

/** Why something cannot be done to an app or a job as it is now; empty if it can. Interface thread only. */
final class Reasons {

    private final Inventory inventory;
    private final Texts texts;

    Reasons(Inventory inventory, Texts texts) {
        this.inventory = inventory;
        this.texts = texts;
    }

    /** Makes a rule for jobs that are there. */
    Function<Target.Job, Optional<String>> job(Function<JobFacts, Optional<String>> rule) {
        return target -> inventory.job(target.name()).map(rule)
                .orElseGet(() -> because("job-gone", target.name()));
    }

    /** Makes a rule for apps that are there. */
    Function<Target.App, Optional<String>> app(Function<AppFacts, Optional<String>> rule) {
        return target -> inventory.app(target.name()).map(rule)
                .orElseGet(() -> because("app-gone", target.name()));
    }

    Optional<String> unreadable(JobFacts job) {
        return unless(job.config().isPresent(), "unreadable", job.name());
    }

    Optional<String> unreadable(AppFacts app) {
        return unless(app.config().isPresent(), "unreadable", app.name());
    }

    Optional<String> notDisabled(JobFacts job) {
        return switch (job.state()) {
            case DISABLED -> Optional.empty();
            case APP_DISABLED -> because("enable-app", job.name(), app(job));
            case ENABLED, INVALID -> because("enabled-already", job.name());
        };
    }

    Optional<String> disabled(JobFacts job) {
        return unless(job.state() != JobState.DISABLED, "disabled-already", job.name());
    }

    Optional<String> notDisabled(AppFacts app) {
        return unless(app.state() == AppState.DISABLED, "enabled-already", app.name());
    }

    Optional<String> disabled(AppFacts app) {
        return unless(app.state() != AppState.DISABLED, "disabled-already", app.name());
    }

    /** A disabled job runs nothing; a daemon fires only if its executor takes the order. */
    Optional<String> cannotRun(JobFacts job) {
        return switch (job.state()) {
            case DISABLED -> because("disabled", job.name());
            case APP_DISABLED -> because("app-disabled", job.name(), app(job));
            case ENABLED, INVALID -> unreadable(job).or(() -> noApp(job)).or(() -> cannotFire(job));
        };
    }

    private Optional<String> noApp(JobFacts job) {
        boolean missing = job.problem().filter(problem -> problem.kind() == Problem.Kind.NO_APP).isPresent();
        return unless(!missing, "no-app", job.name(), app(job));
    }

    private Optional<String> cannotFire(JobFacts job) {
        boolean takesNoOrder = isDaemon(job) && inventory.app(app(job)).flatMap(AppFacts::config)
                .filter(app -> app.executor() == ExecutorKind.JOBDECK).isEmpty();
        return unless(!takesNoOrder, "daemon-of-2-1-5", job.name(), app(job));
    }

    /** Runs of a daemon are not counted. */
    Optional<String> cannotQueue(JobFacts job) {
        return isDaemon(job) ? because("daemon", job.name()) : cannotRun(job);
    }

    Optional<String> nothingRuns(JobFacts job) {
        return unless(job.runningItems() > 0, "nothing-runs", job.name());
    }

    Optional<String> nothingReady(JobFacts job) {
        return isDaemon(job) ? because("daemon-entry", job.name()) : unless(job.readyCount() > 0, "nothing-ready", job.name());
    }

    Optional<String> nothingToFailOver(JobFacts job) {
        return unless(job.failoverCount() > 0, "nothing-to-fail-over", job.name());
    }

    static boolean isDaemon(JobFacts job) {
        return job.config().filter(JobConfig::isDaemon).isPresent();
    }

    private static String app(JobFacts job) {
        return job.config().map(JobConfig::appName).orElse("");
    }

    Optional<String> unless(boolean fine, String key, Object... args) {
        return fine ? Optional.empty() : because(key, args);
    }

    private Optional<String> because(String key, Object... args) {
        return Optional.of(texts.get("reason." + key, args));
    }
}
