package io.jobdeck.desktop.overview;

import io.jobdeck.desktop.fold.AppFacts;
import io.jobdeck.desktop.fold.AppState;
import io.jobdeck.desktop.fold.Delta;
import io.jobdeck.desktop.fold.JobCondition;
import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.scheduler.model.Waiting;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What needs attention, by kind. Each job stands under one kind, the gravest, so nothing is said twice. Taking a change
 * costs what changed. Interface thread only.
 */
public final class Attention {

    private final Map<Trouble, TreeSet<String>> names = new EnumMap<>(Trouble.class);
    private final Map<String, Trouble> ofJob = new HashMap<>();
    private final Map<String, Trouble> ofApp = new HashMap<>();

    /** Takes what changed of jobs and apps. */
    void apply(Delta<String, JobFacts> jobs, Delta<String, AppFacts> apps) {
        jobs.gone().forEach(job -> put(ofJob, job, Optional.empty()));
        jobs.changed().forEach((name, job) -> put(ofJob, name, troubleOf(job)));
        apps.gone().forEach(app -> put(ofApp, app, Optional.empty()));
        apps.changed().forEach((name, app) -> put(ofApp, name, Optional.of(Trouble.DISABLED_APP)
                .filter(any -> app.state() == AppState.DISABLED && app.waitingJobs() > 0)));
    }

    private void put(Map<String, Trouble> known, String name, Optional<Trouble> now) {
        Trouble before = now.isPresent() ? known.put(name, now.get()) : known.remove(name);
        if (before != null && before != now.orElse(null)) {
            names.get(before).remove(name);
        }
        now.ifPresent(trouble -> names.computeIfAbsent(trouble, any -> new TreeSet<>()).add(name));
    }

    /** Returns what is the matter with a job; empty if nothing is. */
    static Optional<Trouble> troubleOf(JobFacts job) {
        return switch (job.health().condition()) {
            case INVALID -> Optional.of(Trouble.INVALID);
            case UNREACHABLE -> Optional.of(Trouble.UNREACHABLE);
            case STUCK -> Optional.of(Trouble.STUCK);
            case FAILING -> Optional.of(job.health().givenUpItems() > 0 ? Trouble.GIVEN_UP : Trouble.FAILING);
            case BACKLOGGED -> Optional.of(waitsForMesos(job) ? Trouble.NO_MESOS : Trouble.BACKLOGGED);
            case WAITING -> job.waiting().flatMap(why -> waiting(why.kind()));
            case NEVER_SCHEDULED -> Optional.of(Trouble.NEVER_SCHEDULED);
            case DISABLED, APP_DISABLED, RUNNING, IDLE, FAILOVER, ENABLED -> Optional.empty();
        };
    }

    private static boolean waitsForMesos(JobFacts job) {
        return job.waiting().filter(why -> why.kind() == Waiting.Kind.NO_MESOS).isPresent();
    }

    private static Optional<Trouble> waiting(Waiting.Kind kind) {
        return switch (kind) {
            case NO_MESOS -> Optional.of(Trouble.NO_MESOS);
            case NO_OFFER, RESOURCES -> Optional.of(Trouble.RESOURCES);
            case PREVIOUS_RUN, DISABLED -> Optional.empty();
            default -> Optional.of(Trouble.WAITING);
        };
    }

    /** Returns whether nothing needs attention. */
    public boolean isEmpty() {
        return names.values().stream().allMatch(TreeSet::isEmpty);
    }

    /** Returns how many things there are of the kind. */
    public int count(Trouble trouble) {
        TreeSet<String> all = names.get(trouble);
        return all == null ? 0 : all.size();
    }

    /** Returns the first names of the kind, at most so many. */
    public List<String> first(Trouble trouble, int most) {
        TreeSet<String> all = names.get(trouble);
        return all == null ? List.of() : all.stream().limit(most).toList();
    }

    /** Returns which jobs pass the filter that leads to all of a kind in the view of jobs; empty if none does so. */
    static Optional<JobCondition> condition(Trouble trouble) {
        return switch (trouble) {
            case INVALID -> Optional.of(JobCondition.INVALID);
            case UNREACHABLE -> Optional.of(JobCondition.UNREACHABLE);
            case STUCK -> Optional.of(JobCondition.STUCK);
            case GIVEN_UP, FAILING -> Optional.of(JobCondition.FAILING);
            case BACKLOGGED -> Optional.of(JobCondition.BACKLOGGED);
            case NO_MESOS, RESOURCES, WAITING -> Optional.of(JobCondition.WAITING);
            case NEVER_SCHEDULED -> Optional.of(JobCondition.NEVER_SCHEDULED);
            case NO_LEADER, DISABLED_APP -> Optional.empty();
        };
    }
}
