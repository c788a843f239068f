package io.jobdeck.scheduler.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How passwords and tokens are kept. */
class SecretsTest {

    private static final int FEW = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static PasswordHash hash(String password) {
        return PasswordHash.of(password.toCharArray(), RANDOM, FEW);
    }

    @Test
    void aPasswordIsRecognisedByWhatIsStoredOfIt() {
        PasswordHash stored = (PasswordHash) Secret.parse(hash("corréct horse").stored());

        assertThat(stored.matches("corréct horse".toCharArray())).isTrue();
        assertThat(stored.matches("corréct hors".toCharArray())).isFalse();
        assertThat(stored.matches(new char[0])).isFalse();
    }

    @Test
    void theSameLettersTypedOtherwiseAreTheSamePassword() {
        assertThat(hash("cafe\u0301 au lait").matches("caf\u00e9 au lait".toCharArray())).isTrue();
    }

    @Test
    void theFunctionIsTheOneOfTheStandards() {
        // Worked out with another implementation: hashlib.pbkdf2_hmac('sha512', b'password', b'0123456789abcdef', 10000, 32).
        Secret known = Secret.parse("pbkdf2-sha512$10000$MDEyMzQ1Njc4OWFiY2RlZg$vjR6vvzD/s/9O/bIA/kgyh6SABOPaeZp7to/TcV8714");
        assertThat(((PasswordHash) known).matches("password".toCharArray())).isTrue();
    }

    @Test
    void twoHashesOfOnePasswordDiffer() {
        assertThat(hash("same").stored()).isNotEqualTo(hash("same").stored()).doesNotContain("same");
    }

    @Test
    void aNewPasswordIsHashedAsSlowlyAsIsAdvisedToday() {
        assertThat(PasswordHash.of("x".toCharArray(), RANDOM).stored()).startsWith("pbkdf2-sha512$210000$");
    }

    @Test
    void aTokenHas256RandomBitsAndIsRecognisedByWhatIsStoredOfIt() {
        String token = TokenHash.newToken(RANDOM);

        assertThat(token).matches("jobdeck-[A-Za-z0-9_-]{43}").isNotEqualTo(TokenHash.newToken(RANDOM));
        assertThat(Secret.parse(TokenHash.of(token).stored())).isEqualTo(TokenHash.of(token));
        assertThat(TokenHash.of("abc").stored())
                .isEqualTo("sha256$ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "hunter2                             | must begin with pbkdf2-sha512$ for a password or sha256$ for a token",
        "pbkdf2-sha512$1                     | must be pbkdf2-sha512$ITERATIONS$SALT$HASH",
        "pbkdf2-sha512$1$AAAA$AAAA           | must have a salt of at least 16 bytes and a hash of at least 32",
        "pbkdf2-sha512$10000$*$AAAA          | must have its salt and its hash in Base64",
        "pbkdf2-sha512$9$MDEyMzQ1Njc4OWFiY2RlZg$MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY | must have 10000 to 10000000 iterations",
        "pbkdf2-sha512$9e9$MDEyMzQ1Njc4OWFiY2RlZg$MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY | must have 10000 to 10000000 iterations",
        "sha256$AB                           | must be sha256$ and 64 hexadecimal digits in lower case",
    })
    void whatIsOfNoKnownFormIsRefused(String stored, String message) {
        assertThatThrownBy(() -> Secret.parse(stored)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
