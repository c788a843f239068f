package io.jobdeck.scheduler;

import io.jobdeck.scheduler.mesos.master.MasterLocation;
import io.jobdeck.scheduler.model.ClusterPolicy;
import io.jobdeck.scheduler.registry.RegistryOptions;
import io.jobdeck.scheduler.rest.RestAddress;
import io.jobdeck.scheduler.rest.RestSecurity;
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
 * @param rest where its REST server listens, and under which name consoles, other schedulers and Mesos' pages reach it
 * @param reconcileInterval time between two reconciliations of all tasks, if there are to be any
 * @param security whose calls the REST server takes, and how it is reached
 * @param policy what holds for jobs that say nothing else
 */
public record SchedulerOptions(
        RegistryOptions registry,
        MasterLocation mesos,
        String role,
        String user,
        RestAddress rest,
        Optional<Duration> reconcileInterval,
        RestSecurity security,
        ClusterPolicy policy) {

    public SchedulerOptions {
        Objects.requireNonNull(registry, "registry");
        Objects.requireNonNull(mesos, "mesos");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(rest, "rest");
        Objects.requireNonNull(reconcileInterval, "reconcileInterval");
        Objects.requireNonNull(security, "security");
        Objects.requireNonNull(policy, "policy");
    }

    /** The same, with a REST server that takes everybody's calls and the standard policy. */
    public SchedulerOptions(RegistryOptions registry, MasterLocation mesos, String role, String user, RestAddress rest,
            Optional<Duration> reconcileInterval) {
        this(registry, mesos, role, user, rest, reconcileInterval, RestSecurity.none(), ClusterPolicy.STANDARD);
    }

    /** Returns the same with a REST server that is secured so. */
    public SchedulerOptions withSecurity(RestSecurity chosen) {
        return new SchedulerOptions(registry, mesos, role, user, rest, reconcileInterval, chosen, policy);
    }

    /** Returns the same with another policy. */
    public SchedulerOptions withPolicy(ClusterPolicy chosen) {
        return new SchedulerOptions(registry, mesos, role, user, rest, reconcileInterval, security, chosen);
    }
}
