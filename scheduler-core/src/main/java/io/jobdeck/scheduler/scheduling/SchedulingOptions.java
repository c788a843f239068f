package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.ClusterPolicy;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * What the scheduling loop needs to be told.
 *
 * @param hostname host name that Mesos shows
 * @param webUrl address that Mesos' pages link to
 * @param user system user that tasks run as; empty for the master's choice
 * @param role role of the framework; empty for none
 * @param zone zone in which crons are read
 * @param reconcileInterval time between two reconciliations of all tasks; empty for none beyond those at subscription
 * @param policy what holds for jobs that say nothing else
 */
public record SchedulingOptions(
        String hostname,
        String webUrl,
        String user,
        String role,
        ZoneId zone,
        Optional<Duration> reconcileInterval,
        ClusterPolicy policy) {

    public SchedulingOptions {
        Objects.requireNonNull(hostname, "hostname");
        Objects.requireNonNull(webUrl, "webUrl");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(reconcileInterval, "reconcileInterval");
        Objects.requireNonNull(policy, "policy");
    }
}
