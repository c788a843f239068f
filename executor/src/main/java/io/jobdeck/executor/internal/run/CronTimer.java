package io.jobdeck.executor.internal.run;

import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Consumer;
import org.quartz.CronExpression;
import org.quartz.CronScheduleBuilder;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.simpl.RAMJobStore;
import org.quartz.simpl.SimpleThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells daemons when their crons are due. One Quartz scheduler, in memory, started with the first daemon; its one thread
 * only passes the word on, so no daemon waits for another.
 */
final class CronTimer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CronTimer.class);

    private Optional<Scheduler> scheduler = Optional.empty();

    /**
     * Begins to tell when a cron is due.
     *
     * @param id what to {@link #unschedule} it by
     * @param cron Quartz cron, in the time zone of this machine
     * @param due told the time it was due, on the timer's thread; must return at once
     * @throws IllegalArgumentException if the cron is wrong or never due again
     */
    synchronized void schedule(String id, String cron, Consumer<Instant> due) {
        CronExpression expression = parse(cron);
        JobDetail detail = JobBuilder.newJob(Job.class).withIdentity(id).build();
        detail.getJobDataMap().put("due", (Job) context -> due.accept(context.getScheduledFireTime().toInstant()));
        try {
            started().scheduleJob(detail, TriggerBuilder.newTrigger()
                    .withIdentity(id)
                    .withSchedule(CronScheduleBuilder.cronSchedule(expression).withMisfireHandlingInstructionDoNothing())
                    .build());
        } catch (SchedulerException e) {
            throw new IllegalArgumentException("cron '%s' cannot be scheduled: %s".formatted(cron, e.getMessage()), e);
        }
    }

    /** Stops telling. Does nothing if nothing was scheduled by this id. */
    synchronized void unschedule(String id) {
        scheduler.ifPresent(running -> {
            try {
                running.deleteJob(JobKey.jobKey(id));
            } catch (SchedulerException e) {
                LOG.error("The cron of {} cannot be taken back; what it fires will be left out", id, e);
            }
        });
    }

    @Override
    public synchronized void close() {
        scheduler.ifPresent(running -> {
            try {
                running.shutdown(false);
            } catch (SchedulerException e) {
                LOG.warn("The cron timer did not shut down properly", e);
            }
        });
        scheduler = Optional.empty();
    }

    private static CronExpression parse(String cron) {
        try {
            return new CronExpression(cron);
        } catch (ParseException e) {
            throw new IllegalArgumentException("cron '%s' is wrong: %s".formatted(cron, e.getMessage()), e);
        }
    }

    private Scheduler started() throws SchedulerException {
        if (scheduler.isEmpty()) {
            Scheduler created = new StdSchedulerFactory(settings()).getScheduler();
            created.setJobFactory((bundle, owner) -> (Job) bundle.getJobDetail().getJobDataMap().get("due"));
            created.start();
            scheduler = Optional.of(created);
        }
        return scheduler.get();
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", "jobdeck-" + UUID.randomUUID());
        settings.setProperty("org.quartz.scheduler.threadName", "jobdeck-cron");
        settings.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.threadPool.class", SimpleThreadPool.class.getName());
        settings.setProperty("org.quartz.threadPool.threadCount", "1");
        settings.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        settings.setProperty("org.quartz.threadPool.threadNamePrefix", "jobdeck-cron-due");
        settings.setProperty("org.quartz.jobStore.class", RAMJobStore.class.getName());
        return settings;
    }
}
