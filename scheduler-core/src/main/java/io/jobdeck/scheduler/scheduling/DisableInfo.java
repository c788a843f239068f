package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.Disablement;
import java.time.Instant;
import java.util.Optional;

/** What stands in the registry beside a 2.1.5 disabled flag. Owned by the loop's thread. */
final class DisableInfo {

    /** Empty if there is no such node or it cannot be read. */
    Optional<Disablement> value = Optional.empty();
    boolean nodeExists;
    int version;
    /** When it was first seen without the flag; null while it is not. */
    Instant withoutFlagSince;
    boolean writeUnderWay;

    void set(Optional<Disablement> read, int nodeVersion) {
        value = read;
        nodeExists = true;
        version = nodeVersion;
    }

    void clear() {
        value = Optional.empty();
        nodeExists = false;
        withoutFlagSince = null;
    }

    boolean keepsBacklog() {
        return value.map(Disablement::keepBacklog).orElse(false);
    }
}
