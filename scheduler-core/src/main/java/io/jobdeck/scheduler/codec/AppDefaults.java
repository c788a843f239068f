package io.jobdeck.scheduler.codec;

/** What an app has when its JSON does not say, spec section 3.1. */
public final class AppDefaults {

    public static final double CPU_COUNT = 1.0;
    public static final double MEMORY_MB = 128.0;
    public static final boolean APP_CACHE_ENABLE = true;

    private AppDefaults() {
    }
}
