package io.jobdeck.desktop.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @Test
    void whatIsKnownToBeSecretIsTakenOutWhereverItStands() {
        assertThat(new Redaction(List.of("hunter2", "ops:hunter2", "x")).apply("a hunter2 b ops:hunter2 c max"))
                .isEqualTo("a ••• b ••• c max");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Basic S3CRET==", "authorization: Bearer S3CRET", "zk_digest=S3CRET:S3CRET",
        "\"password\": \"S3CRET\"", "--token=S3CRET", "tls_keystore_password=S3CRET", "https://ann:S3CRET@host/path",
        "credential S3 secret: S3CRET"})
    void whatStandsWhereSecretsStandIsTakenOut(String line) {
        assertThat(new Redaction(List.of()).apply("before " + line + " after")).doesNotContain("S3CRET")
                .startsWith("before ").endsWith("after");
    }

    @Test
    void aTokenThatThisProgramMadeIsTakenOut() {
        assertThat(new Redaction(List.of()).apply("sent jobdeck-AbCdEf0123456789xyz today")).isEqualTo("sent ••• today");
    }

    @Test
    void everythingElseStays() {
        String line = "2026-11-22 17:30:00 INFO jobdeck-connections Connected to billing @ zk1:2181, session 0x10";
        assertThat(new Redaction(List.of()).apply(line)).isEqualTo(line);
    }
}
