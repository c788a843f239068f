package io.jobdeck.scheduler.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of accounts: what stands in it, and how it changes. */
class AccountFileTest {

    private static final String HASH = TokenHash.of("t").stored();

    @TempDir
    private Path directory;
    private Path path;
    private AccountFile file;

    @BeforeEach
    void name() {
        path = directory.resolve("accounts");
        file = new AccountFile(path);
    }

    private static Account account(String name, Role role) {
        return new Account(name, role, TokenHash.of("token of " + name));
    }

    @Test
    void eachLineIsAnAccountAndRemarksAreNone() throws IOException {
        Files.writeString(path, "# who may call\n\n ci:viewer:" + HASH + "\n王芳 (night):admin:" + HASH.replace('1', '2') + "\n");

        assertThat(file.read().all()).extracting(Account::name).containsExactly("ci", "王芳 (night)");
        assertThat(file.read().named("ci").orElseThrow().role()).isEqualTo(Role.VIEWER);
        assertThat(file.read().withToken("t")).map(Account::name).contains("ci");
        assertThat(file.read().withToken("u")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ci:viewer            | A line is NAME:ROLE:HASH; the command 'accounts' writes them.",
        "ci:root:sha256$x     | The role must be viewer, operator or admin.",
        ":viewer:@            | The name of an account is 1 to 100 characters without a colon, not beginning with # or a blank.",
        "ci:viewer:hunter2    | The hash must begin with pbkdf2-sha512$ for a password or sha256$ for a token.",
        "a:admin:@            | The account 'a' stands on an earlier line already.",
    })
    void aWrongLineIsNamedWithoutShowingIt(String line, String message) throws IOException {
        Files.writeString(path, "# first\na:admin:" + HASH + "\n" + line.replace("@", HASH) + "\n");

        assertThatThrownBy(file::read).isInstanceOf(AccountException.class)
                .hasMessage(path + ", line 3: " + message).hasMessageNotContaining("hunter2");
    }

    @Test
    void aFileThatIsMissingOrNoTextIsSaidToBe() throws IOException {
        assertThatThrownBy(file::read).isInstanceOf(AccountException.class).hasMessageStartingWith("There is no file " + path);
        Files.write(path, new byte[] {(byte) 0xff});
        assertThatThrownBy(file::read).isInstanceOf(AccountException.class).hasMessage(path + " is not text in UTF-8.");
    }

    @Test
    void accountsAreAddedReplacedAndRemovedAndTheRestStaysAsItIs() throws IOException {
        file.put(account("a", Role.VIEWER));
        file.put(account("b", Role.ADMIN));
        Files.writeString(path, "# remark\n" + Files.readString(path));

        file.put(account("a", Role.OPERATOR));

        List<String> lines = Files.readAllLines(path);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo("# remark");
        assertThat(lines.get(1)).startsWith("a:operator:");
        assertThat(lines.get(2)).startsWith("b:admin:");
        assertThat(file.remove("a")).isTrue();
        assertThat(file.remove("a")).isFalse();
        assertThat(Files.readAllLines(path)).containsExactly(lines.get(0), lines.get(2));
        assertThat(directory).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void onlyItsOwnerMayReadANewFileAndPermissionsThatWereGivenStay() throws IOException {
        file.put(account("a", Role.VIEWER));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
        assertThat(file.isOpenToOthers()).isFalse();

        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        file.put(account("b", Role.VIEWER));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-r--r--");
        assertThat(file.isOpenToOthers()).isTrue();
    }

    @Test
    void aMalformedFileIsNotWrittenOver() throws IOException {
        Files.writeString(path, "nonsense\n");
        assertThatThrownBy(() -> file.put(account("a", Role.VIEWER))).hasMessageContaining("line 1");
        assertThat(path).hasContent("nonsense");
    }

    @Test
    void aChangeIsSeenAtTheNextLookAndAFaultChangesNothing() throws IOException {
        file.put(account("a", Role.VIEWER));
        LiveAccounts live = new LiveAccounts(file);

        file.put(account("b", Role.ADMIN));
        assertThat(live.get().all()).extracting(Account::name).containsExactly("a", "b");
        Files.writeString(path, "nonsense\n");
        assertThat(live.get().all()).hasSize(2);
        Files.delete(path);
        assertThat(live.get().all()).hasSize(2);
        file.put(account("c", Role.ADMIN));
        assertThat(live.get().all()).extracting(Account::name).containsExactly("c");
    }

    @Test
    void anotherFileInItsPlaceIsSeenEvenIfItHasTheSameTimeAndSize() throws IOException {
        file.put(account("a", Role.VIEWER));
        LiveAccounts live = new LiveAccounts(file);
        Path other = Files.writeString(directory.resolve("other"), Files.readString(path).replaceFirst("a:", "b:"));
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(path));

        Files.move(other, path, StandardCopyOption.ATOMIC_MOVE);

        assertThat(live.get().all()).extracting(Account::name).containsExactly("b");
    }
}
