package io.jobdeck.scheduler.scheduling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Jobs that wait for resources, grouped by what they need: what is not there for the first of a group is not there for
 * the others either, so the number of jobs that wait costs nothing when offers come.
 */
final class StarvedJobs {

    private final Map<Need, Group> byNeed = new LinkedHashMap<>();
    private final Map<String, Group> byJob = new HashMap<>();
    private long joined;

    /**
     * What decides whether a job can be placed.
     *
     * @param request what has to be placed, without its items
     * @param together number of items that must be placed together
     */
    record Need(Placement.Request request, int together) {

        static Need of(Placement.Request request) {
            return new Need(new Placement.Request(List.of(), request.perItem(), request.appName(), request.executor(),
                    request.allOrNone(), request.strategy(), Placement.Avoided.NONE),
                    request.allOrNone() ? request.items().size() : 1);
        }
    }

    /** Jobs of one need, in the order in which they began to wait. */
    static final class Group {

        private final Need need;
        private final Map<String, Long> jobs = new LinkedHashMap<>();
        private WaitReason reason;
        private boolean reasonUntold;

        private Group(Need need) {
            this.need = need;
        }

        boolean isEmpty() {
            return jobs.isEmpty();
        }

        /** Returns the job that has waited longest. */
        String first() {
            return jobs.keySet().iterator().next();
        }

        /** Returns why its jobs wait. */
        WaitReason reason() {
            return reason;
        }

        private long since() {
            return jobs.values().iterator().next();
        }
    }

    boolean isEmpty() {
        return byJob.isEmpty();
    }

    /** Returns the jobs that wait for the same; empty if none does. */
    Optional<Group> waitingFor(Need need) {
        return Optional.ofNullable(byNeed.get(need));
    }

    /** The job waits for what is needed; one that does already keeps its place. */
    void add(String job, Need need, WaitReason reason) {
        Group group = byNeed.computeIfAbsent(need, Group::new);
        if (byJob.get(job) != group) {
            remove(job);
            byNeed.put(need, group);
            group.jobs.put(job, joined++);
            byJob.put(job, group);
        }
        group.reasonUntold |= !reason.equals(group.reason);
        group.reason = reason;
    }

    /** The job does not wait for resources any more. */
    void remove(String job) {
        Group group = byJob.remove(job);
        if (group != null) {
            group.jobs.remove(job);
            if (group.isEmpty()) {
                byNeed.remove(group.need);
            }
        }
    }

    /** Returns the groups in the order in which their first jobs began to wait. */
    Queue<Group> all() {
        return inOrder(byNeed.values());
    }

    /** Returns the groups of those of the jobs that wait, in the same order. */
    Queue<Group> of(Collection<String> jobs) {
        return inOrder(jobs.stream().map(byJob::get).filter(group -> group != null).distinct().toList());
    }

    private static Queue<Group> inOrder(Collection<Group> groups) {
        Queue<Group> ordered = new PriorityQueue<>(Comparator.comparingLong(Group::since));
        ordered.addAll(groups);
        return ordered;
    }

    /** Returns the jobs whose reason to wait has changed since it was last asked for, in groups. */
    Map<WaitReason, List<String>> takeUntold() {
        Map<WaitReason, List<String>> untold = new LinkedHashMap<>();
        for (Group group : byNeed.values()) {
            if (group.reasonUntold) {
                group.reasonUntold = false;
                untold.computeIfAbsent(group.reason, reason -> new ArrayList<>()).addAll(group.jobs.keySet());
            }
        }
        return untold;
    }
}
