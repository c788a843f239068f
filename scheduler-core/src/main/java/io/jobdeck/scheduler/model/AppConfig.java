package io.jobdeck.scheduler.model;

import com.google.gson.JsonObject;
import java.util.Objects;

/**
 * An app: a deployable package with its start command and the size of its executor (spec section 3.1).
 *
 * @param appName identity
 * @param appUrl archive that Mesos fetches
 * @param bootstrapScript start command of the executor
 * @param cpuCount cpus of the executor itself
 * @param memoryMb memory of the executor itself, in MB
 * @param appCacheEnable whether Mesos' fetcher may keep the archive
 * @param eventTraceSamplingCount 0 records every run of a daemon, N one in N
 * @param executor the executor library it embeds; kept outside the 2.1.5 node, see {@code RegistryPaths.appInfo}
 * @param unknown members this version does not know; never changed, written back as they were
 */
public record AppConfig(
        String appName,
        String appUrl,
        String bootstrapScript,
        double cpuCount,
        double memoryMb,
        boolean appCacheEnable,
        int eventTraceSamplingCount,
        ExecutorKind executor,
        JsonObject unknown) {

    public AppConfig {
        Objects.requireNonNull(appName, "appName");
        Objects.requireNonNull(appUrl, "appUrl");
        Objects.requireNonNull(bootstrapScript, "bootstrapScript");
        Objects.requireNonNull(executor, "executor");
        unknown = unknown.deepCopy();
    }

    /** Returns the same app with another executor library. */
    public AppConfig withExecutor(ExecutorKind kind) {
        return new AppConfig(appName, appUrl, bootstrapScript, cpuCount, memoryMb, appCacheEnable,
                eventTraceSamplingCount, kind, unknown);
    }

    /** Returns the same app with other unknown members. */
    public AppConfig withUnknown(JsonObject members) {
        return new AppConfig(appName, appUrl, bootstrapScript, cpuCount, memoryMb, appCacheEnable,
                eventTraceSamplingCount, executor, members);
    }
}
