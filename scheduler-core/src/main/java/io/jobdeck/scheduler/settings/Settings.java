package io.jobdeck.scheduler.settings;

import io.jobdeck.scheduler.model.ClusterPolicy;
import java.nio.file.Path;
import java.util.Objects;

/**
 * How a scheduler is set up (spec section 1.5). Texts are empty when not set, never null. Its text form shows no secret.
 *
 * @param hostname under which others reach this scheduler
 * @param httpHost name or address to listen on for REST
 * @param httpPort port of REST, 0 for a free one
 * @param zkServers ZooKeeper connect string
 * @param zkNamespace namespace in ZooKeeper
 * @param zkDigest {@code user:password} for ZooKeeper; secret
 * @param zkSessionTimeoutMs milliseconds that ZooKeeper keeps the session of a scheduler it does not hear
 * @param mesosUrl where the Mesos master is
 * @param mesosRole role of the framework
 * @param user system user of the tasks
 * @param policy what holds for jobs that say nothing else, the queue size included
 * @param reconcileIntervalMinutes minutes between reconciliations; none if 0 or less
 * @param eventTrace database of the event trace
 * @param embedded whether this process brings ZooKeeper and Mesos itself
 * @param dataDir directory of the embedded cluster's data
 * @param simulation agents that the embedded cluster simulates
 * @param security whose calls REST takes, and with which certificate
 */
public record Settings(
        String hostname,
        String httpHost,
        int httpPort,
        String zkServers,
        String zkNamespace,
        String zkDigest,
        int zkSessionTimeoutMs,
        String mesosUrl,
        String mesosRole,
        String user,
        ClusterPolicy policy,
        int reconcileIntervalMinutes,
        EventTraceDatabase eventTrace,
        boolean embedded,
        Path dataDir,
        Simulation simulation,
        SecuritySettings security) {

    public Settings {
        Objects.requireNonNull(hostname, "hostname");
        Objects.requireNonNull(httpHost, "httpHost");
        Objects.requireNonNull(zkServers, "zkServers");
        Objects.requireNonNull(zkNamespace, "zkNamespace");
        Objects.requireNonNull(zkDigest, "zkDigest");
        Objects.requireNonNull(mesosUrl, "mesosUrl");
        Objects.requireNonNull(mesosRole, "mesosRole");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(eventTrace, "eventTrace");
        Objects.requireNonNull(dataDir, "dataDir");
        Objects.requireNonNull(simulation, "simulation");
        Objects.requireNonNull(security, "security");
    }

    /**
     * Agents that run nothing, for load tests.
     *
     * @param agents number of them; 0 for a cluster that runs its tasks
     * @param cpus cpus of each
     * @param memoryMb memory of each, in MB
     * @param runTimeMs how long a task runs that does not say so itself, in milliseconds
     */
    public record Simulation(int agents, int cpus, int memoryMb, int runTimeMs) {

        /** Returns whether anything is simulated. */
        public boolean isOn() {
            return agents > 0;
        }
    }

    /**
     * The event trace database, on if driver, url and username are all given.
     *
     * @param driver JDBC driver class
     * @param url JDBC URL; secret, as it may hold a password
     * @param username user
     * @param password password; secret
     */
    public record EventTraceDatabase(String driver, String url, String username, String password) {

        /** Returns whether enough is given to use it. */
        public boolean isOn() {
            return !driver.isEmpty() && !url.isEmpty() && !username.isEmpty();
        }

        @Override
        public String toString() {
            return "event trace " + (isOn() ? "on" : "off");
        }
    }

    @Override
    public String toString() {
        return ("hostname=%s http_host=%s http_port=%d zk_servers=%s zk_namespace=%s zk_digest=%s"
                + " zk_session_timeout_ms=%d mesos_url=%s mesos_role=%s user=%s %s"
                + " reconcile_interval_minutes=%d embedded=%s data_dir=%s"
                + " simulated_agents=%d, %s, %s").formatted(
                hostname, httpHost, httpPort, zkServers, zkNamespace, zkDigest.isEmpty() ? "" : "***", zkSessionTimeoutMs,
                mesosUrl.replaceFirst("//.*@", "//***@"), mesosRole, user, policy, reconcileIntervalMinutes,
                embedded, dataDir, simulation.agents(), eventTrace, security);
    }
}
