package io.jobdeck.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void withoutArgumentsItIsTheEmbeddedClusterInTheUsualPlace() {
        Arguments arguments = parse(List.of());

        assertThat(arguments.remote()).isEmpty();
        assertThat(arguments.dataDirectory()).isEmpty();
        assertThat(arguments.screenshot()).isEmpty();
        assertThat(arguments.exitAfterScreenshot()).isFalse();
    }

    @Test
    void aConnectStringMeansARemoteCluster() {
        Arguments arguments = parse(List.of("--zk_servers=zk1:2181,zk2:2181", "--zk_namespace=jobs"));

        assertThat(arguments.remote().orElseThrow().connectString()).isEqualTo("zk1:2181,zk2:2181");
        assertThat(arguments.remote().orElseThrow().namespace()).isEqualTo("jobs");
    }

    @Test
    void theNamespaceIsThatOfElasticJobCloudUnlessSaid() {
        assertThat(parse(List.of("--zk_servers=zk1:2181")).remote().orElseThrow().namespace())
                .isEqualTo("elastic-job-cloud");
    }

    @Test
    void theDigestMayComeFromTheEnvironmentWhereNobodyElseSeesIt() {
        Arguments arguments = Arguments.parse(List.of("--zk_servers=zk1:2181"), Map.of("zk_digest", "ops:secret"));

        assertThat(arguments.remote().orElseThrow().digest()).contains("ops:secret");
    }

    @ParameterizedTest
    @CsvSource({"--screenshot=a.png,", "--screenshot,a.png"})
    void aValueFollowsAfterAnEqualsSignOrAsTheNextArgument(String first, String second) {
        Arguments arguments = parse(second == null ? List.of(first) : List.of(first, second));

        assertThat(arguments.screenshot()).contains(Path.of("a.png").toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--zk_server=x", "here", "-h", "--screenshot", "--data-dir=", "--zk_namespace=x",
            "--exit-after-screenshot"})
    void whatIsNotUnderstoodIsNamedInOneLine(String argument) {
        assertThatThrownBy(() -> parse(List.of(argument)))
                .isInstanceOf(IllegalArgumentException.class)
                .message().contains(argument.replaceAll("=.*", "")).doesNotContain("\n");
    }

    private static Arguments parse(List<String> arguments) {
        return Arguments.parse(arguments, Map.of());
    }
}
