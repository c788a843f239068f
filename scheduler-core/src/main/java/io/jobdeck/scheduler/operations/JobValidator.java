package io.jobdeck.scheduler.operations;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.JobDefaults;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.JobType;
import java.time.Clock;
import java.util.List;

/**
 * The rules for a job by itself; whether its app is registered is not looked at. Pure: the server and the console's
 * dialogs ask the same ones. Safe on any thread.
 */
public final class JobValidator {

    private final CronRule cronRule;

    /** Takes the clock, with its zone, by which a cron must still fire. */
    public JobValidator(Clock clock) {
        this.cronRule = new CronRule(clock);
    }

    /** Returns everything that is wrong with the job, in the order of its fields; nothing if it may be stored. */
    public List<FieldProblem> validate(JobConfig job) {
        Problems problems = new Problems();
        CommonRules.checkName(problems, "jobName", job.jobName());
        CommonRules.checkName(problems, "appName", job.appName());
        checkClass(problems, job);
        cronRule.problem(job.cron()).ifPresent(problem -> problems.add("cron", problem));
        ShardingRule.countProblem(job.shardingTotalCount())
                .ifPresent(problem -> problems.add("shardingTotalCount", problem));
        ShardingRule.parametersProblem(job.shardingItemParameters(), job.shardingTotalCount())
                .ifPresent(problem -> problems.add("shardingItemParameters", problem));
        checkHandlers(problems, job.jobProperties());
        checkScript(problems, job);
        CommonRules.checkResources(problems, job.cpuCount(), job.memoryMb());
        checkSpring(problems, job);
        LaunchPolicyRule.check(problems, job.policy());
        if (problems.found().isEmpty()) {
            CommonRules.checkSize(problems, Codecs.JOB.write(job));
        }
        return problems.found();
    }

    private static void checkClass(Problems problems, JobConfig job) {
        if (job.jobType() == JobType.SCRIPT) {
            return;
        }
        if (job.jobClass().isBlank()) {
            problems.add("jobClass", "must not be empty for a job of type %s.".formatted(job.jobType()));
        } else if (job.jobClass().chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            problems.add("jobClass", "%s is no name of a class.".formatted(Problems.quote(job.jobClass())));
        }
    }

    private static void checkScript(Problems problems, JobConfig job) {
        if (job.jobType() != JobType.SCRIPT) {
            return;
        }
        String commandLine = job.scriptCommandLine();
        if (commandLine == null || commandLine.isBlank()) {
            problems.add("scriptCommandLine", "must not be empty for a job of type SCRIPT.");
        } else if (commandLine.indexOf('\0') >= 0) {
            problems.add("scriptCommandLine", "must not hold the character U+0000.");
        }
    }

    private static void checkHandlers(Problems problems, JsonObject jobProperties) {
        checkHandler(problems, jobProperties, JobDefaults.EXCEPTION_HANDLER);
        checkHandler(problems, jobProperties, JobDefaults.EXECUTOR_SERVICE_HANDLER);
    }

    private static void checkHandler(Problems problems, JsonObject jobProperties, String name) {
        JsonElement handler = jobProperties.get(name);
        boolean isClass = handler == null || handler.isJsonPrimitive() && handler.getAsJsonPrimitive().isString()
                && !handler.getAsString().isBlank();
        if (!isClass) {
            problems.add("jobProperties", "%s must be the name of a class.".formatted(name),
                    "{\"%s\":\"com.example.Handler\"}".formatted(name));
        }
    }

    private static void checkSpring(Problems problems, JobConfig job) {
        boolean bean = isGiven(job.beanName());
        boolean context = isGiven(job.applicationContext());
        if (bean && !context) {
            problems.add("applicationContext", "must be given with beanName, or neither.");
        } else if (context && !bean) {
            problems.add("beanName", "must be given with applicationContext, or neither.");
        }
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }
}
