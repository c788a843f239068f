package io.jobdeck.desktop.fold;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** When jobs are to be looked at again although nothing of them changes; one time for each. */
final class Alarms {

    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at));
    private final Map<String, Instant> awaited = new HashMap<>();

    /** The job is to be looked at again then, and not at the time that was set before. */
    void set(String job, Instant when) {
        if (!when.equals(awaited.put(job, when))) {
            due.add(new Due(when, job));
        }
    }

    /** Returns the jobs whose time has come. */
    Set<String> passed(Instant now) {
        Set<String> jobs = new HashSet<>();
        while (!due.isEmpty() && !due.peek().at().isAfter(now)) {
            Due first = due.poll();
            if (awaited.remove(first.job(), first.at())) {
                jobs.add(first.job());
            }
        }
        return jobs;
    }

    private record Due(Instant at, String job) { }
}
