package io.jobdeck.desktop.action;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.operations.RegistryView;
import io.jobdeck.scheduler.registry.LiveTree;
import java.util.Optional;

/**
 * Configs as the live tree has them at this moment, each with its version, so that an update can say which state it was
 * made from. Reads memory only.
 */
final class StoredConfigs {

    private final RegistryView view;

    StoredConfigs(LiveTree tree) {
        this.view = new RegistryView(tree.nodes());
    }

    /**
     * A config and its version.
     *
     * @param <C> the config
     */
    record Versioned<C>(C config, ConfigVersion version) { }

    /** Returns the job, empty if there is none of that name or it cannot be read. */
    Optional<Versioned<JobConfig>> job(String name) {
        return view.jobVersion(name).flatMap(version -> view.job(name).map(config -> new Versioned<>(config, version)));
    }

    /** Returns the app, empty if there is none of that name or it cannot be read. */
    Optional<Versioned<AppConfig>> app(String name) {
        return view.appVersion(name).flatMap(version -> view.app(name).map(config -> new Versioned<>(config, version)));
    }
}
