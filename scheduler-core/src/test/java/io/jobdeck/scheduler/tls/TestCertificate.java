package io.jobdeck.scheduler.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** A certificate for this machine that nobody but a test trusts, made by the JDK's keytool. */
public record TestCertificate(ServerKey.Pkcs12 pkcs12, ServerKey.Pem pem) {

    private static final String PASSWORD = "a-test's-own";

    /** Makes one with a key of that algorithm. */
    public static TestCertificate make(Path directory, String algorithm) throws Exception {
        Path keystore = Files.createDirectories(directory).resolve("key.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "server", "-keyalg", algorithm, "-dname", "CN=localhost",
                "-ext", "san=dns:localhost,ip:127.0.0.1", "-ext", "bc:c", "-validity", "2", "-storetype", "PKCS12",
                "-keystore", keystore.toString(), "-storepass", PASSWORD).redirectErrorStream(true).start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IOException(new String(keytool.getInputStream().readAllBytes()));
        }
        return new TestCertificate(new ServerKey.Pkcs12(keystore, PASSWORD), pem(directory, keystore));
    }

    private static ServerKey.Pem pem(Path directory, Path keystore) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
        Key key = store.getKey("server", PASSWORD.toCharArray());
        return new ServerKey.Pem(
                write(directory.resolve("server.crt"), "CERTIFICATE", store.getCertificate("server").getEncoded()),
                write(directory.resolve("server.key"), "PRIVATE KEY", key.getEncoded()));
    }

    private static Path write(Path file, String label, byte[] bytes) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(("-----BEGIN " + label + "-----\n").getBytes());
        text.writeBytes(Base64.getMimeEncoder(64, new byte[] {'\n'}).encode(bytes));
        text.writeBytes(("\n-----END " + label + "-----\n").getBytes());
        return Files.write(file, text.toByteArray());
    }

    /** Returns the file of the certificate, by which a client trusts it. */
    public Path certificate() {
        return pem.certificate();
    }
}
