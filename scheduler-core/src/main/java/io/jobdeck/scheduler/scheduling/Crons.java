package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.producer.CronSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which jobs wait for which cron. Each distinct cron is scheduled once, and unscheduled with its last job. */
final class Crons {

    private final CronSource source;
    private final Map<String, Set<String>> jobsByCron = new HashMap<>();

    Crons(CronSource source) {
        this.source = source;
    }

    /** Sees to it that the job is fired by this cron and no other, or by none. */
    void schedule(JobState job, Optional<String> wanted) {
        if (job.scheduledCron.equals(wanted)) {
            return;
        }
        job.scheduledCron.ifPresent(cron -> leave(cron, job.name()));
        job.scheduledCron = wanted;
        wanted.ifPresent(cron -> join(cron, job.name()));
    }

    /** Returns the names of the jobs that a cron fires. */
    List<String> jobsOf(String cron) {
        return List.copyOf(jobsByCron.getOrDefault(cron, Set.of()));
    }

    private void join(String cron, String job) {
        Set<String> jobs = jobsByCron.get(cron);
        if (jobs == null) {
            jobs = new LinkedHashSet<>();
            jobsByCron.put(cron, jobs);
            source.schedule(cron);
        }
        jobs.add(job);
    }

    private void leave(String cron, String job) {
        Set<String> jobs = jobsByCron.get(cron);
        jobs.remove(job);
        if (jobs.isEmpty()) {
            jobsByCron.remove(cron);
            source.unschedule(cron);
        }
    }
}
