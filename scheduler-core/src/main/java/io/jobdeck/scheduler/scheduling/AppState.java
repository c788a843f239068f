package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ExecutorKind;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** All that the loop knows of one app. Owned by the loop's thread. */
final class AppState {

    private final String name;
    private Optional<AppConfig> made = Optional.empty();
    private AppConfig madeFrom;

    Optional<AppConfig> stored = Optional.empty();
    /** The app is registered, even if its config cannot be read. */
    boolean registered;
    ExecutorKind executor = ExecutorKind.ELASTIC_JOB_2_1_5;
    boolean disabled;
    final DisableInfo disableInfo = new DisableInfo();
    final Set<String> jobs = new LinkedHashSet<>();

    AppState(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Returns the config with the executor library that stands apart from it; asked for at every look at a job. */
    Optional<AppConfig> config() {
        AppConfig present = stored.orElse(null);
        if (present != madeFrom || made.filter(app -> app.executor() != executor).isPresent()) {
            madeFrom = present;
            made = stored.map(app -> app.withExecutor(executor));
        }
        return made;
    }
}
