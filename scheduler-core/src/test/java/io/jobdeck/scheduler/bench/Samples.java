package io.jobdeck.scheduler.bench;

import java.util.Arrays;
import java.util.Locale;

/** Times in nanoseconds. Not thread-safe. */
final class Samples {

    private long[] values = new long[1024];
    private int count;

    void add(long nanos) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = nanos;
    }

    int count() {
        return count;
    }

    /** Returns the value that the given part of all, from 0 to 1, does not exceed. */
    long percentile(double part) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted[Math.min(count - 1, (int) Math.ceil(part * count) - 1)];
    }

    /** Returns median, 99th percentile and largest, in milliseconds. */
    String summary() {
        return "p50 %s, p99 %s, max %s".formatted(
                millis(percentile(0.5)), millis(percentile(0.99)), millis(percentile(1)));
    }

    static String millis(long nanos) {
        double value = nanos / 1e6;
        return String.format(Locale.ROOT, value < 10 ? "%.2f ms" : value < 1000 ? "%.0f ms" : "%,.0f ms", value);
    }
}
