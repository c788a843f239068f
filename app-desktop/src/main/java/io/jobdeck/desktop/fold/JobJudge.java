package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.FailedItem;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.model.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells how a job is doing from all that is known of it, and when to look again. */
final class JobJudge {

    /** One run that waits follows the one under way; a second one may have been fired while it was launched. */
    private static final int BACKLOG = 3;

    private final Configs configs;
    private final Queues queues;
    private final TaskList tasks;
    private final Switches switches;
    private final FireTimes fireTimes;
    private final Alarms alarms;

    JobJudge(Configs configs, Queues queues, TaskList tasks, Switches switches, FireTimes fireTimes, Alarms alarms) {
        this.configs = configs;
        this.queues = queues;
        this.tasks = tasks;
        this.switches = switches;
        this.fireTimes = fireTimes;
        this.alarms = alarms;
    }

    Optional<JobFacts> facts(String name, Optional<RunResult> result, Instant now) {
        return configs.job(name).map(stored -> facts(name, stored, result, now));
    }

    private JobFacts facts(String name, Stored<JobConfig> stored, Optional<RunResult> result, Instant now) {
        Optional<Problem> problem = stored.problem().or(() -> problem(stored.value().orElseThrow()));
        JobState state = state(name, stored.value(), problem);
        Optional<Instant> nextFire = state == JobState.ENABLED
                ? fireTimes.next(stored.value().orElseThrow().cron(), now)
                : Optional.empty();
        TasksAtWork atWork = TasksAtWork.of(tasks.itemsOfJob(name).stream().map(tasks::task).flatMap(Optional::stream),
                result.flatMap(RunResult::usual), now);
        Stream.concat(nextFire.stream(), atWork.nextStuck.stream()).min(Instant::compareTo)
                .ifPresent(when -> alarms.set(name, when));
        JobHealth health = health(name, state, nextFire, result, atWork);
        return new JobFacts(name, stored.value(), state, problem, nextFire, tasks.ofJob(name), queues.ready(name),
                queues.failover(name), result, queues.waiting(name), health, configs.jobChanges(name));
    }

    private Optional<Problem> problem(JobConfig job) {
        if (configs.app(job.appName()).isEmpty()) {
            return Optional.of(new Problem(Problem.Kind.NO_APP, job.appName()));
        }
        return fireTimes.fault(job.cron()).map(fault -> new Problem(Problem.Kind.BAD_CRON, fault));
    }

    private JobState state(String name, Optional<JobConfig> config, Optional<Problem> problem) {
        if (switches.isDisabled(Switches.job(name))) {
            return JobState.DISABLED;
        }
        if (config.isPresent() && switches.isDisabled(Switches.app(config.get().appName()))) {
            return JobState.APP_DISABLED;
        }
        return problem.isPresent() ? JobState.INVALID : JobState.ENABLED;
    }

    private JobHealth health(String name, JobState state, Optional<Instant> nextFire, Optional<RunResult> result,
            TasksAtWork atWork) {
        Set<JobCondition> conditions = EnumSet.of(of(state));
        add(conditions, JobCondition.UNREACHABLE, atWork.unreachable > 0);
        add(conditions, JobCondition.STUCK, atWork.stuck > 0);
        add(conditions, JobCondition.RUNNING, tasks.ofJob(name) > 0);
        add(conditions, JobCondition.FAILOVER, queues.failover(name) > 0);
        Failures failures = Failures.of(queues.failedOf(name).stream().map(queues::failed).flatMap(Optional::stream));
        boolean failed = result.filter(last -> last.outcome() == RunResult.Outcome.FAILED).isPresent();
        add(conditions, JobCondition.FAILING, failed || failures.trying > 0 || failures.givenUp > 0);
        add(conditions, JobCondition.BACKLOGGED, queues.ready(name) + queues.oneOffRuns(name) >= BACKLOG);
        add(conditions, JobCondition.WAITING, isWaiting(name));
        boolean nothing = tasks.ofJob(name) == 0 && queues.backlog(name) == 0;
        add(conditions, JobCondition.NEVER_SCHEDULED, state == JobState.ENABLED && nextFire.isEmpty());
        add(conditions, JobCondition.IDLE, state == JobState.ENABLED && nothing);
        return new JobHealth(conditions, queues.oneOffRuns(name), atWork.unreachable, atWork.stuck, failures.trying,
                failures.givenUp, failures.message, atWork.since);
    }

    private static JobCondition of(JobState state) {
        return switch (state) {
            case ENABLED -> JobCondition.ENABLED;
            case DISABLED -> JobCondition.DISABLED;
            case APP_DISABLED -> JobCondition.APP_DISABLED;
            case INVALID -> JobCondition.INVALID;
        };
    }

    private static void add(Set<JobCondition> conditions, JobCondition condition, boolean holds) {
        if (holds) {
            conditions.add(condition);
        }
    }

    /** A run that waits for the previous one does not wait for anything that somebody could do. */
    private boolean isWaiting(String name) {
        if (queues.backlog(name) == 0) {
            return false;
        }
        return queues.waiting(name).map(why -> why.kind() != Waiting.Kind.PREVIOUS_RUN).orElse(tasks.ofJob(name) == 0);
    }

    Optional<AppFacts> app(String name, Schedulers schedulers) {
        return configs.app(name).map(stored -> {
            AppState enabled = stored.value().isPresent() ? AppState.ENABLED : AppState.INVALID;
            Optional<AppConfig> config = configs.appConfig(name);
            int waiting = (int) configs.jobsOf(name).stream().filter(job -> queues.backlog(job) > 0).count();
            return new AppFacts(name, config, switches.isDisabled(Switches.app(name)) ? AppState.DISABLED : enabled,
                    stored.problem(), configs.jobsOf(name).size(), tasks.ofApp(name), schedulers.agentsOf(name), waiting,
                    configs.appChanges(name));
        });
    }

    /** Tasks of a job that somebody should look at, and when the next one will have to be. */
    private static final class TasksAtWork {

        private int unreachable;
        private int stuck;
        private Optional<Instant> nextStuck = Optional.empty();
        private Optional<Instant> since = Optional.empty();

        static TasksAtWork of(Stream<TaskRecord> tasks, Optional<Duration> usual, Instant now) {
            TasksAtWork atWork = new TasksAtWork();
            tasks.forEach(task -> atWork.look(task, usual, now));
            return atWork;
        }

        private void look(TaskRecord task, Optional<Duration> usual, Instant now) {
            if (task.state() == TaskState.UNREACHABLE || task.state() == TaskState.UNKNOWN) {
                unreachable++;
                since = earlier(since, task.since());
                return;
            }
            Patience.endsFor(task, usual).ifPresent(ends -> {
                if (ends.isAfter(now)) {
                    nextStuck = earlier(nextStuck, ends);
                } else {
                    stuck++;
                    since = earlier(since, task.busySince().orElse(task.since()));
                }
            });
        }

        private static Optional<Instant> earlier(Optional<Instant> known, Instant other) {
            return known.filter(first -> first.isBefore(other)).or(() -> Optional.of(other));
        }
    }

    /** What is remembered of the items of a job that failed. */
    private record Failures(int trying, int givenUp, String message) {

        static Failures of(Stream<FailedItem> items) {
            int trying = 0;
            int givenUp = 0;
            FailedItem last = null;
            for (FailedItem item : items.filter(each -> each.failures() > 0).toList()) {
                trying += item.givenUp() ? 0 : 1;
                givenUp += item.givenUp() ? 1 : 0;
                last = last == null || item.notBefore().isAfter(last.notBefore()) ? item : last;
            }
            return new Failures(trying, givenUp, last == null ? "" : last.message());
        }
    }
}
