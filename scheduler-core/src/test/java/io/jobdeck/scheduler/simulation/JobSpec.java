package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.JobConfig;
import java.util.List;
import java.util.Locale;

/**
 * What a simulated job is like.
 *
 * @param app index of its app
 * @param cron index of its cron
 * @param parameter index of its parameter
 * @param text index of a description, which nothing depends on
 * @param partial whether a run may begin with some of its items
 */
record JobSpec(Kind kind, int app, int items, boolean misfire, boolean failover, int cron, int parameter, int text,
        boolean partial) {

    static final List<String> CRONS = List.of("0/5 * * * * ?", "0/7 * * * * ?");

    /** Kinds of jobs that the scheduler treats differently. */
    enum Kind {
        SIMPLE,
        SCRIPT,
        DAEMON
    }

    JobSpec(Kind kind, int app, int items, boolean misfire, boolean failover, int cron, int parameter, int text) {
        this(kind, app, items, misfire, failover, cron, parameter, text, false);
    }

    JobSpec partial(boolean allowed) {
        return new JobSpec(kind, app, items, misfire, failover, cron, parameter, text, allowed);
    }

    boolean isDaemon() {
        return kind == Kind.DAEMON;
    }

    String cronText() {
        return CRONS.get(cron);
    }

    String appName() {
        return Names.app(app);
    }

    String parameterText() {
        return "p" + parameter;
    }

    /** Returns whether a daemon of the other spec must be started again to become this one. */
    boolean restarts(JobSpec other) {
        return kind != other.kind || app != other.app || items != other.items || cron != other.cron
                || parameter != other.parameter;
    }

    JobConfig config(String name) {
        String type = kind == Kind.SCRIPT ? "\"SCRIPT\",\"scriptCommandLine\":\"echo\"" : "\"SIMPLE\",\"jobClass\":\"x.Y\"";
        return Codecs.JOB.read(String.format(Locale.ROOT, """
                {"jobName":"%s","appName":"%s","jobType":%s,"jobExecutionType":"%s","cron":"%s","shardingTotalCount":%d,
                "misfire":%s,"failover":%s,"jobParameter":"%s","description":"d%d","cpuCount":0.5,"memoryMB":64,
                "partialLaunch":%s}""",
                name, appName(), type, isDaemon() ? "DAEMON" : "TRANSIENT", cronText(), items, misfire, failover,
                parameterText(), text, partial));
    }

    @Override
    public String toString() {
        return "%s of %s, %d items%s%s%s, cron %d, parameter %d, text %d".formatted(kind, appName(), items,
                misfire ? ", misfire" : "", failover ? ", failover" : "",
                partial ? ", partial" : "", cron, parameter, text);
    }
}
