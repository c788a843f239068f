package io.jobdeck.desktop.overview;

import io.jobdeck.desktop.fold.Delta;
import io.jobdeck.desktop.fold.JobFacts;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which jobs fire next and when. Taking a change costs what changed. Interface thread only. */
public final class NextFirings {

    private final Map<String, Firing> byJob = new HashMap<>();
    private final TreeSet<Firing> inOrder =
            new TreeSet<>(Comparator.comparing(Firing::at).thenComparing(Firing::job));

    /**
     * One firing to come.
     *
     * @param at when
     * @param job name of the job
     */
    public record Firing(Instant at, String job) { }

    void apply(Delta<String, JobFacts> jobs) {
        jobs.gone().forEach(this::forget);
        jobs.changed().forEach((name, job) -> {
            forget(name);
            job.nextFire().ifPresent(at -> remember(new Firing(at, name)));
        });
    }

    private void forget(String job) {
        Firing before = byJob.remove(job);
        if (before != null) {
            inOrder.remove(before);
        }
    }

    private void remember(Firing firing) {
        byJob.put(firing.job(), firing);
        inOrder.add(firing);
    }

    /** Returns the firings that come first, at most so many. */
    public List<Firing> first(int most) {
        return inOrder.stream().limit(most).toList();
    }
}
