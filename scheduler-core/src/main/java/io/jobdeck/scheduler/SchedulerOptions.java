package io.jobdeck.scheduler;

import io.jobdeck.scheduler.mesos.master.MasterLocation;
import io.jobdeck.scheduler.registry.RegistryOptions;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What one scheduler needs to be told (spec section 1.5).
 *
 * @param registry the tree it works on
 * @param mesos where the Mesos masters are
 * @param role Mesos role; empty for none
 * @param user system user that tasks run as; empty for the one this process runs as
 * @param hostname name under which consoles, other schedulers and Mesos' pages reach it
 * @param httpPort port of its REST server; 0 for a free one
 * @param reconcileInterval time between two reconciliations of all tasks, if there are to be any
 */
public record SchedulerOptions(
        RegistryOptions registry,
        MasterLocation mesos,
        String role,
        String user,
        String hostname,
        int httpPort,
        Optional<Duration> reconcileInterval) {

    public SchedulerOptions {
        Objects.requireNonNull(registry, "registry");
        Objects.requireNonNull(mesos, "mesos");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(hostname, "hostname");
        Objects.requireNonNull(reconcileInterval, "reconcileInterval");
    }
}
