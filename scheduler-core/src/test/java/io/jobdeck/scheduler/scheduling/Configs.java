package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.JobConfig;

/** Configs for tests, written as the registry has them. */
final class Configs {

    private Configs() {
    }

    static AppConfig app(String name, double cpus, double megabytes) {
        return Codecs.APP.read("""
                {"appName":"%s","appURL":"http://localhost/%s.tar.gz","bootstrapScript":"bin/start.sh",
                "cpuCount":%s,"memoryMB":%s}""".formatted(name, name, cpus, megabytes));
    }

    static JobConfig transientJob(String name, int items) {
        return job(name, items, "TRANSIENT", "");
    }

    static JobConfig daemonJob(String name, int items) {
        return job(name, items, "DAEMON", "");
    }

    /** @param more further members, each beginning with a comma */
    static JobConfig job(String name, int items, String executionType, String more) {
        return Codecs.JOB.read("""
                {"jobName":"%s","appName":"app","jobClass":"x.Y","jobType":"SIMPLE","cron":"0/5 * * * * ?",
                "shardingTotalCount":%d,"cpuCount":0.5,"memoryMB":64,"jobExecutionType":"%s"%s}"""
                .formatted(name, items, executionType, more));
    }
}
