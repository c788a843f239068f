package io.jobdeck.scheduler.producer;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Properties;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.quartz.CronExpression;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.listeners.TriggerListenerSupport;
import org.quartz.simpl.RAMJobStore;
import org.quartz.simpl.SimpleThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Crons by Quartz, with one Quartz job per distinct cron text. */
public final class QuartzCronSource implements CronSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QuartzCronSource.class);

    /**
     * A firing is handed over in microseconds, so many that are due at once are only late by their number; none of them
     * may be dropped for it. A firing is given up only when the process stood still for this long, in milliseconds.
     */
    private static final String MISFIRE_THRESHOLD = "60000";
    private static final String THREADS = "2";

    private final ZoneId zone;
    private final Scheduler quartz;

    /**
     * @param name distinguishes several in one process
     * @param zone zone in which crons are read
     * @param fired hears each firing with the cron's text, on a thread of Quartz; must return at once
     * @throws IllegalStateException if Quartz cannot be started
     */
    public QuartzCronSource(String name, ZoneId zone, Consumer<String> fired) {
        this(name, zone, fired, late -> { }, () -> { });
    }

    /**
     * The same, watched.
     *
     * @param late hears how late each firing is
     * @param missed hears of each firing that is given up
     * @throws IllegalStateException if Quartz cannot be started
     */
    public QuartzCronSource(String name, ZoneId zone, Consumer<String> fired, Consumer<Duration> late, Runnable missed) {
        this.zone = zone;
        try {
            this.quartz = new StdSchedulerFactory(settings(name)).getScheduler();
            this.quartz.setJobFactory((bundle, scheduler) -> new Firing(fired, late));
            this.quartz.getListenerManager().addTriggerListener(new Missed(name, missed));
            this.quartz.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz cannot be started: " + e.getMessage(), e);
        }
    }

    private static Properties settings(String name) {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", name);
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.jobStore.class", RAMJobStore.class.getName());
        settings.setProperty("org.quartz.jobStore.misfireThreshold", MISFIRE_THRESHOLD);
        settings.setProperty("org.quartz.threadPool.class", SimpleThreadPool.class.getName());
        settings.setProperty("org.quartz.threadPool.threadCount", THREADS);
        settings.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        settings.setProperty("org.quartz.threadPool.threadNamePrefix", name);
        settings.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        return settings;
    }

    @Override
    public void schedule(String cron) {
        CronExpression expression = parse(cron);
        JobDetail job = JobBuilder.newJob(Firing.class).withIdentity(cron).build();
        CronTrigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(cron)
                .withSchedule(CronScheduleBuilder.cronSchedule(expression).withMisfireHandlingInstructionDoNothing())
                .build();
        try {
            quartz.scheduleJob(job, trigger);
        } catch (SchedulerException e) {
            // Quartz refuses a trigger without a future firing; to the job it makes no difference.
            LOG.warn("cron '{}' is not scheduled: {}", cron, e.getMessage());
        } catch (RuntimeException e) {
            // For some texts that it accepts, Quartz breaks when it looks for the next firing.
            throw new IllegalArgumentException("'%s' has no next firing that Quartz can tell".formatted(cron), e);
        }
    }

    private CronExpression parse(String cron) {
        try {
            CronExpression expression = new CronExpression(cron);
            expression.setTimeZone(TimeZone.getTimeZone(zone));
            return expression;
        } catch (ParseException e) {
            throw new IllegalArgumentException("'%s' is no cron: %s".formatted(cron, e.getMessage()), e);
        }
    }

    @Override
    public void unschedule(String cron) {
        try {
            quartz.deleteJob(JobKey.jobKey(cron));
        } catch (SchedulerException e) {
            throw new IllegalStateException("cron '%s' cannot be unscheduled: %s".formatted(cron, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try {
            quartz.shutdown(true);
        } catch (SchedulerException e) {
            LOG.warn("Quartz did not stop in order: {}", e.getMessage());
        }
    }

    /** Hands over one firing. */
    private record Firing(Consumer<String> fired, Consumer<Duration> late) implements Job {

        @Override
        public void execute(JobExecutionContext context) {
            fired.accept(context.getJobDetail().getKey().getName());
            late.accept(Duration.between(context.getScheduledFireTime().toInstant(), Instant.now()));
        }
    }

    /** Hears of firings that Quartz gives up. */
    private static final class Missed extends TriggerListenerSupport {

        private final String name;
        private final Runnable missed;

        Missed(String name, Runnable missed) {
            this.name = name;
            this.missed = missed;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public void triggerMisfired(Trigger trigger) {
            missed.run();
        }
    }
}
