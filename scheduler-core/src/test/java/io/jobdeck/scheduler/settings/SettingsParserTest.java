package io.jobdeck.scheduler.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.scheduler.model.ClusterPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spec section 1.5. */
class SettingsParserTest {

    private static final Path HOME = Path.of("/home/jo");

    @TempDir
    private Path directory;

    private static Settings parse(Map<String, String> environment, String... arguments) {
        ParsedSettings parsed = new SettingsParser("scheduler", new UserDirectories(environment, HOME, "Linux")).parse(List.of(arguments));
        return ((ParsedSettings.Start) parsed).settings();
    }

    private static Settings parse(String... arguments) {
        return parse(Map.of(), arguments);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("scheduler.properties"), text);
    }

    @Test
    void whatIsNotSetHasTheDefaultsOf215() {
        Settings settings = parse();

        assertThat(settings.hostname()).isEqualTo("localhost");
        assertThat(settings.httpHost()).isEqualTo("localhost");
        assertThat(settings.httpPort()).isEqualTo(8899);
        assertThat(settings.mesosUrl()).isEqualTo("zk://localhost:2181/mesos");
        assertThat(settings.mesosRole()).isEmpty();
        assertThat(settings.user()).isEmpty();
        assertThat(settings.zkServers()).isEqualTo("localhost:2181");
        assertThat(settings.zkNamespace()).isEqualTo("elastic-job-cloud");
        assertThat(settings.zkDigest()).isEmpty();
        assertThat(settings.zkSessionTimeoutMs()).isEqualTo(20_000);
        assertThat(settings.policy()).isEqualTo(ClusterPolicy.STANDARD);
        assertThat(settings.reconcileIntervalMinutes()).isEqualTo(-1);
        assertThat(settings.eventTrace().isOn()).isFalse();
        assertThat(settings.embedded()).isFalse();
        assertThat(settings.dataDir()).isEqualTo(HOME.resolve(".local/share/jobdeck"));
    }

    @Test
    void theCommandLineGoesBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
        Path file = file("hostname=file\nzk_namespace=file\nmesos_role=file\n");
        Map<String, String> environment = Map.of("hostname", "env", "zk_namespace", "env", "user", "", "HTTP_PORT", "1");

        Settings settings = parse(environment, "--config", file.toString(), "--hostname=line");

        assertThat(settings.hostname()).isEqualTo("line");
        assertThat(settings.zkNamespace()).isEqualTo("env");
        assertThat(settings.mesosRole()).isEqualTo("file");
        assertThat(settings.httpPort()).isEqualTo(8899);
    }

    @Test
    void theShippedFileOf215IsTaken() throws IOException {
        Path file = file("""
                # Routable IP address
                hostname=127.0.0.1
                user=
                # mesos_role=
                mesos_url=zk://127.0.0.1:2181/mesos
                zk_servers=127.0.0.1:2181
                zk_namespace=elastic-job-cloud
                zk_digest=
                http_port=8899
                job_state_queue_size=10000
                event_trace_rdb_driver=com.mysql.jdbc.Driver
                event_trace_rdb_url=jdbc:mysql://localhost:3306/elastic_job_cloud_log
                event_trace_rdb_username=root
                event_trace_rdb_password=
                reconcile_interval_minutes=60
                enable_partition_aware=false
                """);

        Settings settings = parse("--config=" + file);

        assertThat(settings.reconcileIntervalMinutes()).isEqualTo(60);
        assertThat(settings.eventTrace().isOn()).isTrue();
    }

    @Test
    void namesMayHaveDashesAndValuesMayFollowAndFlagsMayStandAlone() {
        Settings settings = parse("--data-dir=/var/jobdeck", "--embedded", "--http-port", "0");

        assertThat(settings.dataDir()).isEqualTo(Path.of("/var/jobdeck"));
        assertThat(settings.embedded()).isTrue();
        assertThat(settings.httpPort()).isZero();
        assertThat(parse("--embedded=false").embedded()).isFalse();
        assertThat(parse("--data_dir=~/x").dataDir()).isEqualTo(HOME.resolve("x"));
        assertThat(parse(Map.of("XDG_DATA_HOME", "/d")).dataDir()).isEqualTo(Path.of("/d/jobdeck"));
    }

    @Test
    void agentsOfTheEmbeddedClusterMayBeSimulated() {
        assertThat(parse("--embedded").simulation().isOn()).isFalse();

        Settings settings = parse("--embedded", "--simulated_agents=100", "--simulated_run_time_ms=20");

        assertThat(settings.simulation()).isEqualTo(new Settings.Simulation(100, 16, 65_536, 20));
    }

    @Test
    void restListensWhereTheHostnameIsUnlessSaidOtherwise() {
        assertThat(parse("--hostname=h.example").httpHost()).isEqualTo("h.example");
        assertThat(parse("--hostname=h.example", "--http_host=0.0.0.0").httpHost()).isEqualTo("0.0.0.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--http_prot=1          | There is no setting 'http_prot' (on the command line). Did you mean http_port? --help shows all.",
        "--port=1               | There is no setting 'port' (on the command line). Did you mean http_port? --help shows all.",
        "--bogus=1              | There is no setting 'bogus' (on the command line). --help shows all.",
        "scheduler              | 'scheduler' on the command line is no setting. Settings are given as --name=value; --help shows them.",
        "--http_port=x          | http_port must be a whole number from 0 to 65535; 'x' (in the command line) is not. For example: http_port=8899",
        "--http_port=65536      | http_port must be a whole number from 0 to 65535; '65536' (in the command line) is not. For example: http_port=8899",
        "--http_port            | http_port on the command line has no value. It is given as --http_port=PORT.",
        "--job_state_queue_size=0 | job_state_queue_size must be a whole number of at least 1; '0' (in the command line) is not. For example: job_state_queue_size=10000",
        "--zk_session_timeout_ms=5s | zk_session_timeout_ms must be a whole number from 1000 to 600000; '5s' (in the command line) is not. For example: zk_session_timeout_ms=20000",
        "--hostname=            | hostname must be a host name or an address; '' (in the command line) is not. For example: hostname=scheduler1.example.com",
        "--zk_servers=a b       | zk_servers must be HOST:PORT, several with commas between; 'a b' (in the command line) is not. For example: zk_servers=zk1:2181,zk2:2181,zk3:2181",
        "--zk_namespace=/x      | zk_namespace must be a ZooKeeper path without a slash at its beginning or end; '/x' (in the command line) is not. For example: zk_namespace=elastic-job-cloud",
        "--mesos_url=zk://h     | mesos_url must be zk://HOST:PORT,.../PATH or the HOST:PORT of a master; 'zk://h' (in the command line) is not. For example: mesos_url=zk://zk1:2181,zk2:2181/mesos",
        "--embedded=yes         | embedded must be true or false; 'yes' (in the command line) is not. For example: embedded=true",
        "--zk_digest=hunter2    | zk_digest must be of the form USER:PASSWORD; what is given (in the command line) is not. For example: zk_digest=jobs:secret",
        "--mesos_url=zk://u:pw@h | mesos_url must be zk://HOST:PORT,.../PATH or the HOST:PORT of a master; 'zk://***@h' (in the command line) is not. For example: mesos_url=zk://zk1:2181,zk2:2181/mesos",
        "--simulated_agents=10 | simulated_agents needs the embedded cluster. Add embedded=true, or leave it out.",
        "--simulated_agents=10001 | simulated_agents must be a whole number from 0 to 10000; '10001' (in the command line) is not. For example: simulated_agents=100",
        "--config=/no/such      | config: there is no file /no/such. Name a properties file that exists: --config FILE.",
    })
    void whatIsWrongIsSaidInOneLine(String argument, String message) {
        assertThatThrownBy(() -> parse(argument)).isInstanceOf(SettingsException.class).hasMessage(message);
    }

    @Test
    void whatIsWrongInTheFileOrTheEnvironmentIsSaidWithItsPlace() throws IOException {
        Path file = file("http_port=x\n");
        assertThatThrownBy(() -> parse("--config", file.toString())).hasMessageContaining("'x' (in the file)");
        assertThatThrownBy(() -> parse(Map.of("http_port", "y"))).hasMessageContaining("'y' (in the environment)");
        file("htp_port=1\n");
        assertThatThrownBy(() -> parse("--config", file.toString()))
                .hasMessageContaining("There is no setting 'htp_port' (on " + file);
        file("user=\\u12\n");
        assertThatThrownBy(() -> parse("--config", file.toString())).isInstanceOf(SettingsException.class)
                .hasMessageContaining("is no properties file");
    }

    @ParameterizedTest
    @CsvSource({"zk://a:1/m", "'zk://a:1,b:2/x/mesos'", "zk://u:p@a:1/m", "a:5050", "http://a:5050", "'[::1]:5050'"})
    void aMasterIsFoundByZooKeeperOrByItsAddress(String url) {
        assertThat(parse("--mesos_url=" + url).mesosUrl()).isEqualTo(url);
    }

    @Test
    void helpShowsEverySettingWithItsDefaultAndMeaning() {
        ParsedSettings parsed = new SettingsParser("scheduler", new UserDirectories(Map.of(), HOME, "Linux")).parse(List.of("--help", "--embedded"));

        assertThat(parsed).isInstanceOfSatisfying(ParsedSettings.Help.class, help -> {
            for (Setting setting : Setting.values()) {
                assertThat(help.text()).contains("--" + setting.key() + "=" + setting.placeholder());
            }
            assertThat(help.text()).contains("--http_port=PORT  (default 8899)").startsWith("Usage: scheduler ");
            assertThat(help.text().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110));
        });
    }

    @Test
    void secretsAreNeverShown() {
        Settings settings = parse("--zk_digest=jobs:hunter2", "--event_trace_rdb_driver=d",
                "--event_trace_rdb_url=jdbc:x?password=hunter2", "--event_trace_rdb_username=u",
                "--event_trace_rdb_password=hunter2", "--mesos_url=zk://u:hunter2@a:1/m");

        assertThat(settings.toString()).doesNotContain("hunter2").contains("zk_digest=***", "event trace on");
        assertThat(settings.eventTrace().toString()).doesNotContain("hunter2");
    }
}
