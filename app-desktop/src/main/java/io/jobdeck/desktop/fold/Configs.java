package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ConfigUpdate;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.JobConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Configs of apps and jobs, and what their newest updates changed. */
final class Configs {

    private final Map<String, Stored<JobConfig>> jobs = new HashMap<>();
    private final Map<String, Stored<AppConfig>> apps = new HashMap<>();
    private final Map<String, ExecutorKind> executorKinds = new HashMap<>();
    private final Map<String, List<ConfigUpdate>> jobChanges = new HashMap<>();
    private final Map<String, List<ConfigUpdate>> appChanges = new HashMap<>();
    private final Grouped<String, String> jobsOfApp = new Grouped<>();

    void setJob(String job, Optional<String> text) {
        Values.set(jobs, job, text.map(value -> Stored.of(Codecs.JOB, value)));
        appOf(job).ifPresentOrElse(app -> jobsOfApp.put(app, job), () -> jobsOfApp.remove(job));
    }

    void setApp(String app, Optional<String> text) {
        Values.set(apps, app, text.map(value -> Stored.of(Codecs.APP, value)));
    }

    void setExecutorKind(String app, Optional<String> text) {
        Values.set(executorKinds, app, Values.read(Codecs.APP_INFO, text));
    }

    void setJobChanges(String job, Optional<String> text) {
        Values.set(jobChanges, job, Values.read(Codecs.CONFIG_UPDATES, text));
    }

    void setAppChanges(String app, Optional<String> text) {
        Values.set(appChanges, app, Values.read(Codecs.CONFIG_UPDATES, text));
    }

    Optional<Stored<JobConfig>> job(String name) {
        return Optional.ofNullable(jobs.get(name));
    }

    Optional<JobConfig> config(String job) {
        return job(job).flatMap(Stored::value);
    }

    Optional<Stored<AppConfig>> app(String name) {
        return Optional.ofNullable(apps.get(name));
    }

    /** Returns the app's config with the executor library that its 2.1.5 node has no place for. */
    Optional<AppConfig> appConfig(String name) {
        return app(name).flatMap(Stored::value)
                .map(config -> config.withExecutor(executorKinds.getOrDefault(name, config.executor())));
    }

    int jobCount() {
        return jobs.size();
    }

    int appCount() {
        return apps.size();
    }

    List<ConfigUpdate> jobChanges(String job) {
        return jobChanges.getOrDefault(job, List.of());
    }

    List<ConfigUpdate> appChanges(String app) {
        return appChanges.getOrDefault(app, List.of());
    }

    /** Returns the app of a job; empty if the job's config is gone or cannot be read. */
    Optional<String> appOf(String job) {
        return config(job).map(JobConfig::appName);
    }

    Set<String> jobsOf(String app) {
        return jobsOfApp.of(app);
    }
}
