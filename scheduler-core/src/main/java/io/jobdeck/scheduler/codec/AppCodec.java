package io.jobdeck.scheduler.codec;

import com.google.gson.JsonObject;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ExecutorKind;

/**
 * An app, spec section 3.1: all members in that order, then those this version does not know. Over REST the executor
 * library stands with them; in the 2.1.5 node it does not, since 2.1.5 refuses what it does not know.
 */
final class AppCodec implements ConfigCodec<AppConfig> {

    private static final String EXECUTOR = "executor";

    private final boolean withExecutor;

    AppCodec(boolean withExecutor) {
        this.withExecutor = withExecutor;
    }

    @Override
    public String write(AppConfig app) {
        JsonObject object = new JsonObject();
        object.addProperty("appName", app.appName());
        object.addProperty("appURL", app.appUrl());
        object.addProperty("bootstrapScript", app.bootstrapScript());
        object.addProperty("cpuCount", app.cpuCount());
        object.addProperty("memoryMB", app.memoryMb());
        object.addProperty("appCacheEnable", app.appCacheEnable());
        object.addProperty("eventTraceSamplingCount", app.eventTraceSamplingCount());
        if (withExecutor) {
            object.addProperty(EXECUTOR, app.executor().name());
        }
        app.unknown().entrySet().forEach(member -> object.add(member.getKey(), member.getValue()));
        return JsonText.write(object);
    }

    @Override
    public Reading<AppConfig> examine(String text) {
        return ConfigReading.of(text, this::read);
    }

    private AppConfig read(Members members) {
        return new AppConfig(
                members.text("appName", ""),
                members.text("appURL", ""),
                members.text("bootstrapScript", ""),
                members.decimal("cpuCount", AppDefaults.CPU_COUNT),
                members.decimal("memoryMB", AppDefaults.MEMORY_MB),
                members.flag("appCacheEnable", AppDefaults.APP_CACHE_ENABLE),
                members.integer("eventTraceSamplingCount", 0),
                executor(members),
                members.rest());
    }

    private ExecutorKind executor(Members members) {
        members.ignore(EXECUTOR);
        return withExecutor
                ? members.constant(EXECUTOR, ExecutorKind.class, ExecutorKind.ELASTIC_JOB_2_1_5)
                : ExecutorKind.ELASTIC_JOB_2_1_5;
    }
}
