package io.jobdeck.scheduler.mesos;

import java.time.Duration;
import java.util.Optional;

/**
 * How a driver speaks to the master.
 *
 * @param format form of calls and events
 * @param credentials sent with every call, if the master wants them
 * @param longestRecord longest event accepted, in bytes; a longer one ends the connection
 * @param answerTimeout longest wait for the answer to a call, and for the first event after SUBSCRIBE
 * @param missedHeartbeats how many heartbeat intervals may pass in silence before the connection is taken for dead
 */
public record DriverSettings(WireFormat format, Optional<Credentials> credentials, int longestRecord,
        Duration answerTimeout, int missedHeartbeats) {

    private static final int USUAL_LONGEST_RECORD = 32 * 1024 * 1024;
    private static final Duration USUAL_ANSWER_TIMEOUT = Duration.ofSeconds(30);
    private static final int USUAL_MISSED_HEARTBEATS = 4;

    public DriverSettings {
        if (longestRecord < 1 || missedHeartbeats < 1 || answerTimeout.isNegative() || answerTimeout.isZero()) {
            throw new IllegalArgumentException("the longest record, the answer timeout and the heartbeats that may be "
                    + "missed are positive");
        }
    }

    /** Protobuf without credentials, records up to 32 MiB, answers within 30 seconds, 4 heartbeats missed at most. */
    public static DriverSettings usual() {
        return new DriverSettings(WireFormat.PROTOBUF, Optional.empty(), USUAL_LONGEST_RECORD, USUAL_ANSWER_TIMEOUT,
                USUAL_MISSED_HEARTBEATS);
    }

    /** Returns the same with another format of messages. */
    public DriverSettings with(WireFormat otherFormat) {
        return new DriverSettings(otherFormat, credentials, longestRecord, answerTimeout, missedHeartbeats);
    }

    /** Returns the same with credentials, which every request then carries. */
    public DriverSettings with(Credentials otherCredentials) {
        return new DriverSettings(format, Optional.of(otherCredentials), longestRecord, answerTimeout, missedHeartbeats);
    }
}
