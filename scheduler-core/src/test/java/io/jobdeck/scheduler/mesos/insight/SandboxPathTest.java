package io.jobdeck.scheduler.mesos.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.scheduler.operations.OperationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path within a sandbox never leads out of it. */
class SandboxPathTest {

    @Test
    void partsAreTakenAsTheyAre() {
        assertThat(SandboxPath.parse("").in("/run")).isEqualTo("/run");
        assertThat(SandboxPath.parse("stdout").in("/run")).isEqualTo("/run/stdout");
        assertThat(SandboxPath.parse("logs//./a b.log/").in("/run")).isEqualTo("/run/logs/a b.log");
        assertThat(SandboxPath.parse("..hidden/x..y").text()).isEqualTo("..hidden/x..y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../other", "logs/../../x", "/etc/passwd", "a/..", "a\u0000b", "a\nb"})
    void whatLeadsOutIsRefusedByName(String path) {
        assertThatThrownBy(() -> SandboxPath.parse(path)).isInstanceOfSatisfying(OperationException.class, e -> {
            assertThat(e.kind()).isEqualTo(OperationException.Kind.INVALID);
            assertThat(e.problems()).singleElement().satisfies(problem -> assertThat(problem.field()).isEqualTo("path"));
        });
    }

    @Test
    void theSandboxItselfIsNoFile() {
        assertThatThrownBy(() -> SandboxPath.parseFile("./")).isInstanceOf(OperationException.class).hasMessageContaining("names no file");
    }
}
