package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.model.Disablement;
import java.util.Objects;
import java.util.Optional;

/**
 * One job or app that is disabled itself.
 *
 * @param subject what is disabled
 * @param app the app, or the app of the job; empty if the job's config is gone or cannot be read
 * @param disablement who disabled it, since when and how; empty if that was not recorded, as by a 2.1.5 scheduler
 * @param backlog runs of it, or of its jobs, that wait meanwhile
 */
public record DisabledFacts(Subject subject, String app, Optional<Disablement> disablement, int backlog) {

    /** What can be disabled. */
    public enum Kind {
        APP,
        JOB
    }

    /** One job or app. */
    public record Subject(Kind kind, String name) {

        public Subject {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(name, "name");
        }
    }

    public DisabledFacts {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(disablement, "disablement");
    }
}
