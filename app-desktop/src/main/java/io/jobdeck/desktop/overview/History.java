package io.jobdeck.desktop.overview;

import io.jobdeck.desktop.fold.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How many tasks ran and how many runs waited over the last hour, as far as the window was open. Interface thread only. */
public final class History {

    /** How far back it goes. */
    public static final Duration SPAN = Duration.ofHours(1);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Deque<Sample> samples = new ArrayDeque<>();

    /**
     * How it was at one time.
     *
     * @param at when
     * @param tasks tasks in flight
     * @param waiting runs that waited
     */
    public record Sample(Instant at, int tasks, int waiting) { }

    void add(Instant now, Totals totals) {
        if (!samples.isEmpty() && now.isBefore(samples.peekLast().at().plus(EVERY))) {
            return;
        }
        samples.addLast(new Sample(now, totals.tasks(), totals.waitingRuns()));
        while (samples.peekFirst().at().isBefore(now.minus(SPAN))) {
            samples.removeFirst();
        }
    }

    /** Returns the samples, oldest first. */
    public List<Sample> samples() {
        return List.copyOf(samples);
    }
}
