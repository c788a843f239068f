package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.JobConfig;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Short digests of what a running task or executor was started with, to tell whether a config change concerns it. */
final class Digests {

    private static final int BYTES = 6;

    private Digests() {
    }

    /** Covers what a daemon's task would have to be started again for. */
    static String ofTask(JobConfig job) {
        return digest(List.of(job.appName(), job.jobClass(), job.jobType(), job.executionType(), job.cron(),
                job.shardingTotalCount(), job.shardingItemParameters(), job.jobParameter(), job.streamingProcess(),
                String.valueOf(job.scriptCommandLine()), job.cpuCount(), job.memoryMb(),
                String.valueOf(job.beanName()), String.valueOf(job.applicationContext()), job.jobProperties()));
    }

    /** Covers what an executor would have to be started again for. */
    static String ofExecutor(AppConfig app) {
        return digest(List.of(app.appUrl(), app.bootstrapScript(), app.cpuCount(), app.memoryMb(),
                app.appCacheEnable(), app.executor()));
    }

    private static String digest(List<?> values) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            values.forEach(value -> {
                sha.update(value.toString().getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            });
            return HexFormat.of().formatHex(Arrays.copyOf(sha.digest(), BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
