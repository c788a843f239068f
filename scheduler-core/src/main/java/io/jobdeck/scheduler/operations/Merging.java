package io.jobdeck.scheduler.operations;

import com.google.gson.JsonObject;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.JobConfig;
import java.util.Optional;

/** Keeps what is stored and unknown to this version when a config is replaced. What is sent goes before what is stored. */
final class Merging {

    private Merging() {
    }

    static AppConfig keepUnknown(AppConfig app, Optional<AppConfig> stored) {
        return stored.map(before -> app.withUnknown(merge(before.unknown(), app.unknown()))).orElse(app);
    }

    static JobConfig keepUnknown(JobConfig job, Optional<JobConfig> stored) {
        return stored.map(before -> withProperties(job, merge(before.jobProperties(), job.jobProperties()))
                .withUnknown(merge(before.unknown(), job.unknown()))).orElse(job);
    }

    private static JobConfig withProperties(JobConfig job, JsonObject properties) {
        return new JobConfig(job.jobName(), job.appName(), job.jobClass(), job.jobType(), job.executionType(), job.cron(),
                job.shardingTotalCount(), job.shardingItemParameters(), job.jobParameter(), job.failover(), job.misfire(),
                job.description(), properties, job.streamingProcess(), job.scriptCommandLine(), job.cpuCount(),
                job.memoryMb(), job.beanName(), job.applicationContext(), job.policy(), job.unknown());
    }

    private static JsonObject merge(JsonObject stored, JsonObject sent) {
        JsonObject merged = stored.deepCopy();
        sent.entrySet().forEach(member -> merged.add(member.getKey(), member.getValue()));
        return merged;
    }
}
