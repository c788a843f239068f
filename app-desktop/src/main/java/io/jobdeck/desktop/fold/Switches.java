package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.Disablement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which jobs and apps are disabled, by whom, since when and how. */
final class Switches {

    private final Set<DisabledFacts.Subject> disabled = new HashSet<>();
    private final Map<DisabledFacts.Subject, Disablement> disablements = new HashMap<>();

    static DisabledFacts.Subject job(String name) {
        return new DisabledFacts.Subject(DisabledFacts.Kind.JOB, name);
    }

    static DisabledFacts.Subject app(String name) {
        return new DisabledFacts.Subject(DisabledFacts.Kind.APP, name);
    }

    void set(DisabledFacts.Subject subject, boolean nowDisabled) {
        if (nowDisabled) {
            disabled.add(subject);
        } else {
            disabled.remove(subject);
        }
    }

    void setDisablement(DisabledFacts.Subject subject, Optional<String> text) {
        Values.set(disablements, subject, Values.read(Codecs.DISABLEMENT, text));
    }

    boolean isDisabled(DisabledFacts.Subject subject) {
        return disabled.contains(subject);
    }

    Optional<DisabledFacts> facts(DisabledFacts.Subject subject, Configs configs, Queues queues) {
        if (!isDisabled(subject)) {
            return Optional.empty();
        }
        boolean ofApp = subject.kind() == DisabledFacts.Kind.APP;
        String app = ofApp ? subject.name() : configs.appOf(subject.name()).orElse("");
        int backlog = ofApp ? configs.jobsOf(app).stream().mapToInt(queues::backlog).sum() : queues.backlog(subject.name());
        return Optional.of(new DisabledFacts(subject, app, Optional.ofNullable(disablements.get(subject)), backlog));
    }
}
