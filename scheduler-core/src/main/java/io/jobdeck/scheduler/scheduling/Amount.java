package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.JobConfig;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * Cpus and memory, in thousandths, which is the precision of Mesos.
 *
 * @param milliCpus thousandths of a cpu
 * @param milliMb thousandths of a MB
 */
record Amount(long milliCpus, long milliMb) {

    static final Amount NONE = new Amount(0, 0);

    static Amount of(double cpus, double megabytes) {
        return new Amount(thousandths(cpus), thousandths(megabytes));
    }

    /** Returns what one item of the job needs. */
    static Amount ofItem(JobConfig job) {
        return of(job.cpuCount(), job.memoryMb());
    }

    /** Returns what the app's executor itself needs. */
    static Amount ofExecutor(AppConfig app) {
        return of(app.cpuCount(), app.memoryMb());
    }

    static long thousandths(double value) {
        return Math.round(value * 1000);
    }

    Amount plus(Amount other) {
        return new Amount(milliCpus + other.milliCpus, milliMb + other.milliMb);
    }

    boolean fitsInto(Amount free) {
        return milliCpus <= free.milliCpus && milliMb <= free.milliMb;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s cpus and %s MB", plain(milliCpus), plain(milliMb));
    }

    private static String plain(long thousandths) {
        return new BigDecimal(thousandths).movePointLeft(3).stripTrailingZeros().toPlainString();
    }
}
