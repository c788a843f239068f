package io.jobdeck.scheduler.producer;

/** Fires crons. */
public interface CronSource {

    /**
     * Fires the cron from now on. A cron that will never fire is accepted and does not fire.
     *
     * @throws IllegalArgumentException if the text is no Quartz cron
     */
    void schedule(String cron);

    /** Stops firing the cron; nothing happens if it was not scheduled. */
    void unschedule(String cron);
}
