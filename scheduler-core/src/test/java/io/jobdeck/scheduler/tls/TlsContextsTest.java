package io.jobdeck.scheduler.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys and certificates from files, and what is said of those that cannot be used. */
class TlsContextsTest {

    @TempDir
    private static Path directory;
    private static TestCertificate rsa;
    private static TestCertificate ec;

    @BeforeAll
    static void make() throws Exception {
        rsa = TestCertificate.make(directory.resolve("rsa"), "RSA");
        ec = TestCertificate.make(directory.resolve("ec"), "EC");
    }

    private static Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "x", ".pem"), text);
    }

    private static void assertRefused(ServerKey key, String message) {
        assertThatThrownBy(() -> TlsContexts.server(key)).isInstanceOf(TlsException.class).hasMessage(message);
    }

    @Test
    void aKeyIsTakenFromPkcs12OrPem() {
        assertThat(TlsContexts.server(rsa.pkcs12())).isInstanceOf(SSLContext.class);
        assertThat(TlsContexts.server(rsa.pem())).isInstanceOf(SSLContext.class);
        assertThat(TlsContexts.server(ec.pem())).isInstanceOf(SSLContext.class);
        assertThat(TlsContexts.client(rsa.certificate())).isInstanceOf(SSLContext.class);
    }

    @Test
    void aWrongPasswordIsSaidToBeWrongWithoutShowingIt() {
        assertRefused(new ServerKey.Pkcs12(rsa.pkcs12().file(), "hunter2"), "The password given for %s is wrong.".formatted(
                rsa.pkcs12().file()));
        assertThat(rsa.pkcs12().toString()).isEqualTo(rsa.pkcs12().file().toString());
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() {
        assertRefused(new ServerKey.Pem(rsa.certificate(), ec.pem().key()), "The key in %s is not that of the certificate in %s."
                .formatted(ec.pem().key(), rsa.certificate()));
    }

    @Test
    void filesThatHoldSomethingElseAreNamedWithTheWayOut() throws IOException {
        Path nonsense = file("nonsense");
        Path old = file("-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        Path broken = file("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");

        assertRefused(new ServerKey.Pkcs12(nonsense, ""), nonsense + " is no readable PKCS#12 file.");
        assertRefused(new ServerKey.Pkcs12(Path.of("/no/such"), ""), "There is no file /no/such.");
        assertRefused(new ServerKey.Pem(rsa.certificate(), nonsense),
                nonsense + " holds no private key; in PEM it begins with -----BEGIN PRIVATE KEY-----.");
        assertRefused(new ServerKey.Pem(rsa.certificate(), old), old + " holds a key of the form 'RSA PRIVATE KEY'; needed is"
                + " PKCS#8 without a password. Change it with: openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW");
        assertRefused(new ServerKey.Pem(rsa.certificate(), broken),
                broken + " holds no readable private key; known kinds are RSA, EC and EdDSA.");
        assertThatThrownBy(() -> TlsContexts.client(nonsense)).isInstanceOf(TlsException.class)
                .hasMessageStartingWith(nonsense + " holds no");
    }
}
