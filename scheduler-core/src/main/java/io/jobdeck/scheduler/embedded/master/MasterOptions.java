package io.jobdeck.scheduler.embedded.master;

import java.time.Duration;

/**
 * The intervals of a master.
 *
 * @param allocationInterval how often free resources are offered, about 1 s
 * @param heartbeat interval of the HEARTBEAT events, 15 s
 * @param agentReturn how long agents of an earlier master are awaited before their tasks count as unknown, 10 min
 */
public record MasterOptions(Duration allocationInterval, Duration heartbeat, Duration agentReturn) {

    private static final double LONGEST_SECONDS = Duration.ofDays(36_500).toSeconds();

    /** Returns the intervals of Apache Mesos. */
    public static MasterOptions standard() {
        return new MasterOptions(Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofMinutes(10));
    }

    static Duration seconds(double seconds) {
        return Duration.ofMillis((long) (Math.min(seconds, LONGEST_SECONDS) * 1000));
    }
}
