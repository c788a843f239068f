package io.jobdeck.desktop.jobs;

import io.jobdeck.desktop.fold.JobCondition;
import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.desktop.fold.JobHealth;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.ViewContext;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.Waiting;
import java.time.Duration;
import java.time.Instant;

/** Says why a job is as it is, in one or two sentences. */
public final class JobReasons {

    private final ViewContext context;
    private final Texts texts;

    public JobReasons(ViewContext context) {
        this.context = context;
        this.texts = context.texts();
    }

    /** Returns why the job is as it is; empty if there is nothing to explain. */
    public String of(JobRow row) {
        return of(row.facts(), row.facts().health().condition());
    }

    /** Returns why the job is in this condition, one of those it is in; empty if there is nothing to explain. */
    public String of(JobFacts job, JobCondition condition) {
        JobHealth health = job.health();
        return switch (condition) {
            case INVALID -> job.problem().map(problem -> texts.get("job.problem." + problem.kind(), problem.detail()))
                    .orElse("");
            case UNREACHABLE -> texts.get("job.reason.UNREACHABLE", health.unreachableTasks(), age(job));
            case STUCK -> job.usual().map(context.columns().times()::length)
                    .map(usual -> texts.get("job.reason.STUCK", health.stuckTasks(), age(job), usual))
                    .orElseGet(() -> texts.get("job.reason.STUCK.unknown", health.stuckTasks(), age(job)));
            case FAILING -> failing(job);
            case BACKLOGGED -> texts.get("job.reason.BACKLOGGED", job.readyCount() + health.oneOffRuns()) + waiting(job);
            case WAITING -> job.waiting().map(Waiting::reason).orElseGet(() -> texts.get("job.reason.WAITING"));
            case NEVER_SCHEDULED -> texts.get("job.reason.NEVER_SCHEDULED");
            case APP_DISABLED -> texts.get("job.reason.APP_DISABLED", job.app());
            case DISABLED, RUNNING, IDLE, FAILOVER, ENABLED -> "";
        };
    }

    private String failing(JobFacts job) {
        JobHealth health = job.health();
        String message = health.failure().isEmpty() ? job.lastResult().map(RunResult::message).orElse("") : health.failure();
        String items = "";
        if (health.givenUpItems() > 0) {
            items = texts.get("job.reason.GIVEN_UP", health.givenUpItems());
        } else if (health.failingItems() > 0) {
            items = texts.get("job.reason.TRIED_AGAIN", health.failingItems());
        }
        return items.isEmpty() || message.isEmpty() ? items + message : items + " " + message;
    }

    private String waiting(JobFacts job) {
        return job.waiting().map(why -> " " + why.reason()).orElse("");
    }

    private String age(JobFacts job) {
        Instant now = context.columns().now().getValue();
        return job.health().since().map(since -> context.columns().times().length(positive(Duration.between(since, now))))
                .orElse("");
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
