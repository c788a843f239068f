package io.jobdeck.scheduler;

import io.jobdeck.scheduler.access.AccountCommands;
import io.jobdeck.scheduler.access.AccountException;
import io.jobdeck.scheduler.access.Authenticator;
import io.jobdeck.scheduler.embedded.EmbeddedOptions;
import io.jobdeck.scheduler.embedded.simulation.SimulationOptions;
import io.jobdeck.scheduler.mesos.master.MalformedMasterLocationException;
import io.jobdeck.scheduler.mesos.master.MasterLocation;
import io.jobdeck.scheduler.registry.RegistryOptions;
import io.jobdeck.scheduler.rest.RestAddress;
import io.jobdeck.scheduler.rest.RestSecurity;
import io.jobdeck.scheduler.rest.RestUrls;
import io.jobdeck.scheduler.settings.ParsedSettings;
import io.jobdeck.scheduler.settings.SecuritySettings;
import io.jobdeck.scheduler.settings.Settings;
import io.jobdeck.scheduler.settings.SettingsException;
import io.jobdeck.scheduler.settings.SettingsParser;
import io.jobdeck.scheduler.settings.UserDirectories;
import io.jobdeck.scheduler.tls.TlsContexts;
import io.jobdeck.scheduler.tls.TlsException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The headless scheduler: runs until a signal tells it to end, and hands over the lead then. */
public final class SchedulerProgram {

    private static final int EXIT_BAD_SETTING = 2;
    private static final int EXIT_START_FAILURE = 1;
    private static final String ACCOUNTS = "accounts";
    private static final String LOG_SETTINGS = "logback.configurationFile";

    private final PrintStream out;
    private final PrintStream err;

    private SchedulerProgram(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Starts the scheduler with settings from the command line, the environment and a file; see {@code --help}. */
    public static void main(String[] arguments) {
        if (System.getProperty(LOG_SETTINGS) == null) {
            System.setProperty(LOG_SETTINGS, "io/jobdeck/scheduler/logback-scheduler.xml");
        }
        int exitCode = new SchedulerProgram(System.out, System.err).run(List.of(arguments));
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    private int run(List<String> arguments) {
        try {
            if (arguments.stream().findFirst().filter(ACCOUNTS::equals).isPresent()) {
                return keepAccounts(arguments.subList(1, arguments.size()));
            }
            ParsedSettings parsed = parse(arguments);
            if (parsed instanceof ParsedSettings.Help help) {
                out.print(help.text());
            } else if (parsed instanceof ParsedSettings.Start start) {
                serve(start.settings());
            }
            return 0;
        } catch (SettingsException e) {
            err.println("jobdeck: " + e.getMessage());
            return EXIT_BAD_SETTING;
        } catch (MalformedMasterLocationException e) {
            err.println("jobdeck: mesos_url: " + e.getMessage());
            return EXIT_BAD_SETTING;
        } catch (AccountException e) {
            err.println("jobdeck: auth_file: " + e.getMessage());
            return EXIT_BAD_SETTING;
        } catch (TlsException e) {
            err.println("jobdeck: tls: " + e.getMessage());
            return EXIT_BAD_SETTING;
        } catch (StartFailure e) {
            err.println("jobdeck: " + e.getMessage());
            return EXIT_START_FAILURE;
        }
    }

    private static ParsedSettings parse(List<String> arguments) {
        return new SettingsParser("packaging/scheduler", UserDirectories.ofThisUser(), AccountCommands.USAGE).parse(arguments);
    }

    /** Does one of the commands for the file of accounts: words first, then settings, of which only the file's counts. */
    private int keepAccounts(List<String> arguments) {
        List<String> words = arguments.stream().takeWhile(argument -> !argument.startsWith("-")).toList();
        ParsedSettings parsed = parse(arguments.subList(words.size(), arguments.size()));
        if (parsed instanceof ParsedSettings.Help help) {
            out.print(help.text());
            return 0;
        }
        try {
            Settings settings = ((ParsedSettings.Start) parsed).settings();
            accountCommands(settings.security()).run(words).forEach(out::println);
            return 0;
        } catch (AccountException e) {
            err.println("jobdeck: accounts: " + e.getMessage());
            return EXIT_BAD_SETTING;
        }
    }

    private static AccountCommands accountCommands(SecuritySettings security) {
        Path file = security.authFile().orElseThrow(
                () -> new AccountException("Say which file: --auth_file=FILE, or in the environment or a --config file."));
        return new AccountCommands(file, new PasswordPrompt(Optional.ofNullable(System.console()), System.in));
    }

    /** Starts and returns; the threads of the scheduler keep the process up until a signal comes. */
    private void serve(Settings settings) throws StartFailure {
        RestAddress rest = new RestAddress(settings.httpHost(), settings.httpPort(), settings.hostname());
        RestSecurity security = security(settings.security());
        if (settings.embedded()) {
            EmbeddedScheduler embedded = EmbeddedScheduler.start(embedded(settings),
                    settings.zkNamespace(), rest, security, settings.policy(), step -> { });
            closeOnSignal(embedded);
            out.printf("Jobdeck scheduler with an embedded cluster: REST on %s/api, ZooKeeper on %s, data in %s%n",
                    RestUrls.of(embedded.scheduler().address()), embedded.cluster().zkConnectString(),
                    embedded.cluster().dataDirectory());
        } else {
            SchedulerInstance scheduler = SchedulerInstance.start(options(settings, rest).withSecurity(security).withPolicy(settings.policy()));
            closeOnSignal(scheduler);
            out.printf("Jobdeck scheduler: REST on %s/api, ZooKeeper on %s/%s%n",
                    RestUrls.of(scheduler.address()),
                    settings.zkServers(), settings.zkNamespace());
        }
    }

    private static EmbeddedOptions embedded(Settings settings) {
        EmbeddedOptions options = EmbeddedOptions.in(settings.dataDir());
        Settings.Simulation simulation = settings.simulation();
        return simulation.isOn()
                ? options.withSimulation(SimulationOptions.of(simulation.agents(), simulation.cpus(), simulation.memoryMb())
                        .withRunTime(Duration.ofMillis(simulation.runTimeMs())))
                : options;
    }

    private static RestSecurity security(SecuritySettings settings) {
        return new RestSecurity(settings.authFile().map(Authenticator::of), settings.metricsOpen(),
                settings.serverKey().map(TlsContexts::server));
    }

    private static SchedulerOptions options(Settings settings, RestAddress rest) {
        return new SchedulerOptions(
                RegistryOptions.of(settings.zkServers(), settings.zkNamespace()).withDigest(settings.zkDigest())
                        .withSessionTimeout(Duration.ofMillis(settings.zkSessionTimeoutMs())),
                MasterLocation.parse(settings.mesosUrl()), settings.mesosRole(), settings.user(), rest,
                Optional.of(Duration.ofMinutes(settings.reconcileIntervalMinutes()))
                        .filter(interval -> !interval.isNegative() && !interval.isZero()));
    }

    private void closeOnSignal(AutoCloseable running) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try (Closing closing = new Closing()) {
                closing.add(running);
            }
            out.println("The scheduler has stopped.");
        }, "stop"));
    }
}
