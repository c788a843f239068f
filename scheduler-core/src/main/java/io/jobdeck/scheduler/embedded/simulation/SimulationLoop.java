package io.jobdeck.scheduler.embedded.simulation;

import java.time.Duration;
import java.time.Instant;

/** The one thread of a simulation, with its clock. */
interface SimulationLoop {

    /** Runs an event after those given before. */
    void execute(Runnable event);

    /** Runs an event later. Timers are not taken back: whoever set one looks whether it still matters. */
    void schedule(Duration delay, Runnable event);

    Instant now();
}
