package io.jobdeck.scheduler.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be set (spec section 1.5, and what is this scheduler's own). The name is the constant's in lower case. */
enum Setting {
    HOSTNAME("localhost", "HOST", SettingRule.HOST,
            "Name or address under which others reach this scheduler."),
    HTTP_HOST("", "HOST", SettingRule.HOST.orEmpty(),
            "Name or address to listen on for REST; 0.0.0.0 for all of this machine. Empty: the hostname."),
    HTTP_PORT("8899", "PORT", SettingRule.number(0, 65_535, 8899),
            "Port of REST; 0 chooses a free one."),
    AUTH_FILE("", "FILE", SettingRule.ANY,
            "File of the accounts whose calls REST takes; the commands 'accounts' write it. Empty: everybody's calls are taken."),
    METRICS_OPEN("false", "true|false", SettingRule.FLAG,
            "Show /metrics to everybody. Otherwise it takes an account too, where there is a file of them."),
    TLS_KEYSTORE("", "FILE", SettingRule.ANY,
            "PKCS#12 file with key and certificate; REST then speaks https only. Empty: see tls_certificate."),
    TLS_KEYSTORE_PASSWORD("", "PASSWORD", SettingRule.ANY,
            "Password of tls_keystore. Secret: taken from the environment or the file, not from the command line."),
    TLS_KEYSTORE_PASSWORD_FILE("", "FILE", SettingRule.ANY,
            "File with the password of tls_keystore in its first line."),
    TLS_CERTIFICATE("", "FILE", SettingRule.ANY,
            "Certificate in PEM with those that lead to its authority, instead of tls_keystore. Empty: REST speaks plain http."),
    TLS_KEY("", "FILE", SettingRule.ANY,
            "Private key of tls_certificate in PEM (PKCS#8, without a password)."),
    ZK_SERVERS("localhost:2181", "HOST:PORT,...", SettingRule.CONNECT_STRING,
            "ZooKeeper servers. Not used with embedded."),
    ZK_NAMESPACE("elastic-job-cloud", "NAME", SettingRule.NAMESPACE,
            "First part of every path in ZooKeeper; schedulers of one namespace form one cluster."),
    ZK_DIGEST("", "USER:PASSWORD", SettingRule.DIGEST,
            "User and password for ZooKeeper; every node is then made for this user only. Secret."),
    ZK_SESSION_TIMEOUT_MS("20000", "MILLISECONDS", SettingRule.number(1000, 600_000, 20_000),
            "How soon another scheduler takes over from one that was killed or cut off. ZooKeeper bounds it: 4000 to 40000"
                    + " with its defaults. Shorter: a pause of this process costs it the lead. Not used with embedded."),
    MESOS_URL("zk://localhost:2181/mesos", "URL", SettingRule.MESOS_URL,
            "Where the Mesos master is: zk://HOST:PORT,.../PATH, or HOST:PORT. Not used with embedded."),
    MESOS_ROLE("", "ROLE", SettingRule.WORD,
            "Mesos role of the framework. Empty: the default role."),
    USER("", "NAME", SettingRule.WORD,
            "System user that tasks run as. Empty: the one this scheduler runs as."),
    JOB_STATE_QUEUE_SIZE("10000", "NUMBER", SettingRule.number(1, Integer.MAX_VALUE, 10_000),
            "Most jobs in each of the ready, failover and disabled queues. Who would add one more is refused."),
    AUDIT_ENTRIES("1000", "NUMBER", SettingRule.number(0, 10_000, 1_000),
            "How many entries of the audit trail are kept in ZooKeeper; the oldest go. 0: the trail is in the log only."),
    PLACEMENT("spread", "spread|pack", SettingRule.PLACEMENT,
            "How the items of a run are laid out: spread over many agents, or packed onto few. A job can say otherwise."),
    UNREACHABLE_LIMIT_SECONDS("600", "SECONDS", SettingRule.number(0, 31_536_000, 600),
            "How long a task on an unreachable agent is waited for before its item runs elsewhere. A job can say otherwise."),
    FAILOVER_MAX_ATTEMPTS("0", "NUMBER", SettingRule.number(0, Integer.MAX_VALUE, 5),
            "How often an item is launched in all before a failing one is given up; 0: never. A job can say otherwise."),
    RECONCILE_INTERVAL_MINUTES("-1", "MINUTES", SettingRule.number(-1, 525_600, 60),
            "How often all tasks are compared with what Mesos knows. 0 or -1: never."),
    EVENT_TRACE_RDB_DRIVER("", "CLASS", SettingRule.WORD,
            "JDBC driver of the event trace database. The trace is on when driver, url and username are given."),
    EVENT_TRACE_RDB_URL("", "URL", SettingRule.WORD,
            "JDBC URL of the event trace database. Not printed, as it may hold a password."),
    EVENT_TRACE_RDB_USERNAME("", "NAME", SettingRule.ANY,
            "User of the event trace database."),
    EVENT_TRACE_RDB_PASSWORD("", "PASSWORD", SettingRule.ANY,
            "Password of the event trace database. Secret."),
    ENABLE_PARTITION_AWARE("true", "true|false", SettingRule.FLAG,
            "Stands in the 2.1.5 file and does nothing there either: this scheduler is always partition aware."),
    EMBEDDED("false", "true|false", SettingRule.FLAG,
            "Bring an own ZooKeeper and a small Mesos-compatible cluster of this machine, with their data in data_dir."),
    DATA_DIR("", "DIR", SettingRule.ANY,
            "Directory for the data of the embedded cluster. Empty: jobdeck in the user's data directory."),
    SIMULATED_AGENTS("0", "NUMBER", SettingRule.number(0, 10_000, 100),
            "For load tests, with embedded: so many agents whose tasks only seem to run. 0: one agent that runs them."),
    SIMULATED_CPUS("16", "NUMBER", SettingRule.number(1, 100_000, 16),
            "Cpus of each simulated agent."),
    SIMULATED_MEMORY_MB("65536", "MB", SettingRule.number(32, Integer.MAX_VALUE, 65_536),
            "Memory of each simulated agent."),
    SIMULATED_RUN_TIME_MS("1000", "MILLISECONDS", SettingRule.number(0, Integer.MAX_VALUE, 1000),
            "How long a simulated task runs, unless its job parameter says for example simulate=500ms, 5s, 10m or 2h.");

    private final String standard;
    private final String placeholder;
    private final SettingRule rule;
    private final String meaning;

    Setting(String standard, String placeholder, SettingRule rule, String meaning) {
        this.standard = standard;
        this.placeholder = placeholder;
        this.rule = rule;
        this.meaning = meaning;
    }

    /** Returns the setting of that name, {@code -} and {@code _} being the same. */
    static Optional<Setting> named(String name) {
        String wanted = name.replace('-', '_');
        return Arrays.stream(values()).filter(setting -> setting.key().equals(wanted)).findFirst();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String standard() {
        return standard;
    }

    String placeholder() {
        return placeholder;
    }

    SettingRule rule() {
        return rule;
    }

    String meaning() {
        return meaning;
    }

    boolean isFlag() {
        return rule == SettingRule.FLAG;
    }

    /** Returns whether a command line, which every user of the machine can see, may not give it; 2.1.5's secrets it may. */
    boolean isKeptOffCommandLine() {
        return this == TLS_KEYSTORE_PASSWORD;
    }

    /** Returns whether its value must not be shown. */
    boolean isSecret() {
        return this == ZK_DIGEST || this == EVENT_TRACE_RDB_PASSWORD || this == EVENT_TRACE_RDB_URL
                || this == TLS_KEYSTORE_PASSWORD;
    }
}
