package io.jobdeck.scheduler.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that keep the file of accounts. */
class AccountCommandsTest {

    private static final String PASSWORD = "correct horse";

    @TempDir
    private Path directory;
    private Path file;
    private String typed = PASSWORD;

    @BeforeEach
    void name() {
        file = directory.resolve("etc/accounts");
    }

    private List<String> run(String... words) {
        return new AccountCommands(file, () -> typed.toCharArray()).run(List.of(words));
    }

    private Verdict check(Credentials credentials) {
        return Authenticator.of(file).check(Optional.of(credentials.header()), "x");
    }

    @Test
    void anAccountWithAPasswordIsAddedAndLetsIn() throws IOException {
        assertThat(run("password", "alice", "admin")).containsExactly("Account 'alice' is an admin now, with its new password.");

        assertThat(check(new Credentials.Password("alice", PASSWORD))).isInstanceOf(Verdict.Accepted.class);
        assertThat(Files.readString(file)).startsWith("alice:admin:pbkdf2-sha512$").doesNotContain(PASSWORD);
    }

    @Test
    void aTokenIsShownOnceAndLetsIn() throws IOException {
        List<String> lines = run("token", "ci", "viewer");

        assertThat(lines.get(0)).isEqualTo("Account 'ci' is a viewer now. Its token, which is shown this once:");
        assertThat(check(new Credentials.Token(lines.get(1)))).isInstanceOf(Verdict.Accepted.class);
        assertThat(Files.readString(file)).startsWith("ci:viewer:sha256$").doesNotContain(lines.get(1));
        assertThat(run("token", "ci", "viewer").get(1)).isNotEqualTo(lines.get(1));
        assertThat(check(new Credentials.Token(lines.get(1)))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void accountsAreListedWithoutTheirHashesAndRemoved() {
        run("token", "ci", "viewer");
        run("password", "alice", "operator");

        assertThat(run("list")).containsExactly("ci (viewer, token)", "alice (operator, password)");
        assertThat(run("remove", "ci")).containsExactly("Account 'ci' is removed.");
        assertThat(run("list")).containsExactly("alice (operator, password)");
        assertThatThrownBy(() -> run("remove", "ci")).isInstanceOf(AccountException.class)
                .hasMessage("There is no account 'ci' in " + file + ".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "password alice root      | The role must be viewer, operator or admin; 'root' is none.",
        "password a:b admin       | The name of an account is 1 to 100 characters without a colon, not beginning with # or a blank.",
        "password alice           | The commands are: accounts list; accounts password NAME ROLE; accounts token NAME ROLE; accounts remove NAME.",
        "password alice admin pw1 | The commands are: accounts list; accounts password NAME ROLE; accounts token NAME ROLE; accounts remove NAME.",
    })
    void whatIsWrongIsSaidAndNothingIsWritten(String words, String message) {
        assertThatThrownBy(() -> run(words.split(" "))).isInstanceOf(AccountException.class).hasMessage(message);
        assertThat(file).doesNotExist();
    }

    @Test
    void aPasswordThatIsTooShortIsRefused() {
        typed = "short";
        assertThatThrownBy(() -> run("password", "alice", "admin")).isInstanceOf(AccountException.class)
                .hasMessage("A password has 8 to 200 characters.");
        assertThat(file).doesNotExist();
    }
}
