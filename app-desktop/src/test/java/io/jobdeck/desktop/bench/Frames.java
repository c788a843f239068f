package io.jobdeck.desktop.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** How long the frames of some time took to follow each other. */
final class Frames {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MOST = 0.99;

    private final long[] nanos;

    /** @param nanos from each frame to the next */
    Frames(long[] nanos) {
        this.nanos = nanos.clone();
        Arrays.sort(this.nanos);
    }

    /** Returns whether 99 of 100 came within the time. */
    boolean mostlyWithin(Duration time) {
        return nanos.length > 0 && quantile(MOST) <= time.toNanos();
    }

    private long quantile(double share) {
        return nanos[Math.min(nanos.length - 1, (int) (nanos.length * share))];
    }

    private double millis(double share) {
        return quantile(share) / NANOS_PER_MILLI;
    }

    @Override
    public String toString() {
        return nanos.length == 0 ? "no frame" : String.format(Locale.ROOT, "p50 %.1f  p99 %.1f  worst %.0f ms, %d frames",
                millis(0.5), millis(MOST), millis(1), nanos.length);
    }
}
