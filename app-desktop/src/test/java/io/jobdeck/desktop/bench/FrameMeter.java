package io.jobdeck.desktop.bench;

import java.util.Arrays;
import javafx.animation.AnimationTimer;

/** Notes when frames are drawn. Interface thread only. */
final class FrameMeter extends AnimationTimer {

    private static final int MOST_FRAMES = 100_000;

    private final long[] nanos = new long[MOST_FRAMES];
    private int count;
    private long last;

    @Override
    public void handle(long ignored) {
        long now = System.nanoTime();
        if (last != 0 && count < MOST_FRAMES) {
            nanos[count++] = now - last;
        }
        last = now;
    }

    /** Returns the frames since the last time that it was asked. */
    Frames take() {
        Frames frames = new Frames(Arrays.copyOf(nanos, count));
        count = 0;
        return frames;
    }
}
