package io.jobdeck.scheduler.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of a simulation, the same for everything in it; it stands still between two steps. */
public final class SimulatedTime extends Clock {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a simulation has one zone");
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves on to an instant, which is not before the present one. */
    public void moveTo(Instant instant) {
        now = instant;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}
