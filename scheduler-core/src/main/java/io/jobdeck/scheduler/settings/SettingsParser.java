package io.jobdeck.scheduler.settings;

import io.jobdeck.scheduler.model.ClusterPolicy;
import io.jobdeck.scheduler.model.PlacementStrategy;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Puts settings together: the command line goes before the environment, that before the file, that before the defaults
 * (spec section 1.5). Reads nothing but what it is given and the file that names.
 */
public final class SettingsParser {

    private final String program;
    private final UserDirectories user;
    private final List<String> commands;

    /**
     * Takes where settings come from beside the command line.
     *
     * @param program command that starts the program, for the help
     * @param user the user's environment and directories
     */
    public SettingsParser(String program, UserDirectories user) {
        this(program, user, List.of());
    }

    /**
     * The same for a program that does something else too.
     *
     * @param commands what else, one line each, for the help
     */
    public SettingsParser(String program, UserDirectories user, List<String> commands) {
        this.program = program;
        this.user = user;
        this.commands = List.copyOf(commands);
    }

    /**
     * Reads the command line and all it leads to.
     *
     * @throws SettingsException if a setting is unknown or wrong
     */
    public ParsedSettings parse(List<String> arguments) {
        CommandLine line = CommandLine.parse(arguments);
        if (line.help()) {
            return new ParsedSettings.Help(SettingsHelp.text(program, commands));
        }
        Map<Setting, String> file = line.config().map(this::path).map(SettingsFile::read).orElse(Map.of());
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            values.put(setting, value(setting, line, file));
        }
        demandEmbeddedForSimulation(values);
        return new ParsedSettings.Start(settings(values));
    }

    private static void demandEmbeddedForSimulation(Map<Setting, String> values) {
        if (!values.get(Setting.SIMULATED_AGENTS).equals("0") && !Boolean.parseBoolean(values.get(Setting.EMBEDDED))) {
            throw new SettingsException("simulated_agents needs the embedded cluster. Add embedded=true, or leave it out.");
        }
    }

    private String value(Setting setting, CommandLine line, Map<Setting, String> file) {
        String fromEnvironment = user.environment().getOrDefault(setting.key(), "");
        if (line.values().containsKey(setting)) {
            return checked(setting, line.values().get(setting), "the command line");
        }
        if (!fromEnvironment.isEmpty()) {
            return checked(setting, fromEnvironment, "the environment");
        }
        return file.containsKey(setting) ? checked(setting, file.get(setting), "the file") : setting.standard();
    }

    private static String checked(Setting setting, String value, String source) {
        if (setting.rule().isRight().test(value)) {
            return value;
        }
        String shown = setting.isSecret() ? "what is given" : "'" + withoutPassword(value).replaceAll("\\p{Cntrl}", "?") + "'";
        throw new SettingsException("%s %s; %s (in %s) is not. For example: %s=%s".formatted(
                setting.key(), setting.rule().demand(), shown, source, setting.key(), setting.rule().example()));
    }

    private static String withoutPassword(String value) {
        return value.replaceFirst("//.*@", "//***@");
    }

    private Settings settings(Map<Setting, String> values) {
        String hostname = values.get(Setting.HOSTNAME);
        String httpHost = values.get(Setting.HTTP_HOST);
        String dataDir = values.get(Setting.DATA_DIR);
        return new Settings(
                hostname,
                httpHost.isEmpty() ? hostname : httpHost,
                Integer.parseInt(values.get(Setting.HTTP_PORT)),
                values.get(Setting.ZK_SERVERS),
                values.get(Setting.ZK_NAMESPACE),
                values.get(Setting.ZK_DIGEST),
                Integer.parseInt(values.get(Setting.ZK_SESSION_TIMEOUT_MS)),
                values.get(Setting.MESOS_URL),
                values.get(Setting.MESOS_ROLE),
                values.get(Setting.USER),
                policy(values),
                Integer.parseInt(values.get(Setting.RECONCILE_INTERVAL_MINUTES)),
                new Settings.EventTraceDatabase(values.get(Setting.EVENT_TRACE_RDB_DRIVER),
                        values.get(Setting.EVENT_TRACE_RDB_URL), values.get(Setting.EVENT_TRACE_RDB_USERNAME),
                        values.get(Setting.EVENT_TRACE_RDB_PASSWORD)),
                Boolean.parseBoolean(values.get(Setting.EMBEDDED)),
                dataDir.isEmpty() ? user.data() : path(dataDir),
                simulation(values),
                new SecurityReader(values, this::path).read());
    }

    private static ClusterPolicy policy(Map<Setting, String> values) {
        int attempts = Integer.parseInt(values.get(Setting.FAILOVER_MAX_ATTEMPTS));
        return new ClusterPolicy(
                PlacementStrategy.valueOf(values.get(Setting.PLACEMENT).toUpperCase(Locale.ROOT)),
                Duration.ofSeconds(Integer.parseInt(values.get(Setting.UNREACHABLE_LIMIT_SECONDS))),
                attempts == 0 ? OptionalInt.empty() : OptionalInt.of(attempts),
                Integer.parseInt(values.get(Setting.JOB_STATE_QUEUE_SIZE)),
                Integer.parseInt(values.get(Setting.AUDIT_ENTRIES)));
    }

    private static Settings.Simulation simulation(Map<Setting, String> values) {
        return new Settings.Simulation(
                Integer.parseInt(values.get(Setting.SIMULATED_AGENTS)),
                Integer.parseInt(values.get(Setting.SIMULATED_CPUS)),
                Integer.parseInt(values.get(Setting.SIMULATED_MEMORY_MB)),
                Integer.parseInt(values.get(Setting.SIMULATED_RUN_TIME_MS)));
    }

    private Path path(String text) {
        try {
            return text.startsWith("~/") ? user.home().resolve(text.substring(2)) : Path.of(text);
        } catch (InvalidPathException e) {
            throw new SettingsException("'%s' is no path (%s). For example: /var/lib/jobdeck"
                    .formatted(text.replaceAll("\\p{Cntrl}", "?"), e.getReason()), e);
        }
    }
}
