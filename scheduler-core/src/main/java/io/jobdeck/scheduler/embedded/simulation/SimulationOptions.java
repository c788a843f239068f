package io.jobdeck.scheduler.embedded.simulation;

import io.jobdeck.scheduler.embedded.agent.Resources;
import java.time.Duration;
import java.util.Objects;

/**
 * What is simulated.
 *
 * @param agents number of agents, 1 to {@value #MOST_AGENTS}
 * @param resources what each of them offers
 * @param startTime how long a task takes from its launch until it runs
 * @param runTime how long a task runs that does not say so itself; one whose job parameter has {@code simulate=500ms}
 *     (or {@code s}, {@code m}, {@code h}) runs for that time instead, and one of a daemon until it is killed
 */
public record SimulationOptions(int agents, Resources resources, Duration startTime, Duration runTime) {

    /** Most agents that one process simulates. */
    public static final int MOST_AGENTS = 10_000;

    private static final Duration USUAL_START_TIME = Duration.ofMillis(10);
    private static final Duration USUAL_RUN_TIME = Duration.ofSeconds(1);

    public SimulationOptions {
        Objects.requireNonNull(resources, "resources");
        if (agents < 1 || agents > MOST_AGENTS) {
            throw new IllegalArgumentException("the number of simulated agents must be between 1 and %d, got %d"
                    .formatted(MOST_AGENTS, agents));
        }
        if (startTime.isNegative() || runTime.isNegative()) {
            throw new IllegalArgumentException("simulated tasks cannot start or end before they are launched");
        }
    }

    /** Returns agents of this size, memory in MiB, whose tasks start within 10 ms and run for a second. */
    public static SimulationOptions of(int agents, double cpus, double memoryMb) {
        return new SimulationOptions(agents, Resources.of(cpus, memoryMb), USUAL_START_TIME, USUAL_RUN_TIME);
    }

    /** Returns the same with another time until a task runs. */
    public SimulationOptions withStartTime(Duration time) {
        return new SimulationOptions(agents, resources, time, runTime);
    }

    /** Returns the same with another time that a task runs unless it says so itself. */
    public SimulationOptions withRunTime(Duration time) {
        return new SimulationOptions(agents, resources, startTime, time);
    }
}
